package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.risk.Assessment;
import org.genryu.balance.risk.Governance;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.genryu.results.RunResult;

/// What does a run say in a few words? On whom home depends, what runs short, which prices move, what it costs, and how
/// sure that is; under a scenario against the base case. The screen and the top of the page say these same sentences.
///
/// @param title what was run, one or two lines
/// @param parts in the order in which they are read
/// @param traced what is worth a trace: the goods of the dependence that is told first; empty if there is none
public record Brief(List<String> title, List<Part> parts, Optional<Goods> traced) {
    public Brief {
        title = List.copyOf(title);
        parts = List.copyOf(parts);
    }

    /// A commodity at a place.
    public record Goods(int place, int commodity) {}

    /// @param head a word or two
    public record Part(String head, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /// A sentence or a list, the weightiest first; where there is no room, the last ones may be left out.
    /// @param total how many there are; more than the entries if some are left out already
    /// @param rows of a screen that it may take
    public record Line(List<String> entries, int total, int rows) {
        public Line {
            entries = List.copyOf(entries);
        }

        static Line sentence(String text) {
            return new Line(List.of(text), 1, 2);
        }

        /// @param head before the first entry
        public static Line list(String head, List<String> told, int total, int rows) {
            List<String> entries = new ArrayList<>(told);
            entries.set(0, head + told.getFirst());
            return new Line(entries, total, rows);
        }

        /// All entries in one text.
        public String all(Lang lang) {
            return first(entries.size(), lang);
        }

        /// The first ones, and how many more there are.
        public String first(int kept, Lang lang) {
            String told = String.join(BETWEEN, entries.subList(0, kept));
            return kept < total ? told + BETWEEN + BriefPhrases.MORE.in(lang, total - kept) : told;
        }
    }

    /// Between the entries of a line, in both languages.
    private static final String BETWEEN = " · ";

    /// Of a run whose indicators are not there yet. Where time is over they are left out, and that is said.
    public static Brief of(RunResult run, Balance balance, Lang lang) {
        Optional<Assessment> assessment = run.traced().map(TracedBalance::assessment);
        if (assessment.isPresent()) {
            return of(run, balance, assessment, lang);
        }
        try {
            assessment = Optional.of(Assessment.of(balance, Governance.builtIn()));
        } catch (Deadline.TimeUp _) {
            // The answer stands; what needs more work is left out.
        }
        return of(run, balance, assessment, lang);
    }

    /// @param assessment of the balance
    public static Brief of(RunResult run, Balance balance, Assessment assessment, Lang lang) {
        return of(run, balance, Optional.of(assessment), lang);
    }

    private static Brief of(RunResult run, Balance balance, Optional<Assessment> assessment, Lang lang) {
        return new BriefWriter(new BriefSubject(run, balance, assessment, lang)).brief();
    }
}
