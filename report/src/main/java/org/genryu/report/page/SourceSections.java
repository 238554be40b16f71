package org.genryu.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.core.Figures;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.report.Run;
import org.genryu.report.draw.Figure;
import org.genryu.report.write.Html;
import org.genryu.report.write.Sheet;
import org.genryu.report.write.Shown;

/// Where do the numbers come from, and how was the run made? Also the page's only content when no answer exists.
final class SourceSections {
    /// Rows named for each reason; the file names all.
    private static final int FEW = 3;

    /// Warnings that stand beside the headline.
    private static final int MOST_WARNINGS = 8;

    private SourceSections() {}

    static void sources(Html html, Run run, Lang lang) {
        Run.Evidence evidence = run.evidence();
        if (evidence.sources().isEmpty()) {
            html.leaf("p", Words.SOURCES_NONE.in(lang));
        } else {
            html.leaf("p", Words.SOURCES_INTRO.in(lang));
            list(html, evidence.sources(), lang);
        }
        html.open("div", "id", "assumptions");
        assumptions(html, evidence.assumptions(), Words.ASSUMPTIONS, "assumptions", lang);
        html.close("div");
        assumptions(html, evidence.unverified(), Words.UNVERIFIED, "unverified", lang);
    }

    private static void list(Html html, List<Run.Source> sources, Lang lang) {
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", Words.SOURCES.in(lang));
        html.open("table").leaf("caption", Words.SOURCES.in(lang)).open("thead").open("tr");
        for (Words head :
                List.of(Words.SOURCE, Words.PUBLISHER, Words.DATE, Words.RELIABILITY, Words.CREDIBILITY, Words.ROWS)) {
            html.leaf("th", head.in(lang), "scope", "col", head == Words.ROWS ? "class" : "", "n");
        }
        html.close("tr").close("thead").open("tbody");
        Sheet sheet = new Sheet(
                "sources", 7, "source", "title", "publisher", "date", "url", "reliability", "credibility", "rows");
        for (Run.Source source : sources) {
            html.open("tr").open("th", "scope", "row", "id", "source-" + source.id());
            if (source.url().matches("https?://\\S+")) {
                html.leaf("a", source.title(), "href", source.url(), "rel", "noopener noreferrer");
            } else {
                html.text(source.title().isEmpty() ? source.id() : source.title());
            }
            html.close("th");
            html.leaf("td", source.publisher().isEmpty() ? Words.MISSING.in(lang) : source.publisher());
            for (String cell : List.of(source.date(), source.reliability(), source.credibility())) {
                html.leaf("td", cell.isEmpty() ? Words.MISSING.in(lang) : cell, "class", "w");
            }
            html.leaf("td", Integer.toString(source.rows()), "class", "n").close("tr");
            sheet.row(
                    Sheet.word(source.id()),
                    Sheet.word(source.title()),
                    Sheet.word(source.publisher()),
                    Sheet.word(source.date()),
                    Sheet.word(source.url()),
                    Sheet.word(source.reliability()),
                    Sheet.word(source.credibility()),
                    Sheet.number(Integer.toString(source.rows()), source.rows()));
        }
        html.close("tbody").close("table").close("div");
        html.open("p", "class", "tools");
        Figure.file(html, lang, sheet);
        html.close("p");
    }

    private static void assumptions(Html html, List<Run.Assumption> rows, Words title, String name, Lang lang) {
        if (rows.isEmpty()) {
            return;
        }
        html.open("h3")
                .open("span", "class", "chip")
                .text((title == Words.UNVERIFIED ? Words.UNVERIFIED_CHIP : Words.ASSUMPTION_CHIP).in(lang));
        html.close("span").text(" " + title.in(lang, rows.size())).close("h3");
        Map<List<String>, List<String>> grouped = new LinkedHashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(List.of(row.table(), row.note()), _ -> new ArrayList<>())
                .add(row.id()));
        Sheet sheet = new Sheet(
                name,
                3,
                Words.TABLE_NAME.in(lang),
                Words.REASON.in(lang),
                Words.ROW_ID.in(lang),
                Words.ROW_COUNT.in(lang));
        grouped.forEach((key, ids) -> {
            String some =
                    String.join(", ", ids.subList(0, Math.min(FEW, ids.size()))) + (ids.size() > FEW ? ", …" : "");
            sheet.row(
                    Sheet.word(key.getFirst()),
                    key.getLast().isEmpty() ? new Sheet.Cell(Words.MISSING.in(lang), "") : Sheet.word(key.getLast()),
                    new Sheet.Cell(some, String.join(" ", ids)),
                    Sheet.number(Integer.toString(ids.size()), ids.size()));
        });
        Figure.table(html, lang, title.in(lang, rows.size()), sheet, false);
    }

    static void run(Html html, Run run, Lang lang) {
        Run.Facts facts = run.facts();
        Shown shown = new Shown(lang);
        Sheet sheet = new Sheet("run", 2, Words.FACT.in(lang), Words.VALUE.in(lang));
        Words status = switch (run.result()) {
            case BalanceResult.Balanced _ -> Words.OPTIMAL;
            case BalanceResult.StoppedEarly(var _, var _, var cause) -> Words.stopped(cause);
            case BalanceResult.Infeasible _ -> Words.INFEASIBLE;
            case BalanceResult.Unbounded _ -> Words.UNBOUNDED;
        };
        fact(sheet, Words.STATUS.in(lang), status.in(lang));
        fact(sheet, Words.CASE.in(lang), run.supply().info().id());
        fact(sheet, Words.HASH.in(lang), facts.caseHash());
        fact(sheet, Words.SCENARIO.in(lang), facts.scenario());
        fact(sheet, Words.LABEL.in(lang), facts.label().isEmpty() ? Words.NO_LABEL.in(lang) : facts.label());
        fact(sheet, Words.CALIBRATED.in(lang), (facts.calibrated() ? Words.YES : Words.NO).in(lang));
        fact(sheet, Words.SEED.in(lang), Long.toString(facts.seed()));
        fact(sheet, Words.VERSION.in(lang), facts.version());
        run.balance()
                .ifPresent(balance -> fact(
                        sheet,
                        Words.OBJECTIVE.in(lang) + " ["
                                + run.supply().info().money().currency() + "]",
                        Figures.exact(balance.objective())));
        run.proof().ifPresent(proof -> proof(sheet, proof, shown, lang));
        Figure.table(html, lang, Words.RUN.in(lang), sheet, true);
        findings(html, run.allFindings(), lang);
    }

    private static void proof(Sheet sheet, Balance.Proof proof, Shown shown, Lang lang) {
        fact(
                sheet,
                Words.SOLVER.in(lang),
                proof.run().solver() + " " + proof.run().version() + " ("
                        + proof.run().algorithm() + ")");
        fact(
                sheet,
                Words.SIZES.in(lang),
                String.format(Locale.ROOT, "%,d · %,d · %,d", proof.columns(), proof.rows(), proof.entries()));
        fact(sheet, Words.CERT_PRIMAL.in(lang), shown.number(proof.certificate().primal()));
        fact(sheet, Words.CERT_DUAL.in(lang), shown.number(proof.certificate().dual()));
        fact(sheet, Words.CERT_GAP.in(lang), shown.number(proof.certificate().gap()));
    }

    private static void fact(Sheet sheet, String name, String value) {
        sheet.row(Sheet.word(name), Sheet.word(value));
    }

    private static void findings(Html html, List<Finding> findings, Lang lang) {
        if (findings.isEmpty()) {
            html.leaf("p", Words.NO_FINDINGS.in(lang));
            return;
        }
        html.open("details")
                .leaf("summary", Words.FINDINGS.in(lang, findings.size()))
                .open("ul");
        findings.forEach(finding -> html.leaf("li", finding.in(lang)));
        html.close("ul").close("details");
    }

    /// Beside the headline: what a reader of any number must know first. All of them stand with the run.
    static void warnings(Html html, Run run, Lang lang) {
        List<String> warnings = run.allFindings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                .map(finding -> finding.in(lang))
                .toList();
        if (warnings.isEmpty()) {
            return;
        }
        html.open("section", "class", "warn", "id", "warnings")
                .leaf("p", Words.WARNINGS.in(lang, warnings.size()), "class", "lead")
                .open("ul");
        warnings.stream().limit(MOST_WARNINGS).forEach(warning -> html.leaf("li", warning));
        html.close("ul");
        if (warnings.size() > MOST_WARNINGS) {
            html.leaf("p", Words.MORE_WARNINGS.in(lang, warnings.size() - MOST_WARNINGS));
        }
        html.close("section");
    }

    /// The limits that clash, or what earns without limit.
    static void limits(Html html, Words title, List<BalanceResult.Limit> limits, Lang lang) {
        html.open("section", "class", "headline warn", "id", "headline")
                .leaf("p", title.in(lang), "class", "lead")
                .close("section");
        if (limits.isEmpty()) {
            return;
        }
        Sheet sheet = new Sheet(
                "limits",
                5,
                Words.TABLE_NAME.in(lang),
                Words.ROW_ID.in(lang),
                "column",
                Words.PERIOD.in(lang),
                Words.LIMIT.in(lang));
        limits.forEach(limit -> sheet.row(
                Sheet.word(limit.table()),
                Sheet.word(limit.id()),
                Sheet.word(limit.column()),
                Sheet.word(limit.period()),
                Sheet.word(limit.rule().in(lang))));
        Figure.table(html, lang, Words.LIMIT.in(lang), sheet, true);
    }
}
