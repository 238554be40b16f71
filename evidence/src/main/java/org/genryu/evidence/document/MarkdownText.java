package org.genryu.evidence.document;

import java.util.Optional;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// The text of a Markdown file, without its marks.
final class MarkdownText {
    private MarkdownText() {}

    static Article read(String name, String markdown, DocumentLimits limits) {
        String bounded = markdown.substring(0, Math.min(markdown.length(), limits.characters()));
        String text = TextContentRenderer.builder()
                .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
                .build()
                .render(Parser.builder()
                        .maxOpenBlockParsers(limits.depth())
                        .build()
                        .parse(bounded));
        String title = text.lines().findFirst().orElse("").strip();
        return new Article(name, title.length() > 200 ? "" : title, "", Optional.empty(), text);
    }
}
