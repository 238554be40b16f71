package org.genryu.casefile.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.core.Finding.Place;

/// In which code was a text file saved, and what does it say?
///
/// A mark at its start decides, else zero bytes (UTF-16), else whether it is UTF-8. What is none of these is Shift_JIS
/// (Windows-31J) or Windows-1252, whichever reading has the larger share of likely characters among those beyond ASCII:
///
/// - Shift_JIS: kana, signs and letters of full width and the first level of kanji (JIS X 0208 rows 1 to 47) count for
///   it, in runs of two and more or between signs; half-width kana and rare kanji do not, nor does a lone character
///   between two letters.
/// - Windows-1252: letters beside a letter, and the signs of typography, money and measure count for it.
///
/// Where neither has more than half and more than the other, the file is refused.
final class TextDecoder {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String SIGNS = "€‚„…‘’“”•–—™ ¡¢£¥§©«®°±²³µ·»¼½¾¿×÷´ªº";
    /// Texts of more zero bytes than this are UTF-16 [fraction].
    private static final double ZEROS = 0.2;

    private TextDecoder() {}

    /// The text; what was found is told to `faults`. Nothing if it is no text at all.
    static Optional<String> text(String file, byte[] bytes, CaseFindings faults) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8(file, bytes, 3, faults);
        }
        if (starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            faults.noText(file, true);
            return Optional.empty();
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, 0, 0, 0xFE, 0xFF)) {
            Charset wide = Charset.forName(bytes[0] == 0 ? "UTF-32BE" : "UTF-32LE");
            return told(file, bytes, 4, wide, "UTF-32", faults);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return told(file, bytes, 2, StandardCharsets.UTF_16LE, "UTF-16", faults);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return told(file, bytes, 2, StandardCharsets.UTF_16BE, "UTF-16", faults);
        }
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        if (Math.max(even, odd) > ZEROS * bytes.length && Math.min(even, odd) == 0) {
            Charset half = even > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            return told(file, bytes, 0, half, "UTF-16", faults);
        }
        return utf8(file, bytes, 0, faults);
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < bytes.length; i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return count;
    }

    private static Optional<String> told(
            String file, byte[] bytes, int skip, Charset charset, String name, CaseFindings faults) {
        Optional<String> text = strict(bytes, skip, charset);
        if (text.isEmpty()) {
            faults.noText(file, false);
        } else {
            faults.decoded(Place.of(file), name);
        }
        return text;
    }

    private static Optional<String> utf8(String file, byte[] bytes, int skip, CaseFindings faults) {
        Optional<String> text = strict(bytes, skip, StandardCharsets.UTF_8);
        return text.isPresent() ? text : Optional.of(legacy(file, bytes, skip, faults));
    }

    private static Optional<String> strict(byte[] bytes, int skip, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String legacy(String file, byte[] bytes, int skip, CaseFindings faults) {
        Optional<String> japanese = strict(bytes, skip, SHIFT_JIS);
        Optional<String> western = strict(bytes, skip, WINDOWS_1252);
        double j = japanese.map(TextDecoder::japanese).orElse(0.0);
        double w = western.map(TextDecoder::western).orElse(0.0);
        Place place = new Place(file, line(bytes, skip), "");
        if (j > 0.5 && j > w) {
            faults.decoded(place, "Shift_JIS");
            return japanese.orElse("");
        }
        if (w > 0.5 && w > j) {
            faults.decoded(place, "Windows-1252");
            return western.orElse("");
        }
        faults.encoding(place);
        return new String(bytes, skip, bytes.length - skip, StandardCharsets.UTF_8);
    }

    /// Line of the first byte that is no UTF-8.
    private static int line(byte[] bytes, int skip) {
        String text = new String(bytes, skip, bytes.length - skip, StandardCharsets.UTF_8);
        int bad = Math.max(0, text.indexOf('\uFFFD'));
        return 1 + (int) text.substring(0, bad).chars().filter(c -> c == '\n').count();
    }

    /// Share of likely Japanese characters.
    private static double japanese(String text) {
        return share(text, i -> {
            boolean inWord = isLetter(text, i - 1) && isLetter(text, i + 1);
            return isCommonJapanese(text.charAt(i)) && !inWord;
        });
    }

    private static boolean isCommonJapanese(char c) {
        byte[] code = String.valueOf(c).getBytes(SHIFT_JIS);
        int first = code[0] & 0xFF;
        return code.length == 2
                && first >= 0x81
                && first <= 0x98; // rows 1 to 47: signs, kana, kanji of the first level
    }

    /// Share of likely Western characters.
    private static double western(String text) {
        return share(text, i -> {
            char c = text.charAt(i);
            boolean letter = Character.isLetter(c) && (isLetter(text, i - 1) || isLetter(text, i + 1));
            return letter || SIGNS.indexOf(c) >= 0;
        });
    }

    /// Of the characters beyond ASCII; 0 if there is none.
    private static double share(String text, IntPredicate likely) {
        int[] beyond = IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) >= 128)
                .toArray();
        return beyond.length == 0 ? 0 : IntStream.of(beyond).filter(likely).count() / (double) beyond.length;
    }

    /// Whether an ASCII letter stands there.
    private static boolean isLetter(String text, int i) {
        return i >= 0 && i < text.length() && text.charAt(i) < 128 && Character.isLetter(text.charAt(i));
    }
}
