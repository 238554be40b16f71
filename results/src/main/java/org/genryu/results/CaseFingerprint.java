package org.genryu.results;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.form.RawTable;
import org.genryu.core.ContentHash;

/// Is it the same case? The hash of what is written in it, cell by cell, so that a folder and a workbook of the same
/// case have the same one. Rows count in their order; comments, empty tables and the order of files do not.
public final class CaseFingerprint {
    private CaseFingerprint() {}

    public static String of(CaseFile file) {
        return without(file, "");
    }

    /// Of all but a table.
    public static String without(CaseFile file, String left) {
        Map<String, byte[]> parts = new TreeMap<>();
        parts.put("case.yaml", bytes(file.raw().header()));
        file.raw().scenarios().forEach((id, text) -> parts.put("scenarios/" + id, bytes(text)));
        file.raw().tables().forEach((name, table) -> {
            if (table.rows() > 0 && !name.equals(left)) {
                parts.put(name, bytes(cells(table)));
            }
        });
        return ContentHash.of(parts);
    }

    private static String cells(RawTable table) {
        StringBuilder text = new StringBuilder(table.rows() * table.width() * 8);
        table.head().forEach(name -> text.append(plain(name)).append('\u001f'));
        for (int row = 0; row < table.rows(); row++) {
            text.append('\u001e');
            for (int column = 0; column < table.width(); column++) {
                text.append(plain(table.cell(row, column))).append('\u001f');
            }
        }
        return text.toString();
    }

    /// What parts cells may stand in one, too: then it is marked, so that no two tables read the same.
    private static String plain(String cell) {
        return cell.indexOf('\u001b') < 0 && cell.indexOf('\u001e') < 0 && cell.indexOf('\u001f') < 0
                ? cell
                : cell.replace("\u001b", "\u001b\u001b")
                        .replace("\u001e", "\u001be")
                        .replace("\u001f", "\u001bf");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
