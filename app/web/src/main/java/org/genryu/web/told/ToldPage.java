package org.genryu.web.told;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A page that a command has written, taken apart: what is said first, its sections by name, and the files inside it.
/// Nothing in it runs: scripts, handlers and frames are left out, styles become classes of a sheet ([#sizes()]), since
/// the workbench allows no style inside a page.
///
/// @param title of the page
/// @param facts of the run in one line
/// @param headline what comes before the contents, and what has no heading of its own
/// @param sections by anchor, in order
/// @param files by name: tables under pictures, with a byte order mark
/// @param sizes rules of style for the pictures, by name of the class
public record ToldPage(
        String title,
        String facts,
        String headline,
        Map<String, Section> sections,
        Map<String, String> files,
        SortedMap<String, String> sizes) {
    /// @param heading as it stands on the page
    /// @param content without the heading
    public record Section(String heading, String content) {}

    /// Before the id of a strait in a link that stands for closing it.
    public static final String CLOSE = "#close-";

    private static final Pattern SIZE = Pattern.compile("min-width:(\\d+)px;max-width:(\\d+)px");
    private static final String DATA = "data:text/csv;charset=utf-8;base64,";

    /// @param files address under which the files of the page are asked for, such as `/jobs/ID/files/ja/`
    public static ToldPage read(Path page, String files) throws IOException {
        return of(Files.readString(page), files);
    }

    static ToldPage of(String html, String address) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        SortedMap<String, String> sizes = new TreeMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        Element main = Optional.ofNullable(document.selectFirst("main")).orElseGet(() -> document.body());
        tame(main, sizes);
        boolean ja = document.select("html").attr("lang").equals("ja");
        main.select("[data-close]").forEach(strait -> closing(strait, ja));
        main.select("a[download]").forEach(link -> file(link, address, files, ja));
        Map<String, Section> sections = new LinkedHashMap<>();
        StringBuilder headline = new StringBuilder();
        for (Element child : List.copyOf(main.children())) {
            Element heading = child.selectFirst("h2");
            if (child.normalName().equals("section") && heading != null) {
                section(child, heading, sections);
            } else if (!child.normalName().equals("nav")) {
                headline.append(child.outerHtml());
            }
        }
        return new ToldPage(
                document.select("header h1").text(),
                document.select("header p.run").text(),
                headline.toString(),
                sections,
                files,
                sizes);
    }

    /// The sections with these anchors that the page has, as one text.
    public List<Section> some(List<String> anchors) {
        List<Section> found = new ArrayList<>();
        anchors.forEach(anchor -> Optional.ofNullable(sections.get(anchor)).ifPresent(found::add));
        return found;
    }

    private static void section(Element section, Element heading, Map<String, Section> sections) {
        heading.remove();
        sections.put(heading.id(), new Section(heading.text(), section.html()));
    }

    private static void tame(Element main, SortedMap<String, String> sizes) {
        main.select("script,iframe,object,embed,form,link,meta,base,style").remove();
        for (Element element : main.getAllElements()) {
            element.attributes().asList().stream()
                    .map(attribute -> attribute.getKey())
                    .filter(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("on"))
                    .toList()
                    .forEach(element::removeAttr);
            if (element.hasAttr("style")) {
                Matcher size = SIZE.matcher(element.attr("style"));
                element.removeAttr("style");
                if (size.matches()) {
                    String name = "s" + size.group(1) + "-" + size.group(2);
                    element.addClass(name);
                    sizes.put(name, rule(name));
                }
            }
            String link = element.attr("href").strip().toLowerCase(java.util.Locale.ROOT);
            if (link.startsWith("javascript:")) {
                element.removeAttr("href");
            }
        }
    }

    /// A strait, in the map or in the list beside it, becomes a link that stands for closing it. Whoever shows
    /// the page knows in which case, and puts its address in place of [#CLOSE] and the id.
    private static void closing(Element strait, boolean ja) {
        String id = strait.attr("data-close");
        strait.removeAttr("data-close");
        Element link = new Element("a").attr("href", CLOSE + id);
        if (strait.normalName().equals("li")) {
            link.html(strait.html());
            strait.empty().appendChild(link);
            return;
        }
        String name = strait.select("title").text();
        link.attr("aria-label", (ja ? "封鎖する：" : "Close: ") + name);
        strait.replaceWith(link);
        link.appendChild(strait);
        // a picture with links in it is more than an image
        link.parents().select("svg[role=img]").attr("role", "group");
    }

    /// The rule of style behind the name of a size, such as `s320-960`.
    public static String rule(String size) {
        String[] parts = size.substring(1).split("-");
        return "svg." + size + "{min-width:" + Integer.parseInt(parts[0]) + "px;max-width:" + Integer.parseInt(parts[1])
                + "px}\n";
    }

    /// The table as a file in three forms, for programs and for spreadsheets.
    private static void file(Element link, String address, Map<String, String> files, boolean ja) {
        String href = link.attr("href");
        if (href.startsWith(DATA)) {
            String name = link.attr("download");
            files.put(
                    name,
                    new String(Base64.getDecoder().decode(href.substring(DATA.length())), StandardCharsets.UTF_8));
            link.attr("href", address + name);
            form(link, address + name + "?as=xlsx", name.replaceFirst("csv$", "xlsx"), "xlsx");
            form(link, address + name + "?as=excel", name, ja ? "Excel用CSV" : "Excel CSV");
        }
    }

    private static void form(Element link, String address, String name, String words) {
        Element other = new Element("a");
        other.attr("href", address.replaceFirst("/files/", "/sheets/"));
        other.attr("download", name).text(words);
        link.after(other);
        link.after(" ");
    }
}
