package org.genryu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.cases.BuiltInCases;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Nearest;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// Which term sheet was meant? A file of that name if there is one, else the built-in sheet of that id.
///
/// @param file name for findings
/// @param text of the sheet
record SheetSource(String file, String text) {
    private static final String FOLDER = "projects/";
    /// A sheet is a few pages; a larger file is something else.
    private static final long MOST_BYTES = 1 << 20;

    /// Whether the name speaks of a term sheet rather than of a case: a YAML file that is no part of a case folder,
    /// or
    /// the id of a built-in sheet.
    static boolean isMeant(String name) {
        Path path = Arguments.path("CASE", name);
        if (!Files.exists(path)) {
            return BuiltInCases.find(name).isEmpty() && builtIn().containsKey(name);
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

    static Outcome<SheetSource> find(String name) throws IOException {
        Path path = Arguments.path("FILE", name);
        if (Files.isRegularFile(path)) {
            if (Files.size(path) > MOST_BYTES) {
                return Outcome.failed(List.of(tooLarge(name, Files.size(path))));
            }
            return Outcome.of(new SheetSource(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
        }
        Map<String, String> built = builtIn();
        return Optional.ofNullable(built.get(name))
                .map(text -> Outcome.of(new SheetSource(FOLDER + name + ".yaml", text)))
                .orElseGet(() -> Outcome.failed(List.of(unknown(name, built))));
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

    private static Finding unknown(String name, Map<String, String> built) {
        String ids = String.join(", ", built.keySet());
        Text problem = new Text(
                "is no file and no built-in sheet; built in are: %s.".formatted(ids),
                "というファイルも組み込みシートもありません。組み込みシート: %s".formatted(ids));
        Optional<String> near = Nearest.of(name, built.keySet()).stream().findFirst();
        return near.map(id -> Finding.error(
                        Place.NOWHERE,
                        thing(name),
                        problem,
                        new Text("'%s' was meant.".formatted(id), "'%s' ではありませんか。".formatted(id))))
                .orElseGet(() -> Finding.error(Place.NOWHERE, thing(name), problem));
    }
}
