package org.genryu.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.BalanceResult.Limit;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One JSON document, written as it comes so that a large one needs no memory. Numbers that JSON has no word for are
/// null.
public final class JsonDocument implements AutoCloseable {
    /// Doubles below this are whole without loss.
    private static final double WHOLE = 1e15;

    private final JsonGenerator to;
    private final Lang lang;
    private final Runnable after;

    private JsonDocument(JsonGenerator to, Lang lang, Runnable after) {
        this.to = to;
        this.after = after;
        this.lang = lang;
    }

    /// Begins the document, an object; [#close()] ends it.
    /// @param lang language of findings and reasons
    /// @param after done when the document is whole
    public static JsonDocument begin(Writer out, Lang lang, Runnable after) {
        JsonGenerator to = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out);
        to.writeStartObject();
        return new JsonDocument(to, lang, after);
    }

    /// All rows of a result table under its name, each an object by the names of its columns.
    public JsonDocument table(ResultTable table) {
        return table(table.schema().name(), table);
    }

    /// The same under another name.
    public JsonDocument table(String name, ResultTable table) {
        return rows(name, () -> rows(table));
    }

    private void rows(ResultTable table) {
        try {
            table.write(new JsonRows(this, table.schema()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void beginRow() {
        to.writeStartObject();
    }

    void endRow() {
        to.writeEndObject();
    }

    public JsonDocument text(String name, String value) {
        to.writeStringProperty(name, value);
        return this;
    }

    /// A number; null where JSON has no word for it.
    public JsonDocument number(String name, double value) {
        to.writeName(name);
        write(value);
        return this;
    }

    private void write(double value) {
        if (!Double.isFinite(value)) {
            to.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            to.writeNumber((long) value);
        } else {
            to.writeNumber(value);
        }
    }

    public JsonDocument yes(String name, boolean value) {
        to.writeBooleanProperty(name, value);
        return this;
    }

    /// An array of objects.
    public JsonDocument rows(String name, Runnable rows) {
        to.writeName(name).writeStartArray();
        rows.run();
        to.writeEndArray();
        return this;
    }

    /// One object of [#rows].
    public JsonDocument row(Runnable properties) {
        to.writeStartObject();
        properties.run();
        to.writeEndObject();
        return this;
    }

    /// An object within.
    public JsonDocument part(String name, Runnable properties) {
        to.writeName(name);
        return row(properties);
    }

    /// A value that is JSON already.
    public JsonDocument made(String name, String json) {
        to.writeName(name).writeRawValue(json);
        return this;
    }

    /// The same document, its sentences from here on in another language.
    public JsonDocument in(Lang other) {
        return new JsonDocument(to, other, after);
    }

    public JsonDocument texts(String name, List<String> values) {
        to.writeName(name).writeStartArray();
        values.forEach(to::writeString);
        to.writeEndArray();
        return this;
    }

    /// An array of numbers.
    public JsonDocument numbers(String name, double[] values) {
        to.writeName(name).writeStartArray();
        for (double value : values) {
            write(value);
        }
        to.writeEndArray();
        return this;
    }

    public JsonDocument findings(String name, List<Finding> findings) {
        return rows(name, () -> findings.forEach(finding -> row(() -> finding(finding))));
    }

    private void finding(Finding finding) {
        text("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
        text("file", finding.place().file());
        number("line", finding.place().line());
        text("column", finding.place().column());
        text("thing", finding.thing().in(lang));
        text("problem", finding.problem().in(lang));
        text("cure", finding.cure().map(cure -> cure.in(lang)).orElse(""));
        text("message", finding.in(lang));
    }

    public JsonDocument limits(String name, List<Limit> limits) {
        return rows(
                name,
                () -> limits.forEach(limit -> row(() -> text("table", limit.table())
                        .text("id", limit.id())
                        .text("column", limit.column())
                        .text("period", limit.period())
                        .text("rule", limit.rule().in(lang)))));
    }

    /// Why there is no proved answer.
    public JsonDocument cause(BalanceResult.Cause cause) {
        text("reason", cause.word());
        if (cause instanceof BalanceResult.Cause.NotProved notProved) {
            text("message", notProved.why().in(lang));
            notProved
                    .miss()
                    .ifPresent(miss -> text("residual", miss.residual().name().toLowerCase(java.util.Locale.ROOT))
                            .number("size", miss.size())
                            .number("tolerance", miss.tolerance()));
            notProved.where().ifPresent(limit -> text("where", limit.place()));
        }
        return this;
    }

    /// The verdict on the first line of an answer: its status, and the reason if it is not proved.
    public JsonDocument status(RunResult run) {
        text("status", run.status());
        if (run.result() instanceof BalanceResult.StoppedEarly(var _, var _, var cause)) {
            cause(cause);
        }
        return this;
    }

    @Override
    public void close() {
        to.writeEndObject();
        to.close();
        after.run();
    }

    /// Rows into a JSON document, each an object by the names of the columns; an absent number is null.
    private static final class JsonRows implements RowSink {
        private final JsonDocument json;
        private final List<String> heads;
        private int at;

        JsonRows(JsonDocument json, ResultSchema.Table table) {
            this.json = json;
            this.heads = table.heads();
        }

        @Override
        public RowSink cell(Label text) {
            return text(text.text());
        }

        @Override
        public RowSink text(String text) {
            json.text(head(), text);
            return this;
        }

        @Override
        public RowSink number(double value) {
            json.number(head(), value);
            return this;
        }

        @Override
        public void end() {
            json.endRow();
            at = 0;
        }

        private String head() {
            if (at == 0) {
                json.beginRow();
            }
            return heads.get(at++);
        }
    }
}
