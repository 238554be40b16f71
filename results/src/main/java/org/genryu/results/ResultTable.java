package org.genryu.results;

import java.io.IOException;
import org.genryu.core.disk.Draft;

/// One table of a result: what it is called and means ([ResultSchema]) and who makes its rows. It keeps no row: every
/// writer asks for them again, and gets the same.
public final class ResultTable {
    /// Makes the rows.
    public interface Producer {
        void write(RowSink to) throws IOException;
    }

    private final ResultSchema.Table table;
    private final Producer rows;

    public ResultTable(String name, Producer rows) {
        this.table = ResultSchema.current().table(name);
        this.rows = rows;
    }

    public ResultSchema.Table schema() {
        return table;
    }

    void write(RowSink to) throws IOException {
        rows.write(to);
    }

    /// As the CSV file of its name.
    public void csv(Draft to) throws IOException {
        try (CsvWriter csv = new CsvWriter(to.open(table.file().orElseThrow()), table.heads())) {
            rows.write(new CsvRows(csv));
        }
    }

    /// Rows into a CSV file.
    private record CsvRows(CsvWriter csv) implements RowSink {
        @Override
        public RowSink cell(Label text) throws IOException {
            csv.cell(text.csv());
            return this;
        }

        @Override
        public RowSink text(String text) throws IOException {
            csv.cell(CsvWriter.text(text));
            return this;
        }

        @Override
        public RowSink number(double value) throws IOException {
            csv.number(value);
            return this;
        }

        @Override
        public void end() throws IOException {
            csv.end();
        }
    }
}
