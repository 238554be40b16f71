package org.genryu.balance.calibration;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.solve.BeyondSolver;
import org.genryu.solve.SolveOptions;

/// Why could the base year not be fitted? Asked only where it was not, so that the plain answer never stands for a
/// calibrated one without a word.
public final class UnfittedBase {
    private static final int NAMED = 5;

    private UnfittedBase() {}

    public static Finding say(SupplyCase of, SolveOptions options) {
        ProgramLayout layout = ProgramLayout.of(of, CalibrationTerms.plain(of).steps(of));
        return Finding.warning(
                Place.NOWHERE,
                new Text("Calibration", "較正"),
                new Text(
                        "the base year was not fitted, so this is the plain answer, without what was observed: "
                                + why(of, layout, options).en(),
                        "基準年に合わせられなかったため、観測値を使わない素の解です。"
                                + why(of, layout, options).ja()),
                new Text(
                        "check the observed amounts, contents and demands of these, or ask for the plain answer with `--uncalibrated`.",
                        "これらの観測量・配合・需要を確かめるか、--uncalibrated で素の解を指定してください。"));
    }

    private static Text why(SupplyCase of, ProgramLayout layout, SolveOptions options) {
        try {
            if (BaseYearFit.of(of, layout, options).isPresent()) {
                return new Text("no prices were found that explain it.", "これを説明する価格が見つかりません。");
            }
        } catch (BeyondSolver beyond) {
            String size = String.format(Locale.ROOT, "%.3g", beyond.miss().size());
            return new Text(
                    "a number is too large for the solver (%s).".formatted(size),
                    "ソルバーが扱えない大きさの数値があります(%s)。".formatted(size));
        }
        List<String> observed = observed(of);
        String which = observed.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (observed.size() > NAMED ? ", …" : "");
        return new Text(
                "its amounts cannot balance; observed are %s.".formatted(which),
                "量の収支が成り立ちません。観測のある品目: %s。".formatted(which));
    }

    /// Commodities of which anything was observed.
    private static List<String> observed(SupplyCase of) {
        TreeSet<String> ids = new TreeSet<>();
        SupplyCase.Recipes recipes = of.industry().recipes();
        SupplyCase.Processes processes = of.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            if (processes.operation().observed().given(p)) {
                IntStream.range(recipes.first()[recipe], recipes.first()[recipe + 1])
                        .forEach(line -> ids.add(of.world().commodities().ids().id(recipes.commodity()[line])));
            }
        }
        for (int l = 0; l < of.routes().size(); l++) {
            if (of.routes().lane().observed().given(l)) {
                ids.add(of.world().commodities().ids().id(of.routes().commodity()[l]));
            }
        }
        return List.copyOf(ids);
    }
}
