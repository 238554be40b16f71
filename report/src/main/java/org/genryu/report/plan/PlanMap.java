package org.genryu.report.plan;

import java.util.List;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.plan.world.Plan;
import org.genryu.plan.world.PlanSites;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.WorldMap;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.NumberFormat;

/// Where is the money of the plan spent? A disc a place, as large as what is spent there.
final class PlanMap {
    private final PlanSites sites;
    private final String currency;
    private final Lang lang;
    private final NumberFormat shown;

    PlanMap(PlanSites sites, String currency, Lang lang) {
        this.sites = sites;
        this.currency = currency;
        this.lang = lang;
        this.shown = new NumberFormat(lang);
    }

    void write(Html html, PageFigure figure) {
        String title = in("What is built and decided where", "どこで何を行うか");
        String said = in(
                "A disc is as large as what is spent there; an option that builds at several places counts at each in equal parts.",
                "円の大きさはその地点での支出額です。複数の地点に建てる選択肢は等分しています。");
        WorldMap.land(html);
        figure.write(html, "sites", title, said, out -> map().draw(out, "sites-p", title, said, ""), table());
    }

    private WorldMap map() {
        double most =
                sites.sites().stream().mapToDouble(PlanSites.Site::spent).max().orElse(1);
        return new WorldMap(
                List.of(),
                sites.sites().stream()
                        .map(site -> new WorldMap.Site(
                                site.name().in(lang) + " " + money(site.spent()),
                                site.longitude(),
                                site.latitude(),
                                most > 0 ? site.spent() / most : 0,
                                new Palette(1, 0),
                                false,
                                site.name().in(lang) + ": " + names(site.options())))
                        .toList(),
                List.of());
    }

    private FigureTable table() {
        FigureTable table =
                new FigureTable("sites", 2, in("place", "地点"), in("options", "選択肢"), in("spent there", "その地点での支出"));
        for (PlanSites.Site site : sites.sites()) {
            table.row(
                    FigureTable.word(site.name().in(lang)),
                    FigureTable.word(names(site.options())),
                    FigureTable.number(money(site.spent()), site.spent()));
        }
        if (!sites.nowhere().isEmpty()) {
            double spent =
                    sites.nowhere().stream().mapToDouble(Plan.Verdict::cost).sum();
            table.row(
                    FigureTable.word(in("place not known", "地点不明")),
                    FigureTable.word(names(sites.nowhere())),
                    FigureTable.number(money(spent), spent));
        }
        return table;
    }

    private String names(List<Plan.Verdict> options) {
        return String.join(
                in(", ", "、"),
                options.stream().map(one -> one.option().name().in(lang)).toList());
    }

    private String money(double value) {
        return shown.money(value, currency);
    }

    private String in(String en, String ja) {
        return new Text(en, ja).in(lang);
    }
}
