package org.genryu.report.words;

import org.genryu.core.Lang;
import org.genryu.core.Text;

/// A text of the page in both languages with blanks to fill.
public interface Phrase {
    Text text();

    /// The text with its blanks filled.
    default String in(Lang lang, Object... values) {
        return text().in(lang).formatted(values);
    }
}
