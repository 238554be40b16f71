package org.genryu.casefile.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.NameSpelling;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A YAML text as a tree of words with their lines. It is built from the parser's events, never recursing and never
/// making objects of other types; size, depth and aliases are limited, so that a text of a few lines cannot grow into
/// gigabytes.
public sealed interface YamlTree {
    /// Line of the file; 1 is the first.
    int line();

    /// @param plain whether it stood without quotes
    record Word(String text, boolean plain, int line) implements YamlTree {}

    record Items(List<YamlTree> items, int line) implements YamlTree {}

    record Entries(Map<String, YamlTree> entries, int line) implements YamlTree {
        /// The entries under the names of the keys that were surely meant.
        /// @param told for each key that is written otherwise: as written, as meant, its line
        public Entries settled(Collection<String> known, Told told) {
            Map<String, YamlTree> meant = new LinkedHashMap<>();
            entries.forEach((key, node) -> {
                Optional<NameSpelling.Same> same = NameSpelling.same(key, known).filter(found -> !found.exact());
                String name = same.map(NameSpelling.Same::name).orElse(key);
                if (same.isPresent() && !entries.containsKey(name) && !meant.containsKey(name)) {
                    told.tell(key, name, node.line());
                    meant.put(name, node);
                } else {
                    meant.put(key, node);
                }
            });
            return new Entries(meant, line);
        }
    }

    /// Hears which keys were read as others.
    interface Told {
        void tell(String written, String name, int line);
    }

    int DEPTH = 40;
    int CHARACTERS = 1 << 20;
    int NODES = 400_000;
    int ALIASES = 50;

    /// The tree of any YAML text that people give us, with what was wrong; empty if it could not be read.
    /// @param file its name, for the findings
    static Outcome<YamlTree> parse(String file, String text) {
        CaseFindings faults = new CaseFindings();
        Optional<YamlTree> tree = read(file, text, faults);
        return new Outcome<>(tree, faults.all());
    }

    /// The tree, or empty if the text is none; what is wrong is told to `faults`.
    static Optional<YamlTree> read(String file, String text, CaseFindings faults) {
        if (text.length() > CHARACTERS) {
            faults.yamlLimit(Place.of(file), "characters", CHARACTERS);
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(CHARACTERS)
                .build();
        Builder builder = new Builder(file, faults);
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (!builder.take(event)) {
                    return Optional.empty();
                }
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            faults.brokenYaml(new Place(file, line, ""), e.getProblem() == null ? "" : e.getProblem());
            return Optional.empty();
        } catch (YamlEngineException e) {
            faults.yamlLimit(Place.of(file), "characters", CHARACTERS);
            return Optional.empty();
        }
        return builder.root();
    }

    /// The open collections while events come in.
    final class Builder {
        private final String file;
        private final CaseFindings faults;
        private final Deque<Open> open = new ArrayDeque<>();
        private final Map<Anchor, YamlTree> anchors = new HashMap<>();
        private final Map<YamlTree, Integer> sizes = new java.util.IdentityHashMap<>();
        private Optional<YamlTree> root = Optional.empty();
        private int nodes;
        private int aliases;

        /// @param at size of everything before it, to know its own size when it closes
        private record Open(YamlTree node, Optional<Anchor> anchor, int at, List<String> key) {}

        Builder(String file, CaseFindings faults) {
            this.file = file;
            this.faults = faults;
        }

        Optional<YamlTree> root() {
            return root;
        }

        /// Whether to go on.
        boolean take(Event event) {
            int line = event.getStartMark().map(m -> m.getLine() + 1).orElse(0);
            return switch (event.getEventId()) {
                case Scalar -> scalar((ScalarEvent) event, line);
                case SequenceStart -> open(new Items(new ArrayList<>(), line), ((SequenceStartEvent) event), line);
                case MappingStart -> open(new Entries(new LinkedHashMap<>(), line), ((MappingStartEvent) event), line);
                case SequenceEnd, MappingEnd -> close();
                case Alias -> alias((AliasEvent) event, line);
                case StreamStart, StreamEnd, DocumentEnd, Comment -> true;
                case DocumentStart -> root.isEmpty() || refuse(() -> faults.yamlDocuments(new Place(file, line, "")));
            };
        }

        private boolean refuse(Runnable tell) {
            tell.run();
            return false;
        }

        private boolean scalar(ScalarEvent event, int line) {
            Word word = new Word(event.getValue(), event.isPlain(), line);
            event.getAnchor().ifPresent(a -> anchors.put(a, word));
            return place(word, 1);
        }

        private boolean open(YamlTree node, NodeEvent event, int line) {
            if (open.size() >= DEPTH) {
                return refuse(() -> faults.yamlLimit(new Place(file, line, ""), "depth", DEPTH));
            }
            nodes++;
            open.push(new Open(node, event.getAnchor(), nodes, new ArrayList<>(1)));
            return true;
        }

        private boolean close() {
            Open done = open.pop();
            done.anchor.ifPresent(a -> anchors.put(a, done.node));
            sizes.put(done.node, nodes - done.at + 1);
            return place(done.node, 0);
        }

        private boolean alias(AliasEvent event, int line) {
            Optional<YamlTree> target = Optional.ofNullable(anchors.get(event.getAlias()));
            if (++aliases > ALIASES) {
                return refuse(() -> faults.yamlLimit(new Place(file, line, ""), "aliases", ALIASES));
            }
            if (target.isEmpty()) {
                return refuse(() -> faults.brokenYaml(
                        new Place(file, line, ""),
                        "undefined alias " + event.getAlias().getValue()));
            }
            return place(target.get(), sizes.getOrDefault(target.get(), 1));
        }

        /// Puts a node where it belongs; `size` nodes come with it.
        private boolean place(YamlTree node, int size) {
            nodes += size;
            if (nodes > NODES) {
                return refuse(() -> faults.yamlLimit(new Place(file, node.line(), ""), "nodes", NODES));
            }
            Open parent = open.peek();
            if (parent == null) {
                root = Optional.of(node);
                return true;
            }
            switch (parent.node) {
                case Items list -> list.items.add(node);
                case Entries map -> {
                    if (parent.key.isEmpty()) {
                        parent.key.add(node instanceof Word w ? w.text : "?");
                    } else {
                        String key = parent.key.removeFirst();
                        if (map.entries.putIfAbsent(key, node) != null) {
                            faults.yamlTwice(new Place(file, node.line(), key));
                        }
                    }
                }
                case Word w -> throw new IllegalStateException(w.text);
            }
            return true;
        }
    }
}
