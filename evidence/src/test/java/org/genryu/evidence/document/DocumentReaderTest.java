package org.genryu.evidence.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// By hand: what a file says, whatever its form; and files made to do harm.
class DocumentReaderTest {
    private static final DocumentReader READER = new DocumentReader(DocumentLimits.USUAL);
    private static final String SENTENCE = "中国は世界のレアアースの9割以上を精製している。";

    private static Outcome<List<Article>> read(String name, String content) {
        return READER.read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Article one(Outcome<List<Article>> read) {
        assertThat(read.findings()).isEmpty();
        return read.value().orElseThrow().getFirst();
    }

    @Test
    void aPageMustGiveItsTextAndNothingElse() {
        Article page = one(read("a.html", """
                <!DOCTYPE html><html><head><title>題</title><meta property="article:published_time" content="2026-01-14T09:00:00+09:00">
                <meta property="og:site_name" content="新聞"><style>p{color:red}</style><script>document.write('99トン')</script></head>
                <body><nav>7カ国</nav><p>中国は<b>9割</b>以上。</p><table><tr><td>銅</td><td>5トン</td></tr></table><script>alert(1)</script>
                <p onclick="x()">&lt;b&gt; &amp; ½</p></body></html>"""));
        assertThat(page.text()).isEqualTo("中国は9割以上。\n銅 5トン\n<b> & ½");
        assertThat(page.title()).isEqualTo("題");
        assertThat(page.publisher()).isEqualTo("新聞");
        assertThat(page.date().orElseThrow()).hasToString("2026-01-14");
    }

    @Test
    void aFeedMustGiveOneArticleAnEntry() {
        List<Article> feed = read("f.xml", """
                <?xml version="1.0"?><rss version="2.0"><channel><title>資源速報</title>
                <item><title>一つ目</title><pubDate>Wed, 14 Jan 2026 09:00:00 GMT</pubDate><description>&lt;p&gt;5トン&lt;/p&gt;</description></item>
                <item><title>二つ目</title><description><![CDATA[<b>7トン</b>]]></description></item></channel></rss>""").value().orElseThrow();
        assertThat(feed).extracting(Article::text).containsExactly("一つ目\n5トン", "二つ目\n7トン");
        assertThat(feed.getFirst().name()).isEqualTo("f.xml#1");
        assertThat(feed.getFirst().publisher()).isEqualTo("資源速報");
        assertThat(feed.getFirst().date().orElseThrow()).hasToString("2026-01-14");
    }

    @Test
    void anAtomFeedMustBeReadToo() {
        Article entry = one(
                read(
                        "f.atom",
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><entry><title>x</title><updated>2026-02-03T00:00:00Z</updated><content type=\"html\">&lt;p&gt;3 tonnes&lt;/p&gt;</content></entry></feed>"));
        assertThat(entry.text()).isEqualTo("x\n3 tonnes");
        assertThat(entry.date().orElseThrow()).hasToString("2026-02-03");
    }

    @Test
    void markdownMustLoseItsMarks() {
        assertThat(one(read("a.md", "# 題\n\n中国は**9割**以上を[精製](https://example.org/5)。\n\n- 一つ\n- 二つ\n"))
                        .text())
                .startsWith("題")
                .contains("中国は9割以上を")
                .doesNotContain("**");
    }

    @Test
    void aWordFileMustGiveItsParagraphsWithoutWhatWasStruckOut() throws IOException {
        byte[] word = zip(
                "word/document.xml",
                "<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>中国は</w:t></w:r><w:r><w:t>9割以上。</w:t></w:r><w:del><w:r><w:delText>8割</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>次の段落</w:t></w:r></w:p></w:body></w:document>");
        assertThat(one(READER.read("a.docx", word)).text()).isEqualTo("中国は9割以上。\n次の段落");
    }

    @Test
    void aPdfMustGiveItsTextWithLinesJoined() throws IOException {
        Article pdf = one(READER.read(
                "a.pdf",
                pdf("China refined 91 percent of the rare earths of the", "world in 2024.", "A second paragraph.")));
        assertThat(pdf.text().strip())
                .isEqualTo("China refined 91 percent of the rare earths of the world in 2024.\nA second paragraph.");
    }

    @Test
    void aMailMustGiveItsPlainPartAndItsDate() {
        Article mail = one(read("a.eml", """
                From: Desk <desk@example.org>
                Date: Wed, 14 Jan 2026 09:00:00 +0900
                Subject: =?UTF-8?B?6LOH5rqQ?=
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="b"

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                中国は9割以上。
                --b
                Content-Type: text/html; charset=utf-8

                <p>99トン</p>
                --b--
                """.replace("\n", "\r\n")));
        assertThat(mail.text()).startsWith("資源\n中国は9割以上。").doesNotContain("99");
        assertThat(mail.publisher()).isEqualTo("example.org");
        assertThat(mail.date().orElseThrow()).hasToString("2026-01-14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "EUC-JP", "ISO-2022-JP", "UTF-16"})
    void theEncodingMustBeFound(String charset) {
        assertThat(one(READER.read("a.txt", SENTENCE.getBytes(Charset.forName(charset))))
                        .text())
                .isEqualTo(SENTENCE);
    }

    @Test
    void anUnknownFormMustBeRefusedWithItsCure() {
        Outcome<List<Article>> read = READER.read("a.bin", new byte[] {0, 1, 2, 3});
        assertThat(read.findings().getFirst().in(Lang.EN))
                .isEqualTo(
                        "Document: its form is not known. [a.bin] Maybe it should be saved as text, HTML, PDF, Word (.docx), RSS, Markdown or e-mail (.eml).");
    }

    @Test
    void whatIsNoUtf8MustBeSaid() {
        Outcome<List<Article>> read =
                READER.read("a.txt", new byte[] {'a', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, 'b'});
        assertThat(read.findings().getFirst().in(Lang.JA)).startsWith("文書: 文字コードがわかりません。");
    }

    // ---------------------------------------------------------------- made to do harm

    @Test
    void aWordFileThatUnpacksToTooMuchMustBeRefused() throws IOException {
        byte[] bomb = zip("word/document.xml", "<w:t>" + " ".repeat(150_000_000) + "</w:t>");
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(READER.read("bomb.docx", bomb).hasErrors()).isTrue();
    }

    @Test
    void archivesInsideArchivesMustNotBeOpened() throws IOException {
        byte[] inner = zip("word/document.xml", "<w:t>5</w:t>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("inner.docx"));
            zip.write(inner);
        }
        assertThat(READER.read("outer.docx", out.toByteArray()).hasErrors()).isTrue();
    }

    @Test
    void entitiesOfXmlMustNotBeResolved() {
        String xxe =
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><item><title>&x;&b;</title></item></channel></rss>";
        List<Article> read = read("x.xml", xxe).value().orElse(List.of());
        assertThat(read)
                .allSatisfy(article ->
                        assertThat(article.text()).doesNotContain("root:").doesNotContain("aaaa"));
    }

    @Test
    void deepNestingMustNotOverflow() {
        String deep = "<div>".repeat(200_000) + "5トン" + "</div>".repeat(200_000);
        assertThatCode(() -> read("deep.html", "<html><body>" + deep)).doesNotThrowAnyException();
        assertThatCode(() -> read("deep.md", "> ".repeat(50_000) + "x")).doesNotThrowAnyException();
        assertThatCode(() -> read("deep.xml", "<rss>" + "<a>".repeat(200_000))).doesNotThrowAnyException();
        String mail = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n";
        StringBuilder nested = new StringBuilder("From: a@b.c\r\n");
        for (int i = 0; i < 2_000; i++) {
            nested.append(mail.replace("\"b\"", "\"b" + i + "\""))
                    .append("--b")
                    .append(i)
                    .append("\r\n");
        }
        assertThatCode(() -> read("deep.eml", nested.toString())).doesNotThrowAnyException();
    }

    /// A table as large as a text may be, as a page and as a Word file: read and searched within ten seconds of one
    /// processor, or refused.
    @Test
    void anEnormousTableMustNotHang() throws IOException {
        StringBuilder page = new StringBuilder("<html><body><table>");
        StringBuilder word = new StringBuilder("<w:document><w:tbl>");
        for (int row = 0; row < 60_000; row++) {
            page.append("<tr><td>中国</td><td>レアアース</td><td>")
                    .append(row)
                    .append("トン</td><td>2024年</td><td>12.5%</td></tr>");
            word.append("<w:tr><w:tc><w:p><w:t>")
                    .append(row)
                    .append("トン</w:t></w:p></w:tc><w:tc><w:p><w:t>2024年</w:t></w:p></w:tc></w:tr>");
        }
        byte[] docx =
                zip("word/document.xml", word.append("</w:tbl></w:document>").toString());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Article table = one(read("table.html", page.append("</table>").toString()));
        long between = threads.getCurrentThreadCpuTime();
        assertThat(READER.read("table.docx", docx)
                        .value()
                        .orElseThrow()
                        .getFirst()
                        .text())
                .contains("59999トン");
        assertThat((between - before) / 1e9).as("seconds, page").isLessThan(10);
        assertThat((threads.getCurrentThreadCpuTime() - between) / 1e9)
                .as("seconds, Word")
                .isLessThan(10);
        assertThat(table.text()).contains("59999トン");
    }

    @Test
    void noDamagedFileMayThrow() throws IOException {
        byte[] pdf = pdf("Some text of 5 tonnes.");
        byte[] word = zip("word/document.xml", "<w:document><w:p><w:t>5トン</w:t></w:p></w:document>");
        byte[] html = "<html><body><table><tr><td>5トン</td></tr></table></body></html>".getBytes(StandardCharsets.UTF_8);
        byte[] mail = "From: a@b.c\r\nSubject: x\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n5 t\r\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[][] whole = {pdf, word, html, mail};
        String[] names = {"a.pdf", "a.docx", "a.html", "a.eml"};
        Law.of(15, 200).holds(input -> {
            int which = input.whole("file", 0, 3);
            byte[] bytes = whole[which].clone();
            int changes = input.whole("changes", 0, 8);
            for (int i = 0; i < changes; i++) {
                bytes[input.whole("at", 0, bytes.length - 1)] = (byte) input.whole("byte", 0, 255);
            }
            byte[] cut = Arrays.copyOf(bytes, input.whole("length", 0, bytes.length));
            READER.read(names[which], cut);
        });
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] pdf(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.setLeading(14);
                content.newLineAtOffset(50, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
