package org.genryu.geo;

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

/// Reads the tables that lie beside this class. They are part of the program: a fault in them is a programmer's
/// mistake, and a test reads them all.
final class ResourceRows {
    private ResourceRows() {}

    static List<NamedCsvRecord> of(String table) {
        String file = table + ".csv";
        try (InputStream in = Objects.requireNonNull(ResourceRows.class.getResourceAsStream(file), file);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .maxBufferSize(1 << 20)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
