package org.genryu.core;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The tables of words and facts that come with the program, each beside the class that it belongs to. A fault
/// in one is a programmer's mistake.
public final class DataTable {
    /// Longest row [characters]: outlines of land are long.
    private static final int LONGEST = 1 << 20;

    private DataTable() {}

    /// The rows of a table, by the names of its columns; lines that begin with `#` are remarks.
    /// @param name of the file, such as `columns.csv`
    /// @throws NullPointerException if it is no part of the program
    public static List<NamedCsvRecord> rows(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .maxBufferSize(LONGEST)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// The parts of a cell that are joined by `;`.
    public static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }
}
