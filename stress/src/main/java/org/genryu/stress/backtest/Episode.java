package org.genryu.stress.backtest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Text;
import org.genryu.core.time.Periods;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.StressPath;

/// Something that happened: what was done, and what was counted month by month.
///
/// @param first month of the event [months since the year 0]
/// @param from place where the goods come from
/// @param to place where they go; -1 for everywhere
/// @param goods commodity, `group:<group>` or `*`
/// @param arrived counted when it arrived, else when it left
/// @param observed what was counted
public record Episode(
        String id,
        Text name,
        Scenario scenario,
        int first,
        int from,
        int to,
        String goods,
        boolean arrived,
        MonthlyShape observed) {

    /// The episodes of a case, in its order.
    public static List<Episode> of(CaseFile file) {
        CaseTable rows = file.table("episodes");
        List<Episode> all = new ArrayList<>();
        for (int r = 0; r < rows.rows(); r++) {
            int row = r;
            file.scenario(rows.words("scenario")[r]).ifPresent(scenario -> all.add(one(file, rows, row, scenario)));
        }
        return List.copyOf(all);
    }

    private static Episode one(CaseFile file, CaseTable rows, int r, Scenario scenario) {
        Periods periods = file.header().periods();
        int first = scenario.start().orElse(periods.firstMonth());
        CaseTable counted = file.table("observed");
        CaseTable.Column.Spans months = counted.spans("month");
        double[] level = new double
                [MonthlyStress.clock(scenario, periods, new ArrayList<>()).months()];
        BitSet known = new BitSet();
        for (int o = 0; o < counted.rows(); o++) {
            int at = months.from()[o] - first;
            if (counted.references("episode")[o] == r && at >= 0 && at < level.length) {
                level[at] = counted.numbers("value").values()[o]
                        / rows.numbers("base").values()[r];
                known.set(at);
            }
        }
        String en = rows.words("name_en")[r];
        String ja = rows.words("name_ja")[r];
        String id = rows.id(r);
        return new Episode(
                id,
                new Text(en.isEmpty() ? id : en, ja.isEmpty() ? (en.isEmpty() ? id : en) : ja),
                scenario,
                first,
                rows.references("from")[r],
                rows.references("to")[r],
                rows.words("commodity")[r],
                rows.words("counts")[r].equals("arrived"),
                new MonthlyShape(level, known));
    }

    /// First month that was counted [months since the year 0].
    public int firstCounted() {
        return first + Math.max(0, observed.known().nextSetBit(0));
    }

    /// What the months tell of the same goods: against the calm world, in which nothing happens.
    public MonthlyShape told(MonthlyStress.Answer answer, StressPath path) {
        SupplyCase of = answer.of();
        SupplyCase.Routes routes = of.routes();
        int months = answer.clock().months();
        double[] now = new double[months];
        double[] calm = new double[months];
        for (int l = 0; l < routes.size(); l++) {
            if (routes.from()[l] == from && (to < 0 || routes.to()[l] == to) && meant(of, routes.commodity()[l])) {
                for (int i = 0; i < months; i++) {
                    int sent = arrived ? i - lag(answer, l, i) : i;
                    double quiet = answer.quiet().flow()[l][Math.max(0, sent)];
                    now[i] += sent < 0 ? quiet : path.flow()[l][sent];
                    calm[i] += quiet;
                }
            }
        }
        for (int i = 0; i < months; i++) {
            now[i] = calm[i] > 0 ? now[i] / calm[i] : 1;
        }
        return MonthlyShape.whole(now);
    }

    /// Whole months under way, as the months themselves round them.
    private static int lag(MonthlyStress.Answer answer, int lane, int i) {
        int t = answer.of().periods().index(answer.clock().first() + i);
        return (int) Math.floor(0.5 + answer.of().routes().lane().days().at(lane, t) / (365.0 / 12));
    }

    private boolean meant(SupplyCase of, int commodity) {
        SupplyCase.Commodities all = of.world().commodities();
        return goods.equals("*")
                || goods.equals(all.ids().id(commodity))
                || goods.equals("group:" + all.group()[commodity]);
    }
}
