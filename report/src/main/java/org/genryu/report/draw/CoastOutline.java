package org.genryu.report.draw;

import java.util.ArrayList;
import java.util.List;
import org.genryu.geo.LandOutline;

/// The land as one path that all maps of a page share. Rings are simplified to what can be seen at the size of the
/// map; islands smaller than a dot are left out, so the outline names no borders and claims no islands.
final class CoastOutline {
    /// Points that bend the line by less are left out [pixels].
    private static final double BEND = 0.35;
    /// Rings smaller than this are left out [pixels].
    private static final double DOT = 1.3;

    private CoastOutline() {}

    /// The path in the pixels of [Projection].
    static String path() {
        StringBuilder path = new StringBuilder(1 << 16);
        for (LandOutline.Ring ring : LandOutline.world().rings()) {
            double[][] points = points(ring);
            if (seen(points)) {
                write(path, simplified(points));
            }
        }
        return path.toString();
    }

    /// A ring that the cut would split stays whole on the side of its middle.
    private static double[][] points(LandOutline.Ring ring) {
        double middle = 0;
        for (double longitude : ring.longitude()) {
            middle += longitude / ring.size();
        }
        boolean wide = spread(ring.longitude()) > 180;
        double centre = wide ? 0 : Projection.relative(middle);
        double[][] points = new double[ring.size()][2];
        for (int i = 0; i < points.length; i++) {
            double relative = wide ? Projection.relative(ring.longitude()[i]) : centre + ring.longitude()[i] - middle;
            double latitude = ring.latitude()[i];
            points[i][0] = Projection.x(relative, latitude);
            points[i][1] = Projection.y(latitude);
        }
        return points;
    }

    private static double spread(double[] longitude) {
        double low = 180;
        double high = -180;
        for (double at : longitude) {
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        return high - low;
    }

    private static boolean seen(double[][] points) {
        double[] low = points[0].clone();
        double[] high = points[0].clone();
        for (double[] point : points) {
            for (int k = 0; k < 2; k++) {
                low[k] = Math.min(low[k], point[k]);
                high[k] = Math.max(high[k], point[k]);
            }
        }
        boolean large = high[0] - low[0] > DOT || high[1] - low[1] > DOT;
        return large && low[1] < Projection.HEIGHT && high[1] > 0;
    }

    /// Douglas and Peucker (1973): the fewest points found that leave no point further off than [#BEND].
    private static List<double[]> simplified(double[][] points) {
        boolean[] kept = new boolean[points.length];
        int far = 0;
        for (int i = 1; i < points.length; i++) {
            if (Math.hypot(points[i][0] - points[0][0], points[i][1] - points[0][1])
                    > Math.hypot(points[far][0] - points[0][0], points[far][1] - points[0][1])) {
                far = i;
            }
        }
        kept[0] = true;
        kept[far] = true;
        keep(points, 0, far, kept);
        keep(points, far, points.length - 1, kept);
        List<double[]> left = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (kept[i]) {
                left.add(points[i]);
            }
        }
        return left;
    }

    private static void keep(double[][] points, int from, int to, boolean[] kept) {
        int worst = -1;
        double most = BEND;
        for (int i = from + 1; i < to; i++) {
            double off = distance(points[i], points[from], points[to]);
            if (off > most) {
                most = off;
                worst = i;
            }
        }
        if (worst > 0) {
            kept[worst] = true;
            keep(points, from, worst, kept);
            keep(points, worst, to, kept);
        }
    }

    private static double distance(double[] point, double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length;
        double at = Math.max(0, Math.min(1, along));
        return Math.hypot(point[0] - a[0] - at * dx, point[1] - a[1] - at * dy);
    }

    /// Steps in tenths of a pixel, relative, so that the path stays short.
    private static void write(StringBuilder path, List<double[]> points) {
        long x = 0;
        long y = 0;
        for (int i = 0; i < points.size(); i++) {
            long toX = Math.round(points.get(i)[0] * 10);
            long toY = Math.round(points.get(i)[1] * 10);
            String step = Svg.tenths(toX - x) + (toY < y ? "" : ",") + Svg.tenths(toY - y);
            path.append(i == 0 ? "M" : i == 1 ? "l" : toX < x ? "" : " ");
            path.append(i == 0 ? Svg.tenths(toX) + "," + Svg.tenths(toY) : step);
            x = toX;
            y = toY;
        }
        path.append('z');
    }
}
