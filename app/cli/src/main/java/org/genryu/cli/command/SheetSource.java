package org.genryu.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Arguments;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.name.Finder;

/// Which term sheet was meant? A file of that name if there is one, else the built-in sheet of that id.
///
/// @param file name for findings
/// @param text of the sheet
public record SheetSource(String file, String text) {
    private static final String FOLDER = "projects/";
    /// A sheet is a few pages; a larger file is something else.
    private static final long MOST_BYTES = 1 << 20;

    /// Whether the name speaks of a term sheet rather than of a case: a YAML file that is no part of a case folder,
    /// or the id or title of a built-in sheet.
    public static boolean isMeant(String name) {
        Path path = Arguments.path("CASE", name);
        if (!Files.exists(path)) {
            return CaseSource.builtIn().find(name).value().isEmpty()
                    && named(builtIn()).find(name).value().isPresent();
        }
        String file = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        String folder = Optional.ofNullable(path.toAbsolutePath().getParent())
                .map(parent -> String.valueOf(parent.getFileName()))
                .orElse("");
        return Files.isRegularFile(path)
                && (file.endsWith(".yaml") || file.endsWith(".yml"))
                && !file.equals("case.yaml")
                && !folder.equals("scenarios");
    }

    public static Outcome<SheetSource> find(String name) throws IOException {
        Path path = Arguments.path("FILE", name);
        if (Files.isRegularFile(path)) {
            if (Files.size(path) > MOST_BYTES) {
                return Outcome.failed(List.of(tooLarge(name, Files.size(path))));
            }
            return Outcome.of(new SheetSource(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
        }
        Map<String, String> built = builtIn();
        List<String> ids = List.copyOf(built.keySet());
        Outcome<Integer> found = named(built).find(name);
        return found.value()
                .map(at -> Outcome.of(
                        new SheetSource(FOLDER + ids.get(at) + ".yaml", built.getOrDefault(ids.get(at), ""))))
                .orElseGet(() -> Outcome.failed(found.findings().stream()
                        .map(one -> new Finding(
                                one.severity(),
                                one.place(),
                                one.thing(),
                                new Text(
                                        "is no file; as a built-in sheet it "
                                                + one.problem().en(),
                                        "というファイルはありません。組み込みシートとして"
                                                + one.problem().ja()),
                                one.cure()))
                        .toList()));
    }

    /// By id, and by the title that the sheet writes as `title: {en: …, ja: …}`.
    private static Finder named(Map<String, String> built) {
        return new Finder(
                new Text("Term sheet", "タームシート"),
                built.entrySet().stream()
                        .map(sheet -> new Finder.Named(
                                sheet.getKey(),
                                new Text(
                                        title(sheet.getValue(), "en", sheet.getKey()),
                                        title(sheet.getValue(), "ja", sheet.getKey()))))
                        .toList());
    }

    private static String title(String sheet, String lang, String id) {
        Matcher title = Pattern.compile("(?m)^title:\\s*\\{.*?\\b" + lang + ":\\s*\"?([^,}\"]+)")
                .matcher(sheet);
        return title.find() ? title.group(1).strip() : id;
    }

    /// The sheets of the built-in cases by id.
    static Map<String, String> builtIn() {
        Map<String, String> sheets = new TreeMap<>();
        for (BuiltInCases.BuiltIn one : BuiltInCases.all()) {
            BuiltInCases.files(one.id()).forEach((name, text) -> {
                if (name.startsWith(FOLDER) && name.endsWith(".yaml")) {
                    sheets.put(name.substring(FOLDER.length(), name.length() - ".yaml".length()), text);
                }
            });
        }
        return sheets;
    }

    private static Text thing(String name) {
        return new Text("Term sheet '%s'".formatted(name), "タームシート '%s'".formatted(name));
    }

    private static Finding tooLarge(String name, long bytes) {
        return Finding.error(
                Place.of(name),
                thing(name),
                new Text(
                        "size is %s bytes; it must be %s or less.".formatted(bytes, MOST_BYTES),
                        "のサイズは %s バイトです。%s バイト以下でなければなりません。".formatted(bytes, MOST_BYTES)),
                new Text("another file was meant.", "別のファイルではありませんか。"));
    }
}
