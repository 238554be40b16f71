package org.genryu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseReader;
import org.genryu.casefile.XlsxReader;
import org.genryu.cases.BuiltInCases;
import org.genryu.cases.BuiltInCases.BuiltIn;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Nearest;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// Which case was meant? A folder or workbook of that name if there is one, else the built-in case of that id.
final class CaseSource {
    private CaseSource() {}

    /// The parameter CASE of a call; the default case if it may be left out and was.
    static Outcome<CaseFile> read(Call call) throws IOException {
        String name = call.parameter(0).orElse(BuiltInCases.DEFAULT);
        call.progress().begin(new Text("reading " + name, name + " を読み込み中"));
        return read(name);
    }

    static Outcome<CaseFile> read(String name) throws IOException {
        Path path = Arguments.path("CASE", name);
        if (Files.isDirectory(path)) {
            return CaseReader.read(path);
        }
        if (Files.exists(path)) {
            return isWorkbook(name) ? XlsxReader.read(path) : Outcome.failed(List.of(neither(name)));
        }
        return BuiltInCases.find(name)
                .map(builtIn -> CaseReader.readText(BuiltInCases.files(builtIn.id())))
                .orElseGet(() -> Outcome.failed(List.of(unknown(name))));
    }

    static boolean isWorkbook(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private static Finding neither(String name) {
        return Finding.error(
                Place.of(name),
                new Text("Case '%s'".formatted(name), "ケース '%s'".formatted(name)),
                new Text(
                        "is a file; it must be a folder with case.yaml or a workbook that ends in .xlsx.",
                        "はファイルです。case.yaml のあるフォルダか、.xlsx で終わるブックを指定してください。"),
                new Text("its folder is meant.", "ファイルのあるフォルダを指定してください。"));
    }

    static Finding unknown(String name) {
        List<String> ids = BuiltInCases.all().stream().map(BuiltIn::id).toList();
        Text thing = new Text("Case '%s'".formatted(name), "ケース '%s'".formatted(name));
        Text problem = new Text(
                "is no folder, no workbook and no built-in case; built in are: %s.".formatted(String.join(", ", ids)),
                "というフォルダ、ブック、組み込みケースはありません。組み込みケース: %s".formatted(String.join("、", ids)));
        Optional<String> near = Nearest.of(name, ids).stream().findFirst();
        return near.map(id -> Finding.error(
                        Place.NOWHERE,
                        thing,
                        problem,
                        new Text("'%s' was meant.".formatted(id), "'%s' ではありませんか。".formatted(id))))
                .orElseGet(() -> Finding.error(Place.NOWHERE, thing, problem));
    }
}
