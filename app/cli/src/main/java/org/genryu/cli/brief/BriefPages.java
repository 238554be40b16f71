package org.genryu.cli.brief;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.command.BriefRows;
import org.genryu.cli.command.RunPipeline;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.brief.Brief;
import org.genryu.report.print.Handout;
import org.genryu.report.print.HandoutPdf;
import org.genryu.report.print.Permalink;
import org.genryu.results.CaseFingerprint;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.study.StressStudy;

/// How two pages are named, written, and told on the screen and to programs.
///
/// @param before findings of reading the case
/// @param to where they are written
/// @param date that they bear
record BriefPages(CommandCall call, CaseFile file, List<Finding> before, Draft to, LocalDate date) {
    String typed() {
        return call.parameter(0).orElse(BuiltInCases.DEFAULT);
    }

    /// How to make the pages again: the line with every option that changes them, and the address of the same
    /// question.
    ///
    /// @param page of the workbench
    /// @param options that take a value, in the order in which they are told
    Permalink permalink(String page, List<String> options) {
        StringBuilder command = new StringBuilder("genryu brief " + BriefRows.word(typed()));
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("case", file.header().id());
        for (String option : options) {
            call.option(option).ifPresent(value -> {
                command.append(' ').append(option).append(' ').append(BriefRows.word(value));
                asked.put(option.substring(2), value);
            });
        }
        if (call.flag("--uncalibrated")) {
            command.append(" --uncalibrated");
            asked.put("uncalibrated", "yes");
        }
        command.append(' ').append(BriefCommand.DATE).append(' ').append(date);
        String lang = call.lang().name().toLowerCase(Locale.ROOT);
        asked.put("lang", lang);
        return new Permalink(
                file.header().id(),
                CaseFingerprint.of(file),
                file.label(),
                ProgramVersion.current(),
                date.toString(),
                command + " --lang " + lang,
                page,
                asked);
    }

    /// Lays out the pages, writes them and tells what they say.
    ///
    /// @param status of what they tell
    void tell(Handout handout, String status, List<Finding> findings) throws IOException {
        call.progress().begin(new Text("laying out two pages", "2ページに組版中"));
        HandoutPdf.Printed printed = HandoutPdf.of(handout);
        List<Finding> all = new ArrayList<>(StressStudy.joined(before, findings));
        lacking(printed.lacking()).ifPresent(all::add);
        to.write(ResultFolder.BRIEF_HTML, printed.html());
        try (OutputStream out = to.open(ResultFolder.BRIEF_PDF)) {
            out.write(printed.pdf());
        }
        Map<String, String> files = new LinkedHashMap<>(to.files());
        RunManifest.write(to, status, handout.again().command(), all, file, ProgramVersion.current());
        to.commit();
        call.remarks(all.stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            json(handout, status, files, all);
        } else {
            screen(handout).forEach(call::line);
        }
    }

    private static Optional<Finding> lacking(String letters) {
        return letters.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        Place.of(ResultFolder.BRIEF_PDF),
                        new Text("The letters " + letters, "文字 " + letters),
                        new Text(
                                "are not in the font of the PDF; 〓 stands for them there.",
                                "はPDFの書体にありません。PDFでは〓で示しています。"),
                        new Text("brief.html has them.", "brief.html にはそのまま載ります。")));
    }

    private void json(Handout handout, String status, Map<String, String> files, List<Finding> findings) {
        try (JsonDocument json = call.answer()) {
            json.text("status", status).text("case", file.header().id());
            json.text("case_hash", handout.again().caseHash());
            json.text("date", handout.again().date());
            json.text("question", handout.question()).texts("answer", handout.answer());
            json.text("command", handout.again().command())
                    .text("address", handout.again().address());
            json.number("pages", 2);
            json.part("files", () -> files.forEach(json::text));
            json.findings("findings", findings);
        }
    }

    private List<String> screen(Handout handout) {
        Brief.Part answer = new Brief.Part(
                new Text("Answer", "答え").in(call.lang()),
                handout.answer().stream()
                        .map(said -> new Brief.Line(List.of(said), 1, 4))
                        .toList());
        List<String> rows = new ArrayList<>(List.of(
                BriefRows.row(to.shown().resolve(ResultFolder.BRIEF_PDF).toString()),
                BriefRows.row(to.shown().resolve(ResultFolder.BRIEF_HTML).toString())));
        return BriefRows.screen(
                new Brief(List.of(handout.question(), handout.of()), List.of(answer), Optional.empty()),
                BriefRows.beside(new Text("Two pages", "2ページ").in(call.lang()), rows),
                call.lang());
    }
}
