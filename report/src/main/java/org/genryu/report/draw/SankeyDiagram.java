package org.genryu.report.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genryu.balance.account.StageFlows;
import org.genryu.report.write.Html;

/// Where does each bar and band of a stage picture stand? Fixed columns, fixed order of countries, one scale for all
/// widths.
///
/// A band is as wide as its amount × [#scale()], at both of its ends; the bands that enter or leave a bar never need
/// more room than the bar has. Bars keep room for their label, so small countries stay readable.
///
/// A band over several columns passes each column between them in a slot of its own, above the bars if more passes
/// than stops there.
///
/// @param scale [pixels per amount]
/// @param bars by node of the chain
/// @param bands by link of the chain
/// @param stubs by stub of the chain
public record SankeyDiagram(
        StageFlows chain, double scale, int height, List<Bar> bars, List<Band> bands, List<Band> stubs) {
    public static final int WIDTH = 1060;
    private static final int TOP = 34;
    private static final int RIGHT = 175;
    private static final int LEFT = 18;
    private static final int BAR = 14;
    private static final double TALLEST = 330;
    private static final double LABEL = 17;
    private static final double GAP = 5;
    private static final double STUB = 30;
    /// Stubs thinner than this are a mark alone [pixels].
    private static final double HAIR = 5;

    /// Upper left corner and height.
    public record Bar(double x, double y, double height) {}

    /// From the right side of one bar to the left side of another; y is the upper edge at each end.
    /// @param passes upper edge in each column between
    public record Band(double x1, double y1, double x2, double y2, double width, List<Bar> passes) {}

    /// Upper edge of a link where it passes a column.
    private record Slot(int link, int column, double y) {}

    private record Places(List<Bar> bars, List<Slot> slots, double bottom) {}

    public static SankeyDiagram of(StageFlows chain) {
        double[] size = IntStream.range(0, chain.nodes().size())
                .mapToDouble(chain::size)
                .toArray();
        double largest = IntStream.range(0, chain.columns())
                .mapToDouble(column -> columnSize(chain, size, column))
                .max()
                .orElse(0);
        double scale = largest > 0 ? TALLEST / largest : 0;
        Places places = places(chain, size, scale);
        return bands(chain, scale, places);
    }

    private static double columnSize(StageFlows chain, double[] size, int column) {
        return IntStream.range(0, size.length)
                .filter(i -> chain.nodes().get(i).column() == column)
                .mapToDouble(i -> size[i])
                .sum();
    }

    private static double x(StageFlows chain, int column) {
        return LEFT + column * (double) (WIDTH - LEFT - RIGHT - BAR) / Math.max(1, chain.columns() - 1);
    }

    private static Places places(StageFlows chain, double[] size, double scale) {
        Bar[] bars = new Bar[size.length];
        List<Slot> slots = new ArrayList<>();
        double bottom = TOP;
        for (int c = 0; c < chain.columns(); c++) {
            int column = c;
            int[] passing = byTarget(chain)
                    .filter(i -> columnOf(chain, chain.links().get(i).from()) < column
                            && columnOf(chain, chain.links().get(i).to()) > column)
                    .toArray();
            double passes = Arrays.stream(passing)
                    .mapToDouble(i -> chain.links().get(i).amount())
                    .sum();
            boolean above = passes > columnSize(chain, size, column);
            double y = above ? slots(chain, passing, column, scale, TOP, slots) : TOP;
            for (int i = 0; i < size.length; i++) {
                if (columnOf(chain, i) == column) {
                    bars[i] = new Bar(x(chain, column), y, Math.max(1, size[i] * scale));
                    y += Math.max(LABEL, bars[i].height()) + GAP;
                }
            }
            bottom = Math.max(bottom, above ? y : slots(chain, passing, column, scale, y, slots));
        }
        return new Places(List.of(bars), slots, bottom);
    }

    /// Gives the passing links their slots from y downward; returns where they end.
    private static double slots(StageFlows chain, int[] passing, int column, double scale, double y, List<Slot> slots) {
        double next = y;
        for (int i : passing) {
            slots.add(new Slot(i, column, next));
            next += chain.links().get(i).amount() * scale;
        }
        return passing.length == 0 ? y : next + 2 * GAP;
    }

    /// Links in the order of the bars they go to, then of those they come from.
    private static IntStream byTarget(StageFlows chain) {
        return IntStream.range(0, chain.links().size())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer i) -> chain.links().get(i).to())
                        .thenComparingInt(i -> chain.links().get(i).from()))
                .mapToInt(i -> i);
    }

    private static int columnOf(StageFlows chain, int node) {
        return chain.nodes().get(node).column();
    }

    /// Bands leave a bar in the order of the bars they go to and enter in the order of the bars they come from, so
    /// that few cross; stubs stand below.
    private static SankeyDiagram bands(StageFlows chain, double scale, Places places) {
        List<Bar> bars = places.bars();
        double[] out = bars.stream().mapToDouble(Bar::y).toArray();
        double[] in = out.clone();
        Band[] bands = new Band[chain.links().size()];
        double[] starts = new double[bands.length];
        List<Integer> order = IntStream.range(0, bands.length).boxed().toList();
        for (int i : order.stream()
                .sorted(Comparator.comparingInt(
                                (Integer i) -> chain.links().get(i).from())
                        .thenComparingInt(i -> chain.links().get(i).to()))
                .toList()) {
            starts[i] = out[chain.links().get(i).from()];
            out[chain.links().get(i).from()] += chain.links().get(i).amount() * scale;
        }
        for (int i : order.stream()
                .sorted(Comparator.comparingInt(
                                (Integer i) -> chain.links().get(i).to())
                        .thenComparingInt(i -> chain.links().get(i).from()))
                .toList()) {
            StageFlows.Link link = chain.links().get(i);
            double width = link.amount() * scale;
            bands[i] = new Band(
                    bars.get(link.from()).x() + BAR,
                    starts[i],
                    bars.get(link.to()).x(),
                    in[link.to()],
                    width,
                    passes(chain, places, i));
            in[link.to()] += width;
        }
        List<Band> stubs = new ArrayList<>();
        for (StageFlows.Stub stub : chain.stubs()) {
            Bar bar = bars.get(stub.node());
            double width = stub.amount() * scale;
            double y = stub.entering() ? in[stub.node()] : out[stub.node()];
            double x = stub.entering() ? bar.x() - STUB : bar.x() + BAR;
            stubs.add(new Band(x, y, x + STUB, y, width, List.of()));
            in[stub.node()] += stub.entering() ? width : 0;
            out[stub.node()] += stub.entering() ? 0 : width;
        }
        return new SankeyDiagram(chain, scale, (int) Math.ceil(places.bottom() + 10), bars, List.of(bands), stubs);
    }

    private static List<Bar> passes(StageFlows chain, Places places, int link) {
        return places.slots().stream()
                .filter(slot -> slot.link() == link)
                .map(slot -> new Bar(x(chain, slot.column()), slot.y(), 0))
                .toList();
    }

    /// @param columns heading by column
    /// @param label by node
    /// @param paint by node: fill of its country
    /// @param tip by link: what a pointer or a reader hears
    public record Words(
            String id,
            String title,
            String description,
            List<String> columns,
            IntFunction<String> label,
            IntFunction<Palette> paint,
            IntFunction<String> tip) {}

    public void draw(Html html, Words words) {
        Svg.open(html, words.id(), words.title(), words.description(), WIDTH, height, 820);
        for (int column = 0; column < chain.columns(); column++) {
            Svg.text(html, x(chain, column), 18, "head", words.columns().get(column));
        }
        for (int i = 0; i < bands.size(); i++) {
            html.open(
                    "path",
                    "d",
                    path(bands.get(i)),
                    "class",
                    "band " + words.paint().apply(chain.links().get(i).from()).css());
            html.leaf("title", words.tip().apply(i)).close("path");
        }
        for (int i = 0; i < stubs.size(); i++) {
            stub(html, chain.stubs().get(i), stubs.get(i));
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            Svg.box(
                    html,
                    bar.x(),
                    bar.y(),
                    BAR,
                    bar.height(),
                    "edge " + words.paint().apply(i).css());
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int column = chain.nodes().get(i).column();
            double end = column + 1 < chain.columns() ? x(chain, column + 1) : WIDTH;
            Svg.fitted(
                    html,
                    bar.x() + BAR + 5,
                    bar.y() + Math.max(LABEL, Math.min(bar.height(), 2 * LABEL)) / 2 + 4.5,
                    end - bar.x() - BAR - 8,
                    words.label().apply(i) + marks(i),
                    "halo");
        }
        html.close("svg");
    }

    /// A dashed box as wide as its amount with its mark; where it would be a hair, the label of the bar carries the
    /// mark.
    private static void stub(Html html, StageFlows.Stub stub, Band band) {
        if (band.width() >= HAIR) {
            Svg.box(html, band.x1(), band.y1(), STUB, band.width(), "stub");
            Svg.text(html, band.x1() + STUB / 2, band.y1() + band.width() / 2 + 5, "halo mark middle", mark(stub));
        }
    }

    private static String mark(StageFlows.Stub stub) {
        return switch (stub.kind()) {
            case RECYCLED -> "↻";
            case STOCK -> "▤";
            case WITHIN -> "⇄";
        };
    }

    /// Marks of the stubs of a bar that are too thin to be drawn.
    private String marks(int node) {
        return IntStream.range(0, stubs.size())
                .filter(i -> chain.stubs().get(i).node() == node && stubs.get(i).width() < HAIR)
                .mapToObj(i -> mark(chain.stubs().get(i)))
                .distinct()
                .map(mark -> " " + mark)
                .collect(Collectors.joining());
    }

    /// The upper edge forward through the slots, the lower edge back.
    private static String path(Band band) {
        double width = Math.max(0.5, band.width());
        List<Bar> points = new ArrayList<>();
        points.add(new Bar(band.x1(), band.y1(), 0));
        band.passes().forEach(slot -> points.addAll(List.of(slot, new Bar(slot.x() + BAR, slot.y(), 0))));
        points.add(new Bar(band.x2(), band.y2(), 0));
        StringBuilder path = new StringBuilder("M" + Svg.at(band.x1()) + "," + Svg.at(band.y1()));
        curve(path, points, 0);
        path.append("V").append(Svg.at(band.y2() + width));
        curve(path, points.reversed(), width);
        return path.append("Z").toString();
    }

    private static void curve(StringBuilder path, List<Bar> points, double down) {
        for (int i = 1; i < points.size(); i++) {
            Bar from = points.get(i - 1);
            Bar to = points.get(i);
            String middle = Svg.at((from.x() + to.x()) / 2);
            path.append("C%s,%s %s,%s %s,%s"
                    .formatted(
                            middle,
                            Svg.at(from.y() + down),
                            middle,
                            Svg.at(to.y() + down),
                            Svg.at(to.x()),
                            Svg.at(to.y() + down)));
        }
    }
}
