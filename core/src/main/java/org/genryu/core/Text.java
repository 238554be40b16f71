package org.genryu.core;

/// One sentence or label in both languages. Whoever writes a message writes it twice, at once, so that neither lags
/// behind.
///
/// @param en English
/// @param ja Japanese
public record Text(String en, String ja) {
    /// The same in both languages: an id, a symbol, a unit.
    public static Text same(String word) {
        return new Text(word, word);
    }

    public String in(Lang lang) {
        return switch (lang) {
            case EN -> en;
            case JA -> ja;
        };
    }
}
