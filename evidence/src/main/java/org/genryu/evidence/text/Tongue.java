package org.genryu.evidence.text;

/// In which language is a text written, as far as the letters tell? Japanese where at least one letter in ten is kana,
/// Chinese where there are kanji and hardly a kana, English where nearly all letters are Latin.
public enum Tongue {
    JAPANESE("ja"),
    ENGLISH("en"),
    CHINESE("zh"),
    OTHER("und");

    private final String code;

    Tongue(String code) {
        this.code = code;
    }

    /// As in BCP 47.
    public String code() {
        return code;
    }

    public static Tongue of(String text) {
        long kana = 0;
        long kanji = 0;
        long latin = 0;
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters += Character.isLetter(c) ? 1 : 0;
            kana += c >= 0x3041 && c <= 0x30FF ? 1 : 0;
            kanji += c >= 0x4E00 && c <= 0x9FFF ? 1 : 0;
            latin += c < 0x250 && Character.isLetter(c) ? 1 : 0;
        }
        if (letters == 0) {
            return OTHER;
        }
        if (kana * 10 >= kana + kanji && kana + kanji > 0 && (kana + kanji) * 10 >= letters) {
            return JAPANESE;
        }
        if (kanji * 2 >= letters) {
            return CHINESE;
        }
        return latin * 10 >= letters * 9 ? ENGLISH : OTHER;
    }
}
