package org.genryu.evidence.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Finding;
import org.genryu.core.Text;

/// In which encoding are the bytes of a text? A mark at the beginning decides, then whether they are UTF-8, then what
/// the text says of itself (`charset=`), then ISO-2022-JP by its escapes, then the one of Windows-31J and EUC-JP that
/// gives more kana and common signs. What cannot be decoded becomes U+FFFD, and a finding says so.
final class CharsetGuess {
    private static final Pattern SAID =
            Pattern.compile("(?i)(?:charset\\s*=\\s*|encoding\\s*=\\s*)[\"']?([A-Za-z0-9_.:-]{2,40})");
    private static final List<String> EASTERN = List.of("windows-31j", "EUC-JP");

    private CharsetGuess() {}

    static String decode(byte[] bytes, List<Finding> findings, String name) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF))) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 4_000), StandardCharsets.ISO_8859_1);
        if (head.contains("\u001B$") || head.contains("\u001B(J")) {
            return new String(bytes, charset("ISO-2022-JP").orElse(StandardCharsets.UTF_8));
        }
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        Matcher said = SAID.matcher(head);
        Optional<String> asSaid =
                said.find() ? charset(said.group(1)).flatMap(found -> strict(bytes, found)) : Optional.empty();
        if (asSaid.isPresent()) {
            return asSaid.get();
        }
        Optional<String> best = Optional.empty();
        for (String eastern : EASTERN) {
            Optional<String> text = charset(eastern).flatMap(found -> strict(bytes, found));
            if (text.isPresent() && (best.isEmpty() || kana(text.get()) > kana(best.get()))) {
                best = text;
            }
        }
        if (best.isPresent() && kana(best.get()) > 0) {
            return best.get();
        }
        findings.add(Finding.warning(
                Finding.Place.of(name),
                new Text("Document", "文書"),
                new Text(
                        "its encoding is not known; signs that are not UTF-8 are shown as \uFFFD.",
                        "文字コードがわかりません。UTF-8 でない文字は \uFFFD としました。"),
                new Text("it should be saved as UTF-8.", "UTF-8 で保存してください。")));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<Charset> charset(String name) {
        try {
            String known = name.toLowerCase(Locale.ROOT).matches("shift[_-]?jis|sjis|x-sjis") ? "windows-31j" : name;
            return Optional.of(Charset.forName(known));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static long kana(String text) {
        return text.chars()
                .filter(c -> (c >= 0x3041 && c <= 0x30FF) || c == '。' || c == '、')
                .count();
    }
}
