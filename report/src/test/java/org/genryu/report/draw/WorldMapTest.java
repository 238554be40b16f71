package org.genryu.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.genryu.report.write.Html;
import org.junit.jupiter.api.Test;

/// Rungs: published value (the Equal Earth projection), identity (equal areas, shared stretches add up) and by hand
/// (the cut).
class WorldMapTest {
    private static final Offset<Double> FINE = Offset.offset(1e-6); // of a ratio taken with steps of 1e-4 degrees

    /// x of 180 degrees on the equator over y of the pole is 2.0551 (published aspect ratio of the projection).
    @Test
    void theProjectionMustHaveItsPublishedAspect() {
        double halfWidth = Projection.x(180, 0) - Projection.x(0, 0);
        double halfHeight = Projection.y(0) - Projection.y(90);
        assertThat(halfWidth / halfHeight).isCloseTo(2.0551, Offset.offset(1e-3));
    }

    @Test
    void equalAreasOnTheGlobeMustBeEqualAreasOnTheMap() {
        double equator = area(0);
        for (double latitude : new double[] {-45, 20, 35, 60, 75}) {
            assertThat(area(latitude) / Math.cos(Math.toRadians(latitude)) / equator)
                    .as("at %s", latitude)
                    .isCloseTo(1, FINE);
        }
    }

    private static double area(double latitude) {
        double step = 1e-4;
        double wide = Projection.x(step, latitude) - Projection.x(0, latitude);
        return wide * (Projection.y(latitude - step) - Projection.y(latitude + step));
    }

    @Test
    void aWayAcrossTheCutMustGoToBothEdgesAndNotAcrossTheMap() {
        String map = draw(new WorldMap.Way(new double[] {-40, -20}, new double[] {0, 0}, 1, true));
        double edge = Projection.x(180, 0);
        assertThat(map).contains("L" + Svg.at(edge) + ",").contains("M" + Svg.at(Projection.WIDTH - edge) + ",");
    }

    @Test
    void waysThatShareAStretchMustAddUp() {
        WorldMap.Way one = new WorldMap.Way(new double[] {100, 120, 140}, new double[] {0, 0, 10}, 3, true);
        WorldMap.Way back = new WorldMap.Way(new double[] {120, 100}, new double[] {0, 0}, 1, true);
        assertThat(draw(one, back)).contains("stroke-width=\"11\"").contains("stroke-width=\"14.7\"");
    }

    @Test
    void theLandMustBeSmallEnoughToTravelWithThePage() {
        assertThat(CoastOutline.path().length()).isBetween(20_000, 70_000);
        assertThat(CoastOutline.path()).startsWith("M").endsWith("z").doesNotContain("NaN");
    }

    private static String draw(WorldMap.Way... ways) {
        Html html = new Html();
        new WorldMap(List.of(ways), List.of(), List.of()).draw(html, "m", "t", "d", "1");
        return html.toString();
    }
}
