package org.genryu.report.draw;

/// Where does a point of the earth lie on a map that shows countries at their true size? The Equal Earth projection
/// around the Pacific, so that Japan and the United States stand side by side and the cut runs through the Atlantic.
///
/// sin θ = (√3/2) sin φ,   x = 2√3 λ cos θ / (3 (9 A4 θ⁸ + 7 A3 θ⁶ + 3 A2 θ² + A1)),
/// y = A4 θ⁹ + A3 θ⁷ + A2 θ³ + A1 θ
///
/// φ – latitude; λ – longitude less [#CENTRE]; x – [#x(double, double)]; y – [#y(double)], downward in pixels.
/// Source: Šavrič, Patterson and Jenny (2018), "The Equal Earth map projection", equations 7 to 10.
/// Shown are latitudes from [#SOUTH] to [#NORTH]; nobody ships ore further out.
final class Projection {
    /// Meridian in the middle [degrees east]; the cut lies opposite, at 30 degrees west, where it meets Greenland
    /// only.
    static final double CENTRE = 150;

    static final double NORTH = 79;
    static final double SOUTH = -50;
    static final int WIDTH = 1060;

    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double SCALE = (WIDTH - 8) / (2 * Math.PI * slope(0));
    private static final double TOP = upward(NORTH);

    static final int HEIGHT = (int) Math.ceil((TOP - upward(SOUTH)) * SCALE);

    private Projection() {}

    /// Degrees east of [#CENTRE], from -180 up to but not including 180.
    static double relative(double longitude) {
        double turned = (longitude - CENTRE + 180) % 360;
        return (turned < 0 ? turned + 360 : turned) - 180;
    }

    /// @param relative [degrees] from [#relative(double)], or beyond for what is drawn across the cut
    static double x(double relative, double latitude) {
        return WIDTH / 2.0 + SCALE * Math.toRadians(relative) * slope(theta(latitude));
    }

    static double y(double latitude) {
        return (TOP - upward(latitude)) * SCALE;
    }

    private static double theta(double latitude) {
        return Math.asin(Math.sqrt(3) / 2 * Math.sin(Math.toRadians(latitude)));
    }

    private static double slope(double theta) {
        double t2 = theta * theta;
        double t6 = t2 * t2 * t2;
        return 2 * Math.sqrt(3) * Math.cos(theta) / (3 * (9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1));
    }

    private static double upward(double latitude) {
        double theta = theta(latitude);
        double t2 = theta * theta;
        double t6 = t2 * t2 * t2;
        return theta * (A4 * t6 * t2 + A3 * t6 + A2 * t2 + A1);
    }
}
