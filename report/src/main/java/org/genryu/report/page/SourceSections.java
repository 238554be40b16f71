package org.genryu.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.number.NumberText;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.NumberFormat;
import org.genryu.results.Evidence;
import org.genryu.results.RunResult;

/// Where do the numbers come from, and how was the run made? Also the page's only content when no answer exists.
final class SourceSections {
    /// Rows named for each reason; the file names all.
    private static final int FEW = 3;

    /// Warnings that stand beside the headline.
    private static final int MOST_WARNINGS = 8;

    private SourceSections() {}

    static void sources(Html html, RunResult run, Lang lang) {
        Evidence evidence = run.evidence();
        if (evidence.sources().isEmpty()) {
            html.leaf("p", PagePhrases.SOURCES_NONE.in(lang));
        } else {
            html.leaf("p", PagePhrases.SOURCES_INTRO.in(lang));
            list(html, evidence.sources(), lang);
        }
        html.open("div", "id", "assumptions");
        assumptions(html, evidence.assumptions(), PagePhrases.ASSUMPTIONS, "assumptions", lang);
        html.close("div");
        assumptions(html, evidence.unverified(), PagePhrases.UNVERIFIED, "unverified", lang);
    }

    private static void list(Html html, List<Evidence.Source> sources, Lang lang) {
        html.open(
                "div",
                "class",
                "scroll",
                "role",
                "region",
                "tabindex",
                "0",
                "aria-label",
                PagePhrases.SOURCES.in(lang));
        html.open("table")
                .leaf("caption", PagePhrases.SOURCES.in(lang))
                .open("thead")
                .open("tr");
        for (PagePhrases head : List.of(
                PagePhrases.SOURCE,
                PagePhrases.PUBLISHER,
                PagePhrases.DATE,
                PagePhrases.RELIABILITY,
                PagePhrases.CREDIBILITY,
                PagePhrases.ROWS)) {
            html.leaf("th", head.in(lang), "scope", "col", head == PagePhrases.ROWS ? "class" : "", "n");
        }
        html.close("tr").close("thead").open("tbody");
        FigureTable sheet = new FigureTable(
                "sources", 7, "source", "title", "publisher", "date", "url", "reliability", "credibility", "rows");
        for (Evidence.Source source : sources) {
            html.open("tr").open("th", "scope", "row", "id", "source-" + source.id());
            if (source.url().matches("https?://\\S+")) {
                html.leaf("a", source.title(), "href", source.url(), "rel", "noopener noreferrer");
            } else {
                html.text(source.title().isEmpty() ? source.id() : source.title());
            }
            html.close("th");
            html.leaf("td", source.publisher().isEmpty() ? PagePhrases.MISSING.in(lang) : source.publisher());
            for (String cell : List.of(source.date(), source.reliability(), source.credibility())) {
                html.leaf("td", cell.isEmpty() ? PagePhrases.MISSING.in(lang) : cell, "class", "w");
            }
            html.leaf("td", Integer.toString(source.rows()), "class", "n").close("tr");
            sheet.row(
                    FigureTable.word(source.id()),
                    FigureTable.word(source.title()),
                    FigureTable.word(source.publisher()),
                    FigureTable.word(source.date()),
                    FigureTable.word(source.url()),
                    FigureTable.word(source.reliability()),
                    FigureTable.word(source.credibility()),
                    FigureTable.number(Integer.toString(source.rows()), source.rows()));
        }
        html.close("tbody").close("table").close("div");
        html.open("p", "class", "tools");
        PageFigure.file(html, lang, sheet);
        html.close("p");
    }

    private static void assumptions(Html html, List<Evidence.Marked> rows, PagePhrases title, String name, Lang lang) {
        if (rows.isEmpty()) {
            return;
        }
        html.open("h3")
                .open("span", "class", "chip")
                .text((title == PagePhrases.UNVERIFIED ? PagePhrases.UNVERIFIED_CHIP : PagePhrases.ASSUMPTION_CHIP)
                        .in(lang));
        html.close("span").text(" " + title.in(lang, rows.size())).close("h3");
        Map<List<String>, List<String>> grouped = new LinkedHashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(List.of(row.row().table(), row.note()), _ -> new ArrayList<>())
                .add(row.row().id()));
        FigureTable sheet = new FigureTable(
                name,
                3,
                PagePhrases.TABLE_NAME.in(lang),
                PagePhrases.REASON.in(lang),
                PagePhrases.ROW_ID.in(lang),
                PagePhrases.ROW_COUNT.in(lang));
        grouped.forEach((key, ids) -> {
            String some =
                    String.join(", ", ids.subList(0, Math.min(FEW, ids.size()))) + (ids.size() > FEW ? ", …" : "");
            sheet.row(
                    FigureTable.word(key.getFirst()),
                    key.getLast().isEmpty()
                            ? new FigureTable.Cell(PagePhrases.MISSING.in(lang), "")
                            : FigureTable.word(key.getLast()),
                    new FigureTable.Cell(some, String.join(" ", ids)),
                    FigureTable.number(Integer.toString(ids.size()), ids.size()));
        });
        PageFigure.table(html, lang, title.in(lang, rows.size()), sheet, false);
    }

    static void run(Html html, RunResult run, Lang lang) {
        RunResult.Facts facts = run.facts();
        NumberFormat shown = new NumberFormat(lang);
        FigureTable sheet = new FigureTable("run", 2, PagePhrases.FACT.in(lang), PagePhrases.VALUE.in(lang));
        PagePhrases status = switch (run.result()) {
            case BalanceResult.Balanced _ -> PagePhrases.OPTIMAL;
            case BalanceResult.StoppedEarly(var _, var _, var cause) -> PagePhrases.stopped(cause);
            case BalanceResult.Infeasible _ -> PagePhrases.INFEASIBLE;
            case BalanceResult.Unbounded _ -> PagePhrases.UNBOUNDED;
        };
        fact(sheet, PagePhrases.STATUS.in(lang), status.in(lang));
        fact(sheet, PagePhrases.CASE.in(lang), run.supply().info().id());
        fact(sheet, PagePhrases.HASH.in(lang), facts.caseHash());
        fact(sheet, PagePhrases.SCENARIO.in(lang), facts.scenario());
        fact(
                sheet,
                PagePhrases.LABEL.in(lang),
                facts.label().isEmpty() ? PagePhrases.NO_LABEL.in(lang) : facts.label());
        fact(sheet, PagePhrases.CALIBRATED.in(lang), (facts.calibrated() ? PagePhrases.YES : PagePhrases.NO).in(lang));
        fact(sheet, PagePhrases.SEED.in(lang), Long.toString(facts.seed()));
        fact(sheet, PagePhrases.VERSION.in(lang), facts.version());
        run.balance()
                .ifPresent(balance -> fact(
                        sheet,
                        PagePhrases.OBJECTIVE.in(lang) + " ["
                                + run.supply().info().money().currency() + "]",
                        NumberText.exact(balance.objective())));
        run.proof().ifPresent(proof -> proof(sheet, proof, shown, lang));
        PageFigure.table(html, lang, PagePhrases.RUN.in(lang), sheet, true);
        findings(html, run.allFindings(), lang);
    }

    private static void proof(FigureTable sheet, Balance.Proof proof, NumberFormat shown, Lang lang) {
        fact(
                sheet,
                PagePhrases.SOLVER.in(lang),
                proof.run().solver() + " " + proof.run().version() + " ("
                        + proof.run().algorithm() + ")");
        fact(
                sheet,
                PagePhrases.SIZES.in(lang),
                String.format(Locale.ROOT, "%,d · %,d · %,d", proof.columns(), proof.rows(), proof.entries()));
        fact(
                sheet,
                PagePhrases.CERT_PRIMAL.in(lang),
                shown.number(proof.certificate().primal()));
        fact(
                sheet,
                PagePhrases.CERT_DUAL.in(lang),
                shown.number(proof.certificate().dual()));
        fact(
                sheet,
                PagePhrases.CERT_GAP.in(lang),
                shown.number(proof.certificate().gap()));
    }

    private static void fact(FigureTable sheet, String name, String value) {
        sheet.row(FigureTable.word(name), FigureTable.word(value));
    }

    private static void findings(Html html, List<Finding> findings, Lang lang) {
        if (findings.isEmpty()) {
            html.leaf("p", PagePhrases.NO_FINDINGS.in(lang));
            return;
        }
        html.open("details")
                .leaf("summary", PagePhrases.FINDINGS.in(lang, findings.size()))
                .open("ul");
        findings.forEach(finding -> html.leaf("li", finding.in(lang)));
        html.close("ul").close("details");
    }

    /// Beside the headline: what a reader of any number must know first. All of them stand with the run.
    static void warnings(Html html, RunResult run, Lang lang) {
        List<String> warnings = run.allFindings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                .map(finding -> finding.in(lang))
                .toList();
        if (warnings.isEmpty()) {
            return;
        }
        html.open("section", "class", "warn", "id", "warnings")
                .leaf("p", PagePhrases.WARNINGS.in(lang, warnings.size()), "class", "lead")
                .open("ul");
        warnings.stream().limit(MOST_WARNINGS).forEach(warning -> html.leaf("li", warning));
        html.close("ul");
        if (warnings.size() > MOST_WARNINGS) {
            html.leaf("p", PagePhrases.MORE_WARNINGS.in(lang, warnings.size() - MOST_WARNINGS));
        }
        html.close("section");
    }

    /// The limits that clash, or what earns without limit.
    static void limits(Html html, PagePhrases title, List<BalanceResult.Limit> limits, Lang lang) {
        html.open("section", "class", "headline warn", "id", "headline")
                .leaf("p", title.in(lang), "class", "lead")
                .close("section");
        if (limits.isEmpty()) {
            return;
        }
        FigureTable sheet = new FigureTable(
                "limits",
                5,
                PagePhrases.TABLE_NAME.in(lang),
                PagePhrases.ROW_ID.in(lang),
                "column",
                PagePhrases.PERIOD.in(lang),
                PagePhrases.LIMIT.in(lang));
        limits.forEach(limit -> sheet.row(
                FigureTable.word(limit.table()),
                FigureTable.word(limit.id()),
                FigureTable.word(limit.column()),
                FigureTable.word(limit.period()),
                FigureTable.word(limit.rule().in(lang))));
        PageFigure.table(html, lang, PagePhrases.LIMIT.in(lang), sheet, true);
    }
}
