package org.genryu.geo;

import java.util.List;

/// The earth as a sphere, for tests of position; lengths are measured on the ellipsoid.
final class EarthSphere {
    /// Nautical miles a radian: 60 a degree.
    static final double NM = Math.toDegrees(1) * 60;

    private EarthSphere() {}

    /// Unit vector of a point.
    static double[] vector(double lat, double lon) {
        double a = Math.toRadians(lat);
        double b = Math.toRadians(lon);
        return new double[] {Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)};
    }

    /// Great-circle distance [nm] of two unit vectors.
    static double distance(double[] a, double[] b) {
        double x = a[0] - b[0];
        double y = a[1] - b[1];
        double z = a[2] - b[2];
        return 2 * Math.asin(Math.min(1, Math.sqrt(x * x + y * y + z * z) / 2)) * NM;
    }

    /// Whether the arcs a-b and c-d of great circles, each shorter than half the globe, cross.
    static boolean cross(double[] a, double[] b, double[] c, double[] d) {
        double abc = side(a, b, c);
        double abd = side(a, b, d);
        double cda = side(c, d, a);
        double cdb = side(c, d, b);
        return abc * abd < 0 && cda * cdb < 0 && abc * cdb > 0;
    }

    /// Volume of a, b, c: above 0 if c lies left of the way from a to b.
    private static double side(double[] a, double[] b, double[] c) {
        return (a[1] * b[2] - a[2] * b[1]) * c[0]
                + (a[2] * b[0] - a[0] * b[2]) * c[1]
                + (a[0] * b[1] - a[1] * b[0]) * c[2];
    }

    /// Adds the points of the great circle from a (included) to b (left out), at most `step` [nm] apart.
    static void along(GeoPoint a, GeoPoint b, double step, List<GeoPoint> out) {
        double[] p = vector(a.latitude(), a.longitude());
        double[] q = vector(b.latitude(), b.longitude());
        double length = distance(p, q);
        double angle = length / NM;
        int steps = Math.max(1, (int) Math.ceil(length / step));
        out.add(a);
        for (int k = 1; k < steps; k++) {
            double f = Math.sin((1 - k / (double) steps) * angle) / Math.sin(angle);
            double g = Math.sin(k / (double) steps * angle) / Math.sin(angle);
            double x = f * p[0] + g * q[0];
            double y = f * p[1] + g * q[1];
            double z = f * p[2] + g * q[2];
            out.add(new GeoPoint(Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x))));
        }
    }
}
