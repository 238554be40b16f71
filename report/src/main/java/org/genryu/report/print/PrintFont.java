package org.genryu.report.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.genryu.core.Check;

/// Which letters can be printed? Those of the one font that comes with the program, BIZ UDPGothic (SIL Open
/// Font License 1.1), so that no page depends on the fonts of a machine. A letter that it lacks becomes the
/// geta mark, the sign by which Japanese printers have always said so.
///
/// The font's rules for joining letters are left aside: `fi` as one shape has no letter behind it, and a text that is
/// searched or copied would lack it.
final class PrintFont {
    static final String FAMILY = "BIZ UDPGothic";

    /// In place of a letter that the font lacks.
    static final String GETA = "〓";

    private static final String FILE = "BIZUDPGothic-Regular.ttf";

    /// In the directory of the tables: where it begins, how long an entry is, where it says how many [bytes].
    private static final int DIRECTORY = 12;

    private static final int ENTRY = 16;
    private static final int COUNT = 4;

    /// Tag of the rules for joining letters, and one that no reader knows.
    private static final int JOINING = 'G' << 24 | 'S' << 16 | 'U' << 8 | 'B';

    private static final int LEFT_ASIDE = 'g' << 24 | 's' << 16 | 'u' << 8 | 'b';

    private final byte[] bytes;
    private final CmapLookup letters;

    private PrintFont(byte[] bytes, CmapLookup letters) {
        this.bytes = bytes;
        this.letters = letters;
    }

    static PrintFont load() {
        byte[] bytes = read();
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            return new PrintFont(bytes, font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read() {
        try (InputStream in = PrintFont.class.getResourceAsStream(FILE)) {
            Check.that(in != null, "PrintFont: resource %s is missing.", FILE);
            ByteBuffer font = ByteBuffer.wrap(in.readAllBytes());
            for (int table = 0; table < font.getShort(COUNT); table++) {
                int at = DIRECTORY + ENTRY * table;
                if (font.getInt(at) == JOINING) {
                    font.putInt(at, LEFT_ASIDE);
                }
            }
            return font.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    boolean has(int letter) {
        return letter < ' ' || letters.getGlyphId(letter) > 0;
    }

    /// The text in letters of the font.
    String printable(String text) {
        if (text.codePoints().allMatch(this::has)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (has(letter)) {
                out.appendCodePoint(letter);
            } else {
                out.append(GETA);
            }
        });
        return out.toString();
    }
}
