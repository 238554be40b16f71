package org.genryu.web.build;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.evidence.EvidenceDesk;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.scenario.DraftScenario;
import org.genryu.evidence.scenario.ToldEvent;
import org.genryu.evidence.time.TimeFrame;

/// What scenario does a sentence tell? Each event below the words it was read from, what the sentence leaves open
/// filled from past episodes and marked as an assumption.
///
/// Thread-safe.
final class HeadlineReader {
    private Optional<EvidenceDesk> desk = Optional.empty();

    /// @param id of the scenario
    /// @return empty if no event was understood
    synchronized Optional<ScenarioText> read(String sentence, String id, LocalDate today, Lang lang) {
        EvidenceDesk reader = desk.orElseGet(EvidenceDesk::new);
        desk = Optional.of(reader);
        Article article = new Article("text", "", "", Optional.empty(), sentence);
        List<ToldEvent> events = reader.read(List.of(article), TimeFrame.undated(today), List.of())
                .events();
        YearMonth next = YearMonth.from(today).plusMonths(1);
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ScenarioText.of(new DraftScenario(id, Text.same(sentence.strip()), events).yaml(next, lang)));
    }
}
