package org.genryu.evidence.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// Which articles are in a file? What it is, its first bytes decide, then its name: a PDF and a Word file say so, HTML
/// and feeds begin with a tag, an e-mail with its header; the rest is text or Markdown.
///
/// Whatever is wrong with a file becomes a finding, and what could be read of it is read.
public final class DocumentReader {
    private static final Text THING = new Text("Document", "文書");

    private final DocumentLimits limits;

    public DocumentReader(DocumentLimits limits) {
        this.limits = limits;
    }

    /// The form of a file.
    enum Form {
        TEXT,
        MARKDOWN,
        HTML,
        FEED,
        PDF,
        WORD,
        MAIL,
        BINARY
    }

    /// The articles of a file; symbolic links are followed only if a person named the file itself.
    public Outcome<List<Article>> read(Path file) throws IOException {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            return failed(name, new Text("it is no file.", "ファイルではありません。"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) Math.min(limits.bytes() + 1, Integer.MAX_VALUE - 16));
            return read(name, bytes);
        }
    }

    /// The same of bytes that are there already.
    public Outcome<List<Article>> read(String name, byte[] bytes) {
        if (bytes.length > limits.bytes()) {
            return failed(
                    name,
                    new Text(
                            "it is larger than %s million bytes.".formatted(limits.bytes() / 1_000_000),
                            "%s百万バイトを超えています。".formatted(limits.bytes() / 1_000_000)));
        }
        List<Finding> findings = new ArrayList<>();
        try {
            List<Article> articles = articles(name, bytes, findings);
            List<Article> cut = new ArrayList<>();
            for (Article article : articles) {
                Deadline.present().check();
                cut.add(cut(article, findings));
            }
            return new Outcome<>(java.util.Optional.of(List.copyOf(cut)), findings);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ClassCastException
                | NullPointerException
                | java.util.NoSuchElementException
                | ArithmeticException
                | NegativeArraySizeException
                | StackOverflowError e) {
            findings.add(Finding.error(Finding.Place.of(name), THING, unreadable(e)));
            return Outcome.failed(findings);
        }
    }

    private List<Article> articles(String name, byte[] bytes, List<Finding> findings) throws IOException {
        return switch (form(name, bytes)) {
            case PDF -> List.of(PdfText.read(name, bytes, limits, findings));
            case WORD -> List.of(WordText.read(name, bytes, limits, findings));
            case HTML -> List.of(HtmlText.page(name, CharsetGuess.decode(bytes, findings, name), limits));
            case FEED -> HtmlText.feed(name, CharsetGuess.decode(bytes, findings, name), limits, findings);
            case MAIL -> MailText.read(name, bytes, limits, findings);
            case MARKDOWN -> List.of(MarkdownText.read(name, CharsetGuess.decode(bytes, findings, name), limits));
            case TEXT ->
                List.of(new Article(
                        name, "", "", java.util.Optional.empty(), CharsetGuess.decode(bytes, findings, name)));
            case BINARY -> {
                findings.add(Finding.error(
                        Finding.Place.of(name),
                        THING,
                        new Text("its form is not known.", "形式がわかりません。"),
                        new Text(
                                "it should be saved as text, HTML, PDF, Word (.docx), RSS, Markdown or e-mail (.eml).",
                                "テキスト、HTML、PDF、Word (.docx)、RSS、Markdown、電子メール (.eml) で保存してください。")));
                yield List.of();
            }
        };
    }

    static Form form(String name, byte[] bytes) {
        String lower = name.toLowerCase(Locale.ROOT);
        String head = new String(bytes, 0, Math.min(bytes.length, 2_000), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF-")) {
            return Form.PDF;
        }
        if (head.startsWith("PK")) {
            return Form.WORD;
        }
        if (head.indexOf('\0') >= 0 && !head.startsWith("\u00FF\u00FE") && !head.startsWith("\u00FE\u00FF")) {
            return Form.BINARY;
        }
        String start =
                head.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        String root = root(start);
        if (root.matches("rss|feed|rdf:rdf")) {
            return Form.FEED;
        }
        if (lower.matches(".*\\.(html?|xhtml)")
                || root.matches("html|head|body")
                || start.startsWith("<!doctype html")) {
            return Form.HTML;
        }
        if (lower.endsWith(".eml")
                || start.matches(
                        "(?s)(received|return-path|delivered-to|mime-version|from|date|subject|message-id): .*\\n(.*\\n)*?[a-z-]+: .*")) {
            return lower.endsWith(".txt") || lower.endsWith(".md") ? Form.TEXT : Form.MAIL;
        }
        return lower.matches(".*\\.(md|markdown)") ? Form.MARKDOWN : Form.TEXT;
    }

    /// The name of the first element of something that begins with markup; empty if it begins with text.
    private static String root(String start) {
        java.util.regex.Matcher first =
                java.util.regex.Pattern.compile("<([a-z][a-z0-9:]*)[\\s/>]").matcher(start);
        return start.startsWith("<") && first.find() ? first.group(1) : "";
    }

    private Article cut(Article article, List<Finding> findings) {
        if (article.text().length() <= limits.characters()) {
            return article;
        }
        findings.add(Finding.warning(
                Finding.Place.of(article.name()),
                THING,
                new Text(
                        "it has more than %s million characters; the rest is not read."
                                .formatted(limits.characters() / 1_000_000),
                        "%s百万文字を超えるため、残りは読みません。".formatted(limits.characters() / 1_000_000)),
                new Text("it should be split.", "分割してください。")));
        return new Article(
                article.name(),
                article.title(),
                article.publisher(),
                article.date(),
                article.text().substring(0, limits.characters()));
    }

    private static Text unreadable(Throwable e) {
        return e instanceof StackOverflowError
                ? new Text("its parts are nested too deeply.", "入れ子が深すぎます。")
                : new Text("it cannot be read as what it seems to be.", "形式が壊れているため読めません。");
    }

    private static Outcome<List<Article>> failed(String name, Text problem) {
        return Outcome.failed(List.of(Finding.error(Finding.Place.of(name), THING, problem)));
    }
}
