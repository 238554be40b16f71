package org.genryu.plan.world;

import java.util.Arrays;
import java.util.List;
import org.genryu.core.SideBySide;
import org.genryu.plan.Outlook;
import org.genryu.plan.Recourse;

/// The balance of a case under every scenario as a function of which options are taken, and of how much may come from
/// rivals: what a scenario costs more than the calm world without any option.
///
/// Choices: one for each option, then one for each rule of dependence: by how much its share lies above the wanted one.
/// The program of a scenario falls apart into blocks; blocks that are the same in several scenarios are asked once.
final class PlanWorld implements Recourse {
    private final List<WorldPart> parts;
    private final double[] without;
    private final Outlook outlook;

    /// @param nothing choices without any option and any rule
    /// @param chance by scenario, the calm world first
    /// @param byScenario numbers of the parts of every scenario
    PlanWorld(List<WorldPart> parts, double[] nothing, double[] chance, int[][] byScenario) {
        this.parts = List.copyOf(parts);
        this.without = SideBySide.of(
                        parts.size(), k -> parts.get(k).solve(nothing).cost())
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] level = new double[chance.length];
        Arrays.setAll(
                level,
                s -> Arrays.stream(byScenario[s]).mapToDouble(k -> without[k]).sum());
        double calm = level[0];
        Arrays.setAll(level, s -> level[s] - calm);
        // Parts that no choice moves say nothing beyond their level.
        int[][] moved = Arrays.stream(byScenario)
                .map(own ->
                        Arrays.stream(own).filter(k -> parts.get(k).touched()).toArray())
                .toArray(int[][]::new);
        this.outlook = new Outlook(chance, level, moved);
    }

    Outlook outlook() {
        return outlook;
    }

    WorldPart part(int part) {
        return parts.get(part);
    }

    /// How many least costs were worked out.
    int solves() {
        return parts.stream().mapToInt(WorldPart::solves).sum();
    }

    @Override
    public int parts() {
        return parts.size();
    }

    @Override
    public Answer at(int part, double[] y) {
        Answer answer = parts.get(part).at(y);
        return new Answer(answer.cost() - without[part], answer.slope());
    }
}
