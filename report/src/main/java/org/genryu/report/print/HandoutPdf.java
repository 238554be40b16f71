package org.genryu.report.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.genryu.core.Check;
import org.genryu.report.print.HandoutHtml.Room;

/// How do the two pages become a PDF, and how much is told so that they are two? Each page is laid out with less and
/// less until it is one. The file holds no date and no random name, so that the same pages are the same bytes.
public final class HandoutPdf {
    /// What is tried, the fullest first: fewer entries of each list, fewer rows, smaller letters.
    private static final List<Room> ROOMS = List.of(
            new Room(12, 12, 1, 400),
            new Room(10, 12, 1, 400),
            new Room(8, 10, 1, 400),
            new Room(7, 9, 1, 400),
            new Room(6, 8, 1, 400),
            new Room(5, 8, 1, 400),
            new Room(4, 8, 1, 400),
            new Room(3, 8, 1, 400),
            new Room(3, 7, 1, 400),
            new Room(3, 6, 1, 400),
            new Room(2, 6, 1, 400),
            new Room(2, 5, 1, 400),
            new Room(2, 4, 1, 400),
            new Room(2, 4, 0.92, 400),
            new Room(1, 4, 0.92, 400),
            new Room(1, 3, 0.92, 400),
            new Room(1, 3, 0.84, 400),
            new Room(1, 2, 0.84, 250),
            new Room(1, 1, 0.75, 160),
            new Room(1, 1, 0.6, 90));

    /// Held here, so that their level stays: what the library thinks of a font is nobody's question.
    private static final List<Logger> QUIET = quiet();

    private final PrintFont font = PrintFont.load();

    private HandoutPdf() {}

    /// Two pages as files.
    ///
    /// @param lacking letters that the font of the PDF does not have, each once; the HTML has them
    public record Printed(String html, byte[] pdf, String lacking) {}

    /// As much of it as two pages hold.
    public static Printed of(Handout handout) {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        XRLog.setLoggingEnabled(false);
        try {
            return new HandoutPdf().print(new HandoutHtml(handout));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Logger> quiet() {
        return List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));
    }

    private Printed print(HandoutHtml pages) throws IOException {
        Room first = fitting(pages::firstAlone);
        Room second = fitting(pages::secondAlone);
        String html = pages.both(first, second);
        String lacking = html.codePoints()
                .filter(letter -> !font.has(letter))
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Printed(html, bytes(html), lacking);
    }

    /// The fullest that is one page: each tells less than the one before it, so that halving finds it.
    private Room fitting(Function<Room, String> page) throws IOException {
        int fits = ROOMS.size() - 1;
        int first = 0;
        while (first < fits) {
            int middle = (first + fits) / 2;
            if (isOne(page.apply(ROOMS.get(middle)))) {
                fits = middle;
            } else {
                first = middle + 1;
            }
        }
        return ROOMS.get(fits);
    }

    private boolean isOne(String html) throws IOException {
        try (PdfBoxRenderer renderer = renderer(html)) {
            renderer.layout();
            return renderer.getRootBox().getLayer().getPages().size() == 1;
        }
    }

    private byte[] bytes(String html) throws IOException {
        try (PdfBoxRenderer renderer = renderer(html)) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            Check.that(
                    document.getNumberOfPages() == 2,
                    "Handout: %s pages; there must be 2.",
                    document.getNumberOfPages());
            PDDocumentInformation about = document.getDocumentInformation();
            about.getCOSObject().removeItem(COSName.CREATION_DATE);
            about.getCOSObject().removeItem(COSName.MOD_DATE);
            document.setDocumentId((long) html.hashCode());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private PdfBoxRenderer renderer(String html) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // Tagged for those who listen; and then the library takes no letter from another font than ours.
        builder.usePdfUaAccessibility(true);
        builder.useFont(font::open, PrintFont.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useSVGDrawer(new PictureDrawer(HandoutHtml.pictureRules()));
        builder.useUriResolver((base, address) -> null);
        builder.useUnicodeLineBreaker(new LineBreaks());
        builder.withHtmlContent(font.printable(html), null);
        return builder.buildPdfRenderer();
    }
}
