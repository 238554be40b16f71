package org.genryu.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.read.CaseReader;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.name.Finder;

/// Which case was meant? A folder or workbook of that name if there is one, else the built-in case of that id.
public final class CaseSource {
    private CaseSource() {}

    /// The parameter CASE of a call; the default case if it may be left out and was.
    public static Outcome<CaseFile> read(CommandCall call) throws IOException {
        String name = call.parameter(0).orElse(BuiltInCases.DEFAULT);
        call.progress().begin(new Text("reading " + name, name + " を読み込み中"));
        return read(name);
    }

    public static Outcome<CaseFile> read(String name) throws IOException {
        Path path = Arguments.path("CASE", name);
        if (Files.isDirectory(path)) {
            return CaseReader.read(path);
        }
        if (Files.exists(path)) {
            return isWorkbook(name) ? CaseReader.readWorkbook(path) : Outcome.failed(List.of(neither(name)));
        }
        Outcome<Integer> found = builtIn().find(name);
        return found.value()
                .map(at -> CaseReader.readText(
                        BuiltInCases.files(BuiltInCases.all().get(at).id())))
                .orElseGet(() -> unknown(found.findings()));
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

    /// The built-in cases by id and title.
    static Finder builtIn() {
        return new Finder(
                new Text("Case", "ケース"),
                BuiltInCases.all().stream()
                        .map(builtIn -> new Finder.Named(builtIn.id(), builtIn.title()))
                        .toList());
    }

    /// What is wrong with a name that is no folder, no workbook and no built-in case.
    private static Outcome<CaseFile> unknown(List<Finding> findings) {
        return Outcome.failed(findings.stream()
                .map(found -> new Finding(
                        found.severity(),
                        found.place(),
                        found.thing(),
                        new Text(
                                "is no folder and no workbook; as a built-in case it "
                                        + found.problem().en(),
                                "というフォルダもブックもありません。組み込みケースとして" + found.problem().ja()),
                        found.cure()))
                .toList());
    }
}
