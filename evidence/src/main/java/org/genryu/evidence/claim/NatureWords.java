package org.genryu.evidence.claim;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genryu.core.DataTable;
import org.genryu.evidence.claim.Claim.Nature;

/// As what is an amount said to be: a fact, a target, a forecast …? The nearest word decides; in Japanese what governs
/// an amount stands behind it, so that a word in front counts as three times as far away.
final class NatureWords {
    private static final int REACH = 70;
    private static final int COMMA = 15;

    private final Map<Nature, List<String>> words = new LinkedHashMap<>();

    NatureWords() {
        for (NamedCsvRecord row : DataTable.rows(NatureWords.class, "natures.csv")) {
            List<String> all = new ArrayList<>(DataTable.parts(row.getField("words_ja")));
            DataTable.parts(row.getField("words_en")).forEach(word -> all.add(word.toLowerCase(Locale.ROOT)));
            words.put(Nature.valueOf(row.getField("nature").toUpperCase(Locale.ROOT)), all);
        }
    }

    /// The sentence without the names in it: 国防高等研究計画局 plans nothing.
    private static String masked(Page page, int from, int to) {
        StringBuilder text = new StringBuilder(page.text().substring(from, to));
        page.entities(from, to)
                .forEach(one -> text.replace(one.from() - from, one.to() - from, " ".repeat(one.to() - one.from())));
        return text.toString();
    }

    /// @param from first character of the sentence
    /// @param to after the last one
    Nature of(Page page, int from, int to, int amountFrom, int amountTo) {
        String sentence = masked(page, from, to).toLowerCase(Locale.ROOT);
        Nature best = Nature.ACTUAL;
        int least = REACH;
        for (Map.Entry<Nature, List<String>> entry : words.entrySet()) {
            for (String word : entry.getValue()) {
                boolean latin = word.charAt(0) < 0x250;
                for (int at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) {
                    int begin = from + at;
                    int apart = begin >= amountTo
                            ? begin - amountTo
                            : Math.max(0, amountFrom - begin - word.length()) * (latin ? 1 : 3);
                    apart += COMMA
                            * (int) page.text()
                                    .substring(Math.min(amountTo, begin), Math.max(amountTo, begin))
                                    .chars()
                                    .filter(c -> c == '、' || c == ',')
                                    .count();
                    if (apart < least) {
                        least = apart;
                        best = entry.getKey();
                    }
                }
            }
        }
        return best;
    }
}
