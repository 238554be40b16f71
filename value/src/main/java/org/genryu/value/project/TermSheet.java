package org.genryu.value.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;
import org.genryu.core.number.Money;
import org.genryu.value.project.SheetSchema.Key;

/// A project's term sheet as people write it: every number with its line and source, nothing worked out yet.
/// [#read] makes it from YAML, [#resolve] makes the [Project] that the engine needs.
///
/// @param file name for findings
/// @param id of the project
/// @param money currency and price year of every amount without its own
/// @param root the top of the sheet
public record TermSheet(String file, String id, Money money, Part root) {

    /// What stands under one key.
    public sealed interface Entry {
        record Number(SheetFigure figure) implements Entry {}

        record Word(String text, int line) implements Entry {}

        record Titled(Text text) implements Entry {}

        /// @param month months since the year 0
        /// @param until the month after the year or month that was written
        record Month(int month, int until, int line) implements Entry {}

        record Numbers(List<SheetFigure> figures, int line) implements Entry {}

        record Shares(Map<String, SheetFigure> figures, int line) implements Entry {}

        record Section(Part part) implements Entry {}

        record Sections(List<Part> parts) implements Entry {}

        /// Two things and their correlation.
        record Triples(List<Triple> triples) implements Entry {}

        /// Something stands there that could not be read; the finding about it is enough.
        record Unread(int line) implements Entry {}
    }

    /// `[first, second, value]`
    public record Triple(String first, String second, SheetFigure value) {
        boolean isSamePair(Triple other) {
            return (first.equals(other.first) && second.equals(other.second))
                    || (first.equals(other.second) && second.equals(other.first));
        }
    }

    /// A section of the sheet.
    ///
    /// @param section its name in the schema, such as `finance.loans`
    /// @param name the word that names it among its like, such as the loan's id; else empty
    /// @param path for people, such as `finance.loans[senior]`
    public record Part(String section, String name, String path, int line, Map<String, Entry> entries) {
        public Part {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        static Part empty(String section, String path) {
            return new Part(section, "", path, 0, Map.of());
        }

        public Optional<Entry> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /// The line of a key, or of the part if the key is not there.
        int line(String key) {
            return get(key).map(this::lineOf).orElse(line);
        }

        private int lineOf(Entry entry) {
            return switch (entry) {
                case Entry.Number(SheetFigure f) -> f.origin().line();
                case Entry.Word(String _, int l) -> l;
                case Entry.Month(int _, int _, int l) -> l;
                case Entry.Numbers(List<SheetFigure> _, int l) -> l;
                case Entry.Shares(Map<String, SheetFigure> _, int l) -> l;
                case Entry.Section(Part p) -> p.line;
                case Entry.Unread(int l) -> l;
                case Entry.Titled _, Entry.Sections _, Entry.Triples _ -> line;
            };
        }

        /// The number of a key as given, or its default; 0 where neither is there (which has been found
        /// already).
        public SheetFigure number(String key) {
            return given(key).orElseGet(() -> {
                Key spec = spec(key);
                String unit = spec.unit();
                double value = spec.standard().isEmpty() ? 0 : Double.parseDouble(spec.standard());
                return new SheetFigure(Amount.of(value), unit, SheetFigure.Origin.standard(path(key), spec.standard()));
            });
        }

        /// The number of a key if the sheet gives it.
        public Optional<SheetFigure> given(String key) {
            return given(key, Entry.Number.class).map(Entry.Number::figure);
        }

        /// The word of a key, or its default, or an empty text.
        public String word(String key) {
            return given(key, Entry.Word.class)
                    .map(Entry.Word::text)
                    .orElseGet(() -> spec(key).standard());
        }

        /// The part under a key; an empty one if there is none.
        public Part section(String key) {
            return given(key, Entry.Section.class)
                    .map(Entry.Section::part)
                    .orElseGet(() -> empty(spec(key).path(), path(key)));
        }

        public List<Part> sections(String key) {
            return given(key, Entry.Sections.class).map(Entry.Sections::parts).orElse(List.of());
        }

        <T extends Entry> Optional<T> given(String key, Class<T> kind) {
            return get(key).filter(kind::isInstance).map(kind::cast);
        }

        String path(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        private Key spec(String key) {
            return SheetSchema.current()
                    .key(section, key)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Term sheet: '" + key + "' is no key of section '" + section + "'."));
        }
    }

    /// Reads a sheet. All findings at once; the sheet is there whenever the text is a list of `key: value` lines.
    public static Outcome<TermSheet> read(String file, String text) {
        return SheetReader.read(file, text);
    }

    /// Works out the project, with everything that is wrong or doubtful about it.
    public Outcome<Project> resolve() {
        return SheetResolver.resolve(this);
    }

    /// Reads and resolves in one go; findings of both.
    public static Outcome<Project> project(String file, String text) {
        Outcome<TermSheet> sheet = read(file, text);
        if (sheet.value().isEmpty()) {
            return Outcome.failed(sheet.findings());
        }
        Outcome<Project> project = sheet.value().get().resolve();
        List<org.genryu.core.Finding> all = new java.util.ArrayList<>(sheet.findings());
        all.addAll(project.findings());
        all.sort(java.util.Comparator.comparingInt(f -> f.place().line()));
        return new Outcome<>(project.value(), all);
    }
}
