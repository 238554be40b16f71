package org.genryu.evidence.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// The text of a page and of the entries of a feed. Scripts, styles, forms and navigation are no text; blocks and table
/// rows end a line, cells are parted by a blank.
///
/// The parser makes a tree of text: it runs nothing, loads nothing and knows no entities but those of HTML.
final class HtmlText {
    private static final String NO_TEXT =
            "script, style, noscript, template, iframe, object, embed, svg, math, nav, footer, form, button, select, textarea, input, head > *:not(title), [hidden], [aria-hidden=true]";
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T.*)?");

    private HtmlText() {}

    static Article page(String name, String html, DocumentLimits limits) {
        Document page = Jsoup.parse(bounded(html, limits));
        String title = page.title();
        Optional<LocalDate> date = firstDate(
                page.select(
                                "meta[property=article:published_time], meta[name=date], meta[name=pubdate], meta[itemprop=datePublished]")
                        .eachAttr("content"),
                page.select("time[datetime]").eachAttr("datetime"));
        String publisher =
                page.select("meta[property=og:site_name], meta[name=publisher]").attr("content");
        page.select(NO_TEXT).remove();
        return new Article(name, title, publisher, date, text(page.body()));
    }

    /// The entries of an RSS or Atom file.
    static List<Article> feed(String name, String xml, DocumentLimits limits, List<Finding> findings) {
        Document feed = Jsoup.parse(bounded(xml, limits), "", Parser.xmlParser());
        String publisher = feed.select("channel > title, feed > title").stream()
                .findFirst()
                .map(Element::text)
                .orElse("");
        List<Article> found = new ArrayList<>();
        for (Element entry : feed.select("item, entry")) {
            if (found.size() == limits.articles()) {
                findings.add(Finding.warning(
                        Finding.Place.of(name),
                        new Text("Document", "文書"),
                        new Text(
                                "it has more than %s entries; the rest is not read.".formatted(limits.articles()),
                                "%s件を超えるため、残りは読みません。".formatted(limits.articles())),
                        new Text("it should be split.", "分割してください。")));
                break;
            }
            String title = child(entry, "title");
            String body = longest(
                    child(entry, "content:encoded"),
                    child(entry, "content"),
                    child(entry, "description"),
                    child(entry, "summary"));
            String written = child(entry, "pubDate").isEmpty()
                    ? child(entry, "published") + child(entry, "dc:date")
                    : child(entry, "pubDate");
            String text = title + "\n" + page(name, body, limits).text();
            found.add(new Article(
                    name + "#" + (found.size() + 1),
                    title,
                    publisher,
                    date(written.isEmpty() ? child(entry, "updated") : written),
                    text));
        }
        return found;
    }

    private static String child(Element entry, String tag) {
        return entry.children().stream()
                .filter(one -> one.tagName().equalsIgnoreCase(tag))
                .findFirst()
                .map(one -> one.children().isEmpty() ? one.wholeText() : one.html())
                .orElse("")
                .strip();
    }

    private static String longest(String... texts) {
        String longest = "";
        for (String text : texts) {
            longest = text.length() > longest.length() ? text : longest;
        }
        return longest;
    }

    /// As many characters as are read, with room for the markup.
    private static String bounded(String html, DocumentLimits limits) {
        int most = (int) Math.min(Integer.MAX_VALUE, limits.characters() * 4L);
        return html.length() <= most ? html : html.substring(0, most);
    }

    static String text(Element root) {
        StringBuilder out = new StringBuilder();
        NodeVisitor writer = new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode part) {
                    out.append(part.getWholeText().replaceAll("\\s+", " "));
                } else if (node instanceof Element element && isLine(element)) {
                    line(out);
                } else if (node instanceof Element element
                        && element.normalName().matches("td|th")) {
                    out.append(out.isEmpty() || out.charAt(out.length() - 1) <= ' ' ? "" : " ");
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && isLine(element)) {
                    line(out);
                }
            }
        };
        NodeTraversor.traverse(writer, root);
        return out.toString().replaceAll(" *\\n[ \\n]*", "\n").strip();
    }

    private static boolean isLine(Element element) {
        return switch (element.normalName()) {
            case "td", "th" -> false;
            case "br", "tr" -> true;
            default -> element.isBlock();
        };
    }

    private static void line(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    @SafeVarargs
    private static Optional<LocalDate> firstDate(List<String>... sources) {
        for (List<String> source : sources) {
            for (String written : source) {
                Optional<LocalDate> date = date(written);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    /// A date as feeds, mails and pages write it for machines (RFC 3339, RFC 1123).
    static Optional<LocalDate> date(String written) {
        Matcher iso = DATE.matcher(written.strip());
        try {
            return iso.matches()
                    ? Optional.of(LocalDate.parse(iso.group(1)))
                    : Optional.of(OffsetDateTime.parse(written.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toLocalDate());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
