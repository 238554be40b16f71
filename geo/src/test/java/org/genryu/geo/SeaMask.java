package org.genryu.geo;

import java.util.BitSet;
import java.util.List;

/// Where may a ship go? A raster of 0.05 degrees (3 nautical miles in latitude): blocked are the land, the sea within
/// a clearance of it, and the shoals.
final class SeaMask {
    static final int ROWS = 3600;
    static final int COLS = 7200;
    private static final double PER_DEGREE = 20;
    private static final int COARSE = 10;

    private final BitSet blocked = new BitSet(ROWS * COLS);
    /// Coarse cells (half a degree) that have no blocked cell in them nor beside them.
    private final BitSet open = new BitSet(ROWS / COARSE * (COLS / COARSE));

    static SeaMask of(LandOutline land, List<double[][]> shoals, double clearanceNm) {
        SeaMask mask = new SeaMask();
        for (LandOutline.Ring ring : land.rings()) {
            mask.fill(ring.latitude(), ring.longitude());
        }
        for (LandOutline.Ring ring : land.rings()) {
            mask.outline(ring.latitude(), ring.longitude());
        }
        mask.grow(clearanceNm);
        for (double[][] shoal : shoals) {
            SeaMask area = new SeaMask();
            area.fill(shoal[0], shoal[1]);
            area.grow(Math.max(0, clearanceNm - NetworkMaker.CLEARANCE));
            mask.blocked.or(area.blocked);
        }
        mask.coarse();
        return mask;
    }

    static int cell(double lat, double lon) {
        int row = (int) Math.floor((lat + 90) * PER_DEGREE);
        int col = Math.floorMod((int) Math.floor((lon + 180) * PER_DEGREE), COLS);
        return Math.min(ROWS - 1, Math.max(0, row)) * COLS + col;
    }

    static double latitude(int cell) {
        int row = cell / COLS;
        return (row + 0.5) / PER_DEGREE - 90;
    }

    static double longitude(int cell) {
        int col = cell % COLS;
        return (col + 0.5) / PER_DEGREE - 180;
    }

    boolean blocked(int cell) {
        return blocked.get(cell);
    }

    boolean blocked(double lat, double lon) {
        return blocked.get(cell(lat, lon));
    }

    /// Even-odd: cells whose centre the ring encloses are turned over.
    private void fill(double[] lat, double[] lon) {
        double[] cuts = new double[lat.length];
        double least = 90;
        double most = -90;
        for (double y : lat) {
            least = Math.min(least, y);
            most = Math.max(most, y);
        }
        int last = Math.min(ROWS - 1, (int) ((most + 90) * PER_DEGREE));
        for (int row = Math.max(0, (int) ((least + 90) * PER_DEGREE)); row <= last; row++) {
            double y = (row + 0.5) / PER_DEGREE - 90;
            int n = 0;
            for (int i = 0; i < lat.length; i++) {
                int j = (i + 1) % lat.length;
                if (lat[i] > y != lat[j] > y) {
                    cuts[n++] = lon[i] + (y - lat[i]) / (lat[j] - lat[i]) * (lon[j] - lon[i]);
                }
            }
            java.util.Arrays.sort(cuts, 0, n);
            for (int k = 0; k + 1 < n; k += 2) {
                int from = (int) Math.ceil((cuts[k] + 180) * PER_DEGREE - 0.5);
                int to = (int) Math.floor((cuts[k + 1] + 180) * PER_DEGREE - 0.5);
                if (to >= from) {
                    blocked.flip(row * COLS + Math.max(0, from), row * COLS + Math.min(COLS - 1, to) + 1);
                }
            }
        }
    }

    private void outline(double[] lat, double[] lon) {
        for (int i = 1; i < lat.length; i++) {
            double length = Math.max(Math.abs(lat[i] - lat[i - 1]), Math.abs(lon[i] - lon[i - 1]));
            if (Math.abs(lon[i]) == 180 && lon[i] == lon[i - 1]) {
                continue;
            }
            int steps = 1 + (int) (length / 0.02);
            for (int s = 0; s <= steps; s++) {
                double f = s / (double) steps;
                blocked.set(cell(lat[i - 1] + f * (lat[i] - lat[i - 1]), lon[i - 1] + f * (lon[i] - lon[i - 1])));
            }
        }
    }

    private void grow(double nm) {
        BitSet land = (BitSet) blocked.clone();
        int reach = (int) Math.floor(nm / 3);
        for (int cell = land.nextSetBit(0); cell >= 0; cell = land.nextSetBit(cell + 1)) {
            int row = cell / COLS;
            int col = cell % COLS;
            boolean inner = land.get(row * COLS + Math.floorMod(col + 1, COLS))
                    && land.get(row * COLS + Math.floorMod(col - 1, COLS))
                    && (row == 0 || land.get(cell - COLS))
                    && (row == ROWS - 1 || land.get(cell + COLS));
            if (inner) {
                continue;
            }
            for (int dr = -reach; dr <= reach; dr++) {
                int r = row + dr;
                if (r < 0 || r >= ROWS) {
                    continue;
                }
                double cos = Math.max(0.02, Math.cos(Math.toRadians(latitude(r * COLS))));
                int wide = (int) Math.floor(Math.sqrt(Math.max(0, nm * nm - 9.0 * dr * dr)) / (3 * cos));
                wide = Math.min(wide, COLS / 2 - 1);
                for (int dc = -wide; dc <= wide; dc++) {
                    blocked.set(r * COLS + Math.floorMod(col + dc, COLS));
                }
            }
        }
    }

    private void coarse() {
        int rows = ROWS / COARSE;
        int cols = COLS / COARSE;
        BitSet busy = new BitSet(rows * cols);
        for (int cell = blocked.nextSetBit(0); cell >= 0; cell = blocked.nextSetBit(cell + 1)) {
            busy.set(cell / COLS / COARSE * cols + cell % COLS / COARSE);
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                boolean near = false;
                for (int dr = -1; dr <= 1; dr++) {
                    for (int dc = -1; dc <= 1; dc++) {
                        int rr = r + dr;
                        near |= rr >= 0 && rr < rows && busy.get(rr * cols + Math.floorMod(c + dc, cols));
                    }
                }
                open.set(r * cols + c, !near);
            }
        }
    }

    /// Whether the great circle from a to b (unit vectors) meets nothing that is blocked: a few points first, which
    /// turns most pairs away, then every 1.5 nautical miles.
    boolean sees(double[] a, double[] b) {
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        double angle = Math.acos(Math.clamp(dot, -1, 1));
        double length = angle * EarthSphere.NM;
        if (length < 1e-9) {
            return true;
        }
        double sin = Math.sin(angle);
        for (int k = 1; k < 16; k++) {
            if (blocked.get(at(a, b, angle, sin, (k * 7 % 16) / 16.0))) {
                return false;
            }
        }
        double at = 0;
        while (at < length) {
            int cell = at(a, b, angle, sin, at / length);
            if (blocked.get(cell)) {
                return false;
            }
            boolean far = open.get(cell / COLS / COARSE * (COLS / COARSE) + cell % COLS / COARSE);
            at += far ? Math.max(1.5, 28 * Math.cos(Math.toRadians(latitude(cell)))) : 1.5;
        }
        return true;
    }

    private static int at(double[] a, double[] b, double angle, double sin, double f) {
        double p = Math.sin((1 - f) * angle) / sin;
        double q = Math.sin(f * angle) / sin;
        double x = p * a[0] + q * b[0];
        double y = p * a[1] + q * b[1];
        double z = p * a[2] + q * b[2];
        double lat = quickAtan2(z, Math.sqrt(x * x + y * y));
        return cell(Math.toDegrees(lat), Math.toDegrees(quickAtan2(y, x)));
    }

    /// The angle of (x, y) to 1e-5 radians (0.04 nautical miles), by the odd polynomial of Abramowitz and Stegun
    /// 4.4.49 on the smaller quotient.
    static double quickAtan2(double y, double x) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        double z = a > b ? b / a : a / Math.max(b, 1e-300);
        double s = z * z;
        double r = z * (0.9998660 + s * (-0.3302995 + s * (0.1801410 + s * (-0.0851330 + s * 0.0208351))));
        r = b >= a ? Math.PI / 2 - r : r;
        r = x < 0 ? Math.PI - r : r;
        return y < 0 ? -r : r;
    }

    /// Share of the disc of this radius around the cell that is blocked.
    double shade(int cell, double nm) {
        double lat = latitude(cell);
        double lon = longitude(cell);
        double cos = Math.max(0.05, Math.cos(Math.toRadians(lat)));
        int hits = 0;
        int all = 0;
        for (int ring = 1; ring <= 4; ring++) {
            double r = nm * ring / 4;
            for (int k = 0; k < 6 * ring; k++) {
                double t = 2 * Math.PI * k / (6 * ring);
                all++;
                hits += blocked(lat + r * Math.sin(t) / 60, lon + r * Math.cos(t) / 60 / cos) ? 1 : 0;
            }
        }
        return hits / (double) all;
    }
}
