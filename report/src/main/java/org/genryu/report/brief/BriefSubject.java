package org.genryu.report.brief;

import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.risk.Assessment;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.report.words.CaseWords;
import org.genryu.report.words.Phrase;
import org.genryu.report.write.NumberFormat;
import org.genryu.results.RunResult;

/// What is told, and how it is called.
///
/// @param assessment of the balance; empty if time was over before it was there
record BriefSubject(RunResult run, Balance balance, Optional<Assessment> assessment, Lang lang) {
    /// A price whose ends lie nearer together is one number [fraction].
    static final double ONE_PRICE = 0.01;

    String say(Phrase words, Object... values) {
        return words.in(lang, values);
    }

    Optional<Balance> base() {
        return run.beside().base();
    }

    SupplyCase supply() {
        return balance.of();
    }

    CaseWords called() {
        return new CaseWords(supply(), lang);
    }

    NumberFormat shown() {
        return new NumberFormat(lang);
    }

    /// Name of a country.
    String name(int country) {
        return assessment.orElseThrow().name(country).in(lang);
    }
}
