package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.geo.SeaNetwork;

/// What could the other side do? The moves of the case's `moves` table; without one, stopping the exports of
/// each place of a rival and closing each strait that a lane of the case passes.
public final class RivalMoves {
    private RivalMoves() {}

    /// @param calm the case without any of them: its lanes say which straits are passed
    public static List<RivalMove> of(CaseFile file, SupplyCase calm) {
        return file.table("moves").rows() > 0 ? written(file, calm) : usual(file, calm);
    }

    /// Whether they are those that the case writes.
    public static boolean areWritten(CaseFile file) {
        return file.table("moves").rows() > 0;
    }

    private static Action action(String shape, Map<String, List<String>> words, int line) {
        return new Action(shape(shape), words, Map.of(), Integer.MIN_VALUE, Integer.MAX_VALUE, "moves.csv", line);
    }

    private static ActionShapes.Shape shape(String name) {
        return Optional.ofNullable(ActionShapes.current().shapes().get(name)).orElseThrow();
    }

    private static List<RivalMove> usual(CaseFile file, SupplyCase calm) {
        List<RivalMove> moves = new ArrayList<>();
        SupplyCase.Places places = calm.world().places();
        Set<String> rivals = Set.copyOf(file.header().rival());
        for (int p = 0; p < places.size(); p++) {
            String id = places.ids().id(p);
            if (rivals.contains(id) || rivals.contains(places.country()[p])) {
                Text name = places.names()[p];
                moves.add(new RivalMove(
                        "ban-" + id,
                        new Text(name.en() + " stops its exports", name.ja() + "が輸出を止める"),
                        1,
                        List.of(action("ban", Map.of("from", List.of(id)), moves.size() + 1)),
                        new Place("case.yaml", 0, "rival")));
            }
        }
        Set<String> straits = new TreeSet<>();
        for (String[] via : calm.routes().via()) {
            straits.addAll(Arrays.asList(via));
        }
        for (String strait : straits) {
            Text name = strait(file, strait);
            moves.add(new RivalMove(
                    "closure-" + strait,
                    new Text(name.en() + " is closed", name.ja() + "が封鎖される"),
                    1,
                    List.of(action("closure", Map.of("strait", List.of(strait)), moves.size() + 1)),
                    new Place("routes.csv", 0, "via")));
        }
        return moves;
    }

    private static Text strait(CaseFile file, String id) {
        CaseTable straits = file.table("straits");
        int row = straits.row(id);
        if (row >= 0 && !straits.words("name_en")[row].isEmpty()) {
            String ja = straits.words("name_ja")[row];
            return new Text(straits.words("name_en")[row], ja.isEmpty() ? straits.words("name_en")[row] : ja);
        }
        return SeaNetwork.world().strait(id).map(found -> found.name()).orElse(Text.same(id));
    }

    private static List<RivalMove> written(CaseFile file, SupplyCase calm) {
        CaseTable table = file.table("moves");
        String[] move = table.words("move");
        String[] en = table.words("name_en");
        String[] ja = table.words("name_ja");
        CaseTable.Column.Numbers cost = table.numbers("cost");
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < move.length; row++) {
            rows.computeIfAbsent(move[row], _ -> new ArrayList<>()).add(row);
        }
        List<RivalMove> moves = new ArrayList<>();
        rows.forEach((id, own) -> {
            List<Action> actions = own.stream().map(row -> change(table, row)).toList();
            double most =
                    own.stream().mapToDouble(row -> cost.values()[row]).max().orElse(1);
            Optional<Integer> named = own.stream()
                    .filter(row -> !en[row].isEmpty() || !ja[row].isEmpty())
                    .findFirst();
            Text name = named.map(row ->
                            new Text(en[row].isEmpty() ? ja[row] : en[row], ja[row].isEmpty() ? en[row] : ja[row]))
                    .orElseGet(() -> name(calm, id));
            moves.add(new RivalMove(
                    id,
                    name,
                    most,
                    actions,
                    new Place(table.raw().file(), table.raw().line(own.getFirst()), "move")));
        });
        return moves;
    }

    /// A move that has the id of a thing is called as the thing.
    private static Text name(SupplyCase calm, String id) {
        int place = calm.world().places().ids().find(id);
        if (place >= 0) {
            return calm.world().places().names()[place];
        }
        int route = calm.routes().ids().find(id);
        for (int lane = 0; route >= 0 && lane < calm.routes().size(); lane++) {
            if (calm.routes().route()[lane] == route) {
                Text from = calm.world().places().names()[calm.routes().from()[lane]];
                Text to = calm.world().places().names()[calm.routes().to()[lane]];
                Text what = calm.world().commodities().names()[calm.routes().commodity()[lane]];
                return new Text(
                        from.en() + " → " + to.en() + ": " + what.en() + " (" + id + ")",
                        from.ja() + "→" + to.ja() + "：" + what.ja() + "（" + id + "）");
            }
        }
        return Text.same(id);
    }

    private static Action change(CaseTable table, int row) {
        CaseTable.Column.Spans from = table.spans("from");
        CaseTable.Column.Spans until = table.spans("until");
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (String key : List.of("table", "id", "column", "op")) {
            words.put(key, List.of(table.words(key)[row]));
        }
        double value = table.numbers("value").values()[row];
        words.put("value", List.of(Double.toString(value)));
        return new Action(
                shape("change"),
                words,
                Map.of("value", value),
                from.given(row) ? from.from()[row] : Integer.MIN_VALUE,
                until.given(row) ? until.until()[row] : Integer.MAX_VALUE,
                table.raw().file(),
                table.raw().line(row));
    }

    /// Several moves as what a resolver takes.
    public static Scenario scenario(List<RivalMove> moves) {
        String file = moves.isEmpty() ? "moves.csv" : moves.getFirst().place().file();
        return new Scenario(
                "moves",
                new Text("moves of the other side", "相手側の手"),
                file,
                Optional.empty(),
                0,
                Optional.empty(),
                moves.stream().flatMap(move -> move.actions().stream()).toList());
    }
}
