package org.genryu.evidence.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/// The text of a Word file (.docx): of its main part, with notes. What was struck out by a tracked change is no text.
/// Archives inside are not opened.
final class WordText {
    private static final String MAIN = "word/document.xml";
    private static final int ENTRIES = 5_000;

    private WordText() {}

    static Article read(String name, byte[] bytes, DocumentLimits limits, List<Finding> findings) throws IOException {
        StringBuilder text = new StringBuilder();
        long unpacked = 0;
        int entries = 0;
        boolean found = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Deadline.present().check();
                boolean wanted =
                        entry.getName().equals(MAIN) || entry.getName().matches("word/(footnotes|endnotes)\\.xml");
                byte[] buffer = new byte[65_536];
                java.io.ByteArrayOutputStream part = new java.io.ByteArrayOutputStream();
                for (int n = zip.read(buffer); n > 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > limits.unpacked() || ++entries > ENTRIES * 100) {
                        throw new IOException("unpacks to too much");
                    }
                    if (wanted) {
                        part.write(buffer, 0, n);
                    }
                }
                if (++entries > ENTRIES) {
                    throw new IOException("too many parts");
                }
                if (wanted) {
                    found |= entry.getName().equals(MAIN);
                    text.append(paragraphs(part.toString(StandardCharsets.UTF_8), limits))
                            .append('\n');
                }
            }
        }
        if (!found) {
            throw new IOException("no Word file");
        }
        String whole = text.toString().strip();
        return new Article(
                name,
                whole.lines().findFirst().filter(line -> line.length() < 200).orElse(""),
                "",
                Optional.empty(),
                whole);
    }

    private static String paragraphs(String xml, DocumentLimits limits) {
        String bounded = xml.substring(0, (int) Math.min(xml.length(), limits.characters() * 8L));
        StringBuilder out = new StringBuilder();
        Node root = Jsoup.parse(bounded, "", Parser.xmlParser());
        root.childNodes().stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .forEach(one -> one.select("w|del, w|instrText, w|delText").remove());
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element) {
                        switch (element.tagName()) {
                            case "w:p", "w:br", "w:tr" -> newLine(out);
                            case "w:tab", "w:tc" -> out.append(' ');
                            default -> {
                                // an element that is no mark of the text
                            }
                        }
                    } else if (node instanceof TextNode part
                            && part.parent() instanceof Element parent
                            && parent.tagName().equals("w:t")) {
                        out.append(part.getWholeText());
                    }
                },
                root);
        return out.toString().strip();
    }

    private static void newLine(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
