package org.genryu.evidence.document;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.genryu.core.Finding;
import org.genryu.core.Text;

/// The text of a PDF, page by page. Lines that are only broken by the width of the page are joined: a line
/// that does not end a sentence goes on with the next one.
///
/// A PDF can ask for any amount of work in a few bytes, and its reader cannot be interrupted: it works in a thread of
/// its own, and after [#SECONDS] it is left alone and the file refused.
final class PdfText {
    private static final int SECONDS = 8;
    /// Held here, so that its level stays: what the reader thinks of a file is told by findings, not by a log.
    private static final Logger QUIET = quiet();

    private PdfText() {}

    private static Logger quiet() {
        FontMappers.set(new OwnFonts());
        Logger logger = Logger.getLogger("org.apache.pdfbox");
        logger.setLevel(Level.OFF);
        Logger.getLogger("org.apache.fontbox").setParent(logger);
        return logger;
    }

    static Article read(String name, byte[] bytes, DocumentLimits limits, List<Finding> findings) throws IOException {
        QUIET.setLevel(Level.OFF);
        Callable<Article> work = () -> whole(name, bytes, limits, findings);
        FutureTask<Article> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("pdf").start(task);
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new IOException("takes too long");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static Article whole(String name, byte[] bytes, DocumentLimits limits, List<Finding> findings)
            throws IOException {
        try (PDDocument document = Loader.loadPDF(
                bytes, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(limits.unpacked()).streamCache)) {
            StringBuilder text = new StringBuilder();
            int pages = Math.min(document.getNumberOfPages(), limits.pages());
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            for (int page = 1; page <= pages && text.length() <= limits.characters(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.append(joined(stripper.getText(document))).append('\n');
            }
            if (document.getNumberOfPages() > pages) {
                findings.add(Finding.warning(
                        Finding.Place.of(name),
                        new Text("Document", "文書"),
                        new Text(
                                "it has more than %s pages; the rest is not read.".formatted(pages),
                                "%sページを超えるため、残りは読みません。".formatted(pages)),
                        new Text("it should be split.", "分割してください。")));
            }
            if (text.toString().isBlank()) {
                findings.add(Finding.warning(
                        Finding.Place.of(name),
                        new Text("Document", "文書"),
                        new Text("it has no text.", "文字がありません。"),
                        new Text("its pages are pictures: they must be recognised first.", "ページが画像なので、先に文字認識が必要です。")));
            }
            String title = Optional.ofNullable(document.getDocumentInformation().getTitle())
                    .orElse("");
            return new Article(name, title, "", Optional.empty(), text.toString());
        }
    }

    /// The lines of a page as paragraphs.
    static String joined(String page) {
        StringBuilder out = new StringBuilder();
        String before = "";
        for (String raw : page.split("\n", -1)) {
            String line = raw.strip();
            boolean goesOn = before.length() > 20
                    && !line.isEmpty()
                    && !before.matches("(?s).*[。！？.!?:：」）)]")
                    && !line.matches("[0-9０-９]+[.．、)].*|[•・●■◆※*-].*");
            if (!out.isEmpty()) {
                boolean latin = goesOn && before.charAt(before.length() - 1) < 0x3000 && line.charAt(0) < 0x3000;
                out.append(goesOn ? latin ? " " : "" : "\n");
            }
            out.append(line);
            before = line;
        }
        return out.toString();
    }
}
