package org.genryu.report.page;

import org.genryu.core.Lang;
import org.genryu.core.Text;

/// A text of the page in both languages with blanks to fill: those of all pages ([Words]) and those of the world
/// ([WorldWords]).
interface Phrase {
    Text text();

    /// The text with its blanks filled.
    default String in(Lang lang, Object... values) {
        return text().in(lang).formatted(values);
    }
}
