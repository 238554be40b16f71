package org.genryu.cli.brief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// A PDF as another program reads it: how many pages, which words, which letters have no shape, what leaves the paper.
///
/// @param pages in A4; -1 if one has another size
/// @param text without blanks and breaks
/// @param shapeless letters drawn as `.notdef`
/// @param outside words that leave the paper or its margins
record PrintedPages(int pages, String text, int shapeless, List<String> outside) {
    /// Of the side margins, less a hair's breadth [points].
    private static final double MARGIN = 14 / 25.4 * 72 - 1;

    static PrintedPages of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Reader reader = new Reader();
            String text = reader.getText(document);
            boolean paper = true;
            for (var page : document.getPages()) {
                PDRectangle size = page.getMediaBox();
                paper &= Math.abs(size.getWidth() - PDRectangle.A4.getWidth()) < 1
                        && Math.abs(size.getHeight() - PDRectangle.A4.getHeight()) < 1;
            }
            return new PrintedPages(
                    paper ? document.getNumberOfPages() : -1,
                    bare(text),
                    reader.shapeless,
                    List.copyOf(reader.outside));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without blanks and breaks.
    static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static final class Reader extends PDFTextStripper {
        private int shapeless;
        private final List<String> outside = new ArrayList<>();

        @Override
        protected void showGlyph(Matrix at, PDFont font, int code, Vector moved) throws IOException {
            if (!(font instanceof PDType0Font whole) || whole.codeToGID(code) == 0) {
                shapeless++;
            }
            super.showGlyph(at, font, code, moved);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            double right = text.getXDirAdj() + text.getWidthDirAdj();
            boolean out = text.getXDirAdj() < MARGIN
                    || right > text.getPageWidth() - MARGIN
                    || text.getYDirAdj() - text.getHeightDir() < 0
                    || text.getYDirAdj() > text.getPageHeight() - 20;
            if (out && !text.getUnicode().isBlank()) {
                outside.add(text.getUnicode());
            }
            super.processTextPosition(text);
        }
    }
}
