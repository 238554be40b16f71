package org.genryu.report.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genryu.core.Check;
import org.genryu.report.write.Html;

/// Which way does it come, and through what narrow places? Land, ways by sea as wide as what passes, the countries
/// that send and receive, and straits as numbered marks.
///
/// Ways that share a stretch of water are added up, so a line grows like a river towards its mouth. Widths are
/// proportional to amounts. Two sets of labels are drawn, one for wide and one for narrow screens; the style sheet
/// shows one of them.
///
/// @param ways in any order
/// @param sites in the order of importance: where labels would collide, the first one stays
/// @param pins in the order of their marks
public record WorldMap(List<Way> ways, List<Site> sites, List<Pin> pins) {
    /// Of the largest single way [pixels].
    private static final double WIDEST_WAY = 11;
    /// Of what all ways together may reach [pixels].
    private static final double WIDEST = 26;
    /// Of the thinnest line that is drawn [pixels].
    private static final double THINNEST = 0.7;
    /// Parts of the widest line below this are not drawn [fraction].
    private static final double LEAST = 0.002;

    private static final int NARROW_SITES = 4;
    /// Width of the line that tells the scale [pixels].
    private static final double KEY = 10;
    /// Half the height of a mark [pixels].
    private static final double MARK = 11;

    /// @param longitude [degrees east] by point
    /// @param latitude [degrees north] by point
    /// @param amount that passes, in one unit for the whole map
    /// @param sea whether it is the way of a ship; a way over land, or one that is not known, is dashed
    public record Way(double[] longitude, double[] latitude, double amount, boolean sea) {
        public Way {
            Check.that(
                    longitude.length == latitude.length && longitude.length > 1,
                    "WorldMap: a way has %s longitudes and %s latitudes; there must be two or more of each.",
                    longitude.length,
                    latitude.length);
        }
    }

    /// @param size of its disc, from 0 to 1
    /// @param home whether it is one of those whose supply is shown
    public record Site(
            String label, double longitude, double latitude, double size, Palette paint, boolean home, String tip) {}

    /// @param id of the strait; the page marks with it what a workbench makes a way to close it
    /// @param mark a number that the list beside the map explains
    public record Pin(String id, String mark, double longitude, double latitude, String tip) {}

    private record Point(double x, double y) {}

    private record Stretch(Point from, Point to, boolean sea) {}

    /// The land, once a page, before the first map.
    public static void land(Html html) {
        html.open("svg", "class", "defs", "aria-hidden", "true", "focusable", "false")
                .open("defs");
        html.empty("path", "id", "land", "fill-rule", "evenodd", "d", CoastOutline.path());
        html.close("defs").close("svg").line();
    }

    /// Draws on the land of [#land(Html)].
    /// @param scale what a line of [#KEY] pixels stands for; of no use where there are no ways
    public void draw(Html html, String id, String title, String description, String scale) {
        Svg.open(html, id, title, description, Projection.WIDTH, Projection.HEIGHT, 0);
        html.empty("use", "href", "#land", "class", "land");
        ways(html);
        discs(html);
        List<Point> marks = marks();
        for (int i = 0; i < pins.size(); i++) {
            pin(html, pins.get(i), marks.get(i));
        }
        if (!ways.isEmpty()) {
            key(html, scale);
        }
        labels(html, "wide", 13, sites);
        labels(html, "narrow", 27, sites.stream().limit(NARROW_SITES).toList());
        html.close("svg");
    }

    private static void key(Html html, String scale) {
        double bottom = Projection.HEIGHT - 14;
        html.empty("path", "d", "M20,%sh40".formatted(Svg.at(bottom)), "class", "way", "stroke-width", Svg.at(KEY));
        Svg.text(html, 70, bottom + 5, "wide halo", scale);
        Svg.text(html, 70, bottom + 9, "narrow halo", scale);
    }

    /// What passes each stretch, by stretch; the cut splits a stretch in two.
    private Map<Stretch, Double> stretches() {
        Map<Stretch, Double> passing = new LinkedHashMap<>();
        for (Way way : ways) {
            for (int i = 1; i < way.longitude().length; i++) {
                double from = Projection.relative(way.longitude()[i - 1]);
                double to = Projection.relative(way.longitude()[i]);
                double a = way.latitude()[i - 1];
                double b = way.latitude()[i];
                if (Math.abs(to - from) <= 180) {
                    add(passing, point(from, a), point(to, b), way);
                } else {
                    double edge = from < 0 ? -180 : 180;
                    double beyond = to + 2 * edge;
                    double middle = a + (b - a) * (edge - from) / (beyond - from);
                    add(passing, point(from, a), point(edge, middle), way);
                    add(passing, point(-edge, middle), point(to, b), way);
                }
            }
        }
        return passing;
    }

    /// Both directions of a stretch are one line.
    private static void add(Map<Stretch, Double> passing, Point a, Point b, Way way) {
        boolean turned = a.x() > b.x() || (a.x() == b.x() && a.y() > b.y());
        if (!a.equals(b)) {
            passing.merge(new Stretch(turned ? b : a, turned ? a : b, way.sea()), way.amount(), Double::sum);
        }
    }

    private static Point point(double relative, double latitude) {
        return new Point(
                Math.round(Projection.x(relative, latitude) * 10) / 10.0,
                Math.round(Projection.y(latitude) * 10) / 10.0);
    }

    /// Amount that a line of [#KEY] pixels stands for.
    public double key() {
        return KEY * perPixel();
    }

    /// Amount that a line of one pixel stands for.
    private double perPixel() {
        double way = ways.stream().mapToDouble(Way::amount).max().orElse(1);
        double most = stretches().values().stream().mapToDouble(v -> v).max().orElse(1);
        return Math.max(way / WIDEST_WAY, most / WIDEST);
    }

    private void ways(Html html) {
        double pixel = perPixel();
        Map<Boolean, Map<Double, StringBuilder>> paths = new TreeMap<>();
        stretches().forEach((stretch, amount) -> {
            if (amount >= LEAST * WIDEST_WAY * pixel) {
                paths.computeIfAbsent(stretch.sea(), _ -> new TreeMap<>())
                        .computeIfAbsent(
                                Math.max(THINNEST, Math.round(amount / pixel * 10) / 10.0), _ -> new StringBuilder())
                        .append("M%s,%sL%s,%s"
                                .formatted(
                                        Svg.at(stretch.from().x()),
                                        Svg.at(stretch.from().y()),
                                        Svg.at(stretch.to().x()),
                                        Svg.at(stretch.to().y())));
            }
        });
        paths.forEach((sea, byWidth) -> byWidth.forEach((width, path) -> html.empty(
                "path", "d", path.toString(), "class", sea ? "way" : "way overland", "stroke-width", Svg.at(width))));
    }

    private void discs(Html html) {
        sites.stream().sorted(Comparator.comparingDouble(site -> -site.size())).forEach(site -> {
            Point at = point(Projection.relative(site.longitude()), site.latitude());
            String radius = Svg.at(site.home() ? 6 : 3 + 8 * Math.sqrt(Math.max(0, site.size())));
            String css = (site.home() ? "edge home " : "edge ") + site.paint().css();
            html.open("circle", "cx", Svg.at(at.x()), "cy", Svg.at(at.y()), "r", radius, "class", css);
            html.leaf("title", site.tip()).close("circle");
        });
    }

    /// Where the marks stand: at their strait, kept on the map, and beside it where another mark stands already.
    private List<Point> marks() {
        List<Point> placed = new ArrayList<>();
        for (Pin pin : pins) {
            Point at = point(Projection.relative(pin.longitude()), pin.latitude());
            double y = Math.max(MARK, Math.min(Projection.HEIGHT - MARK, at.y()));
            Point best = new Point(at.x(), y);
            for (double[] step : new double[][] {{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {2, 0}, {-2, 0}}) {
                Point near = new Point(at.x() + step[0] * 1.6 * MARK, y + step[1] * 1.6 * MARK);
                if (placed.stream().noneMatch(other -> meet(near, other))) {
                    best = near;
                    break;
                }
            }
            placed.add(best);
        }
        return placed;
    }

    private static boolean meet(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y()) < 1.5 * MARK;
    }

    private static void pin(Html html, Pin pin, Point at) {
        html.open(
                "g",
                "class",
                "pin",
                "transform",
                "translate(%s,%s)".formatted(Svg.at(at.x()), Svg.at(at.y())),
                "data-close",
                pin.id());
        html.leaf("title", pin.tip());
        html.empty("path", "d", "M0,-10L10,0L0,10L-10,0Z");
        html.leaf("text", pin.mark(), "y", "4").close("g");
    }

    private record Box(double x1, double y1, double x2, double y2) {
        boolean meets(Box other) {
            return x1 < other.x2 && other.x1 < x2 && y1 < other.y2 && other.y1 < y2;
        }
    }

    /// Labels to the right, left, above or below their disc, where no other label and no pin stands.
    private void labels(Html html, String css, double size, List<Site> shown) {
        List<Box> taken = new ArrayList<>();
        double mark = size > 20 ? 24 : 10;
        for (Point at : marks()) {
            taken.add(new Box(at.x() - mark, at.y() - mark, at.x() + mark, at.y() + mark));
        }
        html.open("g", "class", css);
        for (Site site : shown) {
            Point at = point(Projection.relative(site.longitude()), site.latitude());
            double width = Svg.width(site.label()) * size / Svg.SIZE;
            double gap = 5 + 8 * Math.sqrt(Math.max(0, site.size()));
            for (double[] place : new double[][] {
                {at.x() + gap, at.y() + size * 0.35},
                {at.x() - gap - width, at.y() + size * 0.35},
                {at.x() - width / 2, at.y() - gap - 2},
                {at.x() - width / 2, at.y() + gap + size * 0.8}
            }) {
                Box box = new Box(place[0], place[1] - size * 0.85, place[0] + width, place[1] + size * 0.2);
                boolean inside = box.x1() > 0 && box.x2() < Projection.WIDTH && box.y1() > 0;
                if (inside && taken.stream().noneMatch(box::meets)) {
                    taken.add(box);
                    Svg.text(html, place[0], place[1], site.home() ? "halo strong" : "halo", site.label());
                    break;
                }
            }
        }
        html.close("g");
    }
}
