package org.genryu.cli.console;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.genryu.core.Ahead;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.study.SolvedCases;
import picocli.CommandLine.ParseResult;

/// One call of a command: what was asked for, and the ways to answer.
public final class CommandCall {
    private final ParseResult asked;
    private final Console desk;
    private final Lang lang;
    private final ProgressLine progress;
    private final List<Draft> drafts = new CopyOnWriteArrayList<>();
    private final Deadline deadline;
    private final Ahead<SolvedCases> solved;

    public CommandCall(ParseResult asked, Console desk, Lang lang, Ahead<SolvedCases> solved) {
        this.solved = solved;
        this.asked = asked;
        this.desk = desk;
        this.lang = lang;
        this.deadline = option("--time-limit")
                .map(text -> Deadline.in(Arguments.seconds("--time-limit", text)))
                .orElse(Deadline.NONE);
        this.progress = flag(HelpOptions.STEPS)
                ? ProgressLine.steps(desk, lang)
                : flag("--quiet") ? ProgressLine.silent() : ProgressLine.on(desk, lang);
    }

    public Lang lang() {
        return lang;
    }

    /// The languages of the page, that of the call first.
    public List<Lang> pages() {
        return flag(HelpOptions.BOTH_PAGES) ? List.of(lang, lang == Lang.EN ? Lang.JA : Lang.EN) : List.of(lang);
    }

    /// Writes the page for people; where both languages were asked for, in each.
    public void page(Draft to, Function<Lang, String> drawn) throws IOException {
        for (Lang one : pages()) {
            String page = drawn.apply(one);
            if (one == lang) {
                to.write(ResultFolder.PAGE, page);
            }
            if (pages().size() > 1) {
                to.write(ResultFolder.page(one), page);
            }
        }
    }

    /// Begins to look where the answers that are kept lie.
    public void prepare() {
        solved.begin();
    }

    /// The answers that are kept from one call to the next.
    public SolvedCases solved() {
        return flag("--fresh") ? solved.get().afresh() : solved.get();
    }

    public boolean json() {
        return flag("--json");
    }

    public boolean flag(String name) {
        return asked.hasMatchedOption(name);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(asked.matchedOptionValue(name, null));
    }

    /// Refuses these options where they would do nothing.
    /// @param where they do something
    public void without(Text where, String... options) {
        for (String option : options) {
            if (flag(option)) {
                throw new Arguments.Misuse(new Text(
                        "%s has no effect here; it is for %s.".formatted(option, where.en()),
                        "%s はここでは効きません。%s のためのものです。".formatted(option, where.ja())));
            }
        }
    }

    /// The folder that the results go to, claimed before any work is done, so that a wrong one costs no time.
    /// @param names of all files that may be written
    public Draft claim(String folder, Set<String> names) throws IOException {
        return claim(Draft.result(Arguments.path("--out", folder), names));
    }

    /// The same, if the person asked for a folder.
    public Optional<Draft> claim(Set<String> names) throws IOException {
        Optional<String> name = option("--out");
        return name.isEmpty() ? Optional.empty() : Optional.of(claim(name.get(), names));
    }

    /// Whatever becomes of the call, the draft is closed at its end.
    public Draft claim(Draft opened) {
        drafts.add(opened);
        return opened;
    }

    /// Before the process ends: nothing is put in place from here on. Whether anything was before.
    public boolean forgo() {
        boolean kept = false;
        for (Draft draft : drafts) {
            kept |= draft.forgo();
        }
        return kept;
    }

    /// Tidies up.
    public void end() {
        progress.end();
        drafts.forEach(Draft::close);
    }

    /// Words of the program's own, of many lines.
    public void own(String text) {
        desk.out().own(text);
    }

    /// The parameter at `index`, if it was given.
    public Optional<String> parameter(int index) {
        return asked.hasMatchedPositional(index)
                ? Optional.ofNullable(asked.matchedPositionalValue(index, null))
                : Optional.empty();
    }

    /// All parameters in the order in which they were typed.
    public List<String> parameters() {
        return asked.matchedPositionals().stream()
                .flatMap(positional -> positional.stringValues().stream())
                .toList();
    }

    /// For a JSON document that is written elsewhere and is the whole answer; [#own] ends its line.
    public Writer document() {
        return desk.out().document();
    }

    /// The one clock of the call.
    public Deadline deadline() {
        return deadline;
    }

    public ProgressLine progress() {
        return progress;
    }

    /// A line of the answer for people; not part of a JSON answer.
    public void line(String text) {
        if (!json()) {
            desk.out().line(text);
        }
    }

    /// What was said must be read now: the command goes on for long.
    public void flush() {
        desk.out().flush();
    }

    public void line(Text text) {
        line(text.in(lang));
    }

    /// The answer for programs.
    public JsonDocument answer() {
        return JsonDocument.begin(desk.out().document(), lang, () -> desk.out().own("\n"));
    }

    /// Warnings and notes, beside the answer.
    public void remarks(List<Finding> findings) {
        if (!flag("--quiet")) {
            progress.clear();
            for (Finding finding : findings) {
                desk.err().line(Arguments.severity(finding.severity()).in(lang) + " " + finding.in(lang));
            }
        }
    }
}
