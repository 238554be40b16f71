package org.genryu.evidence.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.genryu.core.Finding;

/// The text of an e-mail: its plain part, or the HTML one where there is no plain part; attached texts, pages, PDF and
/// Word files are articles of their own.
final class MailText {
    private MailText() {}

    static List<Article> read(String name, byte[] bytes, DocumentLimits limits, List<Finding> findings)
            throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(1_000_000)
                .setMaxHeaderCount(2_000)
                .setMaxHeaderLen(100_000)
                .setMaxContentLen(limits.bytes())
                .build());
        Message mail = builder.parseMessage(new ByteArrayInputStream(bytes));
        List<Article> attached = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        StringBuilder html = new StringBuilder();
        parts(mail, name, limits, 0, plain, html, attached, findings);
        String subject = Optional.ofNullable(mail.getSubject()).orElse("");
        String from = mail.getFrom() == null || mail.getFrom().isEmpty()
                ? ""
                : mail.getFrom().get(0).getDomain();
        Optional<LocalDate> date = Optional.ofNullable(mail.getDate())
                .map(Date::toInstant)
                .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate());
        String body =
                plain.isEmpty() ? HtmlText.page(name, html.toString(), limits).text() : plain.toString();
        List<Article> all = new ArrayList<>();
        all.add(new Article(name, subject, from == null ? "" : from, date, subject + "\n" + body));
        all.addAll(attached);
        return all;
    }

    private static void parts(
            Entity entity,
            String name,
            DocumentLimits limits,
            int depth,
            StringBuilder plain,
            StringBuilder html,
            List<Article> attached,
            List<Finding> findings)
            throws IOException {
        if (depth > limits.depth() || attached.size() >= limits.articles()) {
            return;
        }
        Body body = entity.getBody();
        if (body instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) {
                parts(part, name, limits, depth + 1, plain, html, attached, findings);
            }
        } else if (body instanceof Message inner) {
            parts(inner, name, limits, depth + 1, plain, html, attached, findings);
        } else if (body instanceof TextBody text) {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            text.writeTo(raw);
            String written = CharsetGuess.decode(raw.toByteArray(), findings, name);
            String said = text.getMimeCharset();
            String decoded = said == null || !java.nio.charset.Charset.isSupported(said)
                    ? written
                    : raw.toString(java.nio.charset.Charset.forName(said));
            (entity.getMimeType().endsWith("html") ? html : plain)
                    .append(decoded)
                    .append('\n');
        } else if (body instanceof BinaryBody binary && entity.getFilename() != null) {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            binary.writeTo(raw);
            String inside = name + "#" + entity.getFilename();
            DocumentReader.Form form = DocumentReader.form(inside, raw.toByteArray());
            if (form == DocumentReader.Form.PDF
                    || form == DocumentReader.Form.WORD
                    || form == DocumentReader.Form.HTML) {
                new DocumentReader(limits)
                        .read(inside, raw.toByteArray())
                        .value()
                        .ifPresent(attached::addAll);
            }
        }
    }
}
