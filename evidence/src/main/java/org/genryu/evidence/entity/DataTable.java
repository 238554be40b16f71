package org.genryu.evidence.entity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables of words and facts that come with the program.
public final class DataTable {
    private DataTable() {}

    /// The rows of a table beside a class, by the names of its columns.
    public static List<NamedCsvRecord> rows(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("Table '" + name + "' is not part of the program.");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            return List.copyOf(
                    CsvReader.builder().ofNamedCsvRecord(reader).stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The parts of a cell that are joined by `;`.
    public static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }
}
