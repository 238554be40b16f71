package org.genryu.evidence.entity;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.DataTable;
import org.genryu.core.Text;
import org.genryu.evidence.text.Shadow;

/// Which of the known things does a text name, and where? The longest name that stands at a place is taken, so that
/// 液化天然ガス is not 天然ガス and 米国商務省 not 米国. A Latin name is a whole word; its case counts where it is short.
public final class Gazetteer {
    private static final int SHORT = 4;

    private record Alias(String name, Entity entity, boolean latin) {}

    private final Map<String, Entity> entities = new HashMap<>();
    /// Names by their first letter in small, the longest first.
    private final Map<Character, List<Alias>> aliases = new HashMap<>();
    private final List<Office> offices;

    private Gazetteer(List<Entity> entities, List<Office> offices) {
        this.offices = List.copyOf(offices);
        for (Entity entity : entities) {
            this.entities.put(entity.id(), entity);
            add(entity.name().en(), entity);
            add(entity.name().ja(), entity);
            entity.also().forEach(name -> add(name, entity));
        }
        aliases.values()
                .forEach(list -> list.sort(
                        (a, b) -> Integer.compare(b.name().length(), a.name().length())));
    }

    /// The one that comes with the program.
    public static Gazetteer own() {
        List<Entity> entities = new ArrayList<>();
        for (NamedCsvRecord row : DataTable.rows(Gazetteer.class, "gazetteer.csv")) {
            entities.add(new Entity(
                    row.getField("id"),
                    row.getField("kind"),
                    new Text(row.getField("name_en"), row.getField("name_ja")),
                    DataTable.parts(row.getField("also")),
                    row.getField("parent"),
                    DataTable.parts(row.getField("parts")),
                    DataTable.parts(row.getField("measures"))));
        }
        List<Office> offices = new ArrayList<>();
        for (NamedCsvRecord row : DataTable.rows(Gazetteer.class, "offices.csv")) {
            offices.add(new Office(
                    row.getField("person"),
                    row.getField("office"),
                    row.getField("country"),
                    LocalDate.parse(row.getField("from")),
                    Optional.of(row.getField("to")).filter(to -> !to.isEmpty()).map(LocalDate::parse),
                    row.getField("source")));
        }
        return new Gazetteer(entities, offices);
    }

    private void add(String name, Entity entity) {
        if (!name.isEmpty()) {
            boolean latin = name.charAt(0) < 0x250;
            aliases.computeIfAbsent(Character.toLowerCase(name.charAt(0)), _ -> new ArrayList<>())
                    .add(new Alias(Shadow.of(name).text(), entity, latin));
        }
    }

    public Optional<Entity> entity(String id) {
        return Optional.ofNullable(entities.get(id));
    }

    public List<Office> offices() {
        return offices;
    }

    /// All things of a kind, in the order of their ids.
    public List<Entity> ofKind(String kind) {
        return entities.values().stream()
                .filter(one -> one.kind().equals(kind))
                .sorted(java.util.Comparator.comparing(Entity::id))
                .toList();
    }

    /// The names that stand in a shadow, none within another.
    public List<EntityMention> mentions(String shadow) {
        List<EntityMention> found = new ArrayList<>();
        int at = 0;
        while (at < shadow.length()) {
            Optional<Alias> alias = at(shadow, at);
            if (alias.isPresent()) {
                int end = at + alias.get().name().length();
                found.add(new EntityMention(alias.get().entity(), at, end));
                at = end;
            } else {
                at++;
            }
        }
        return List.copyOf(found);
    }

    /// The things that bear a name, whatever its case.
    public List<Entity> named(String name) {
        return aliases.getOrDefault(name.isEmpty() ? ' ' : Character.toLowerCase(name.charAt(0)), List.of()).stream()
                .filter(alias -> alias.name().equalsIgnoreCase(name))
                .map(Alias::entity)
                .distinct()
                .toList();
    }

    private Optional<Alias> at(String text, int at) {
        for (Alias alias : aliases.getOrDefault(Character.toLowerCase(text.charAt(at)), List.of())) {
            boolean anyCase = alias.latin() && alias.name().length() > SHORT;
            if (text.regionMatches(anyCase, at, alias.name(), 0, alias.name().length())
                    && (!alias.latin() || isWord(text, at, at + alias.name().length()))) {
                return Optional.of(alias);
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(String text, int from, int to) {
        return (from == 0 || !isLatin(text.charAt(from - 1)))
                && (to >= text.length()
                        || !isLatin(text.charAt(to))
                        || (text.charAt(to) == 's' && (to + 1 == text.length() || !isLatin(text.charAt(to + 1)))));
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }
}
