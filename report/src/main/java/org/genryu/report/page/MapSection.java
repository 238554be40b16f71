package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genryu.balance.account.BorderImports;
import org.genryu.balance.account.CommodityFamily;
import org.genryu.balance.account.MapRoutes;
import org.genryu.report.draw.WorldMap;
import org.genryu.report.words.Glossary;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;

/// Where do the home partners' imports come from, and through which straits? One map a family of commodities: lines as
/// wide as what passes is worth, straits as numbered marks with the part of the imports that passes.
final class MapSection {
    /// Countries below this part of the imports have no disc [fraction].
    private static final double SEEN = 0.004;
    /// Straits below this part are only in the table [fraction].
    private static final double PINNED = 0.015;
    private static final int MOST_PINS = 9;

    private MapSection() {}

    static void write(Html html, PageView view) {
        html.leaf("p", view.words(WorldPhrases.MAP_INTRO, view.homeNames()));
        boolean land = false;
        MapRoutes voyages = new MapRoutes(view.supply());
        List<CommodityFamily> families = CommodityFamily.of(view.supply());
        for (int i = 0; i < families.size(); i++) {
            BorderImports imports =
                    BorderImports.of(view.balance(), view.countries(), view.homeIndices(), families.get(i), 0);
            if (imports.value() > 0) {
                if (!land) {
                    WorldMap.land(html);
                    land = true;
                }
                new OneMap(view, families.get(i), imports, voyages).write(html, "map-" + (i + 1));
            }
        }
        if (!land) {
            html.leaf("p", view.words(WorldPhrases.NO_MAP));
        }
    }

    /// @param share of the imports that passes [fraction]
    private record Passage(MapRoutes.Place strait, double share) {}

    private record OneMap(PageView view, CommodityFamily family, BorderImports imports, MapRoutes voyages) {
        void write(Html html, String id) {
            String title = view.words(WorldPhrases.MAP_TITLE, name(), view.homeNames(), view.period(0));
            List<Passage> passages = passages();
            String sentence = sentence(passages);
            WorldMap map = new WorldMap(ways(), sites(), pins(passages));
            view.figure()
                    .write(
                            html,
                            id,
                            title,
                            sentence,
                            out -> {
                                String scale = view.words(
                                        WorldPhrases.MAP_SCALE, view.shown().money(map.key(), currency()));
                                map.draw(out, id, title, sentence, scale);
                                straits(out, passages);
                            },
                            sheet(id));
        }

        private String currency() {
            return view.supply().info().money().currency();
        }

        private String name() {
            List<String> names = family.groups().stream()
                    .map(group -> Glossary.group(group, view.lang()))
                    .toList();
            return family.joined() && names.size() > 1
                    ? view.words(WorldPhrases.OTHER_MINERALS, names.size())
                    : String.join(view.words(PagePhrases.LIST), names);
        }

        private double share(double value) {
            return value / imports.value();
        }

        /// The part of the imports that passes each strait, largest first.
        private List<Passage> passages() {
            Map<MapRoutes.Place, Double> passing = new LinkedHashMap<>();
            imports.lanes()
                    .forEach(lane -> voyages.of(lane.lane())
                            .straits()
                            .forEach(strait -> passing.merge(strait, lane.value(), Double::sum)));
            return passing.entrySet().stream()
                    .map(entry -> new Passage(entry.getKey(), share(entry.getValue())))
                    .sorted(Comparator.comparingDouble(Passage::share).reversed())
                    .toList();
        }

        private String sentence(List<Passage> passages) {
            double[] byOrigin = imports.byOrigin(view.countries());
            List<String> origins = view.parts(byOrigin).stream()
                    .limit(3)
                    .map(part -> view.words(
                            WorldPhrases.WITH_SHARE,
                            view.source(part.country()),
                            view.shown().label(part.share())))
                    .toList();
            String first = view.words(
                    WorldPhrases.MAP_SENTENCE,
                    view.shown().money(imports.value(), currency()),
                    String.join(view.words(PagePhrases.LIST), origins));
            List<String> narrow = passages.stream()
                    .limit(3)
                    .map(passage -> view.words(
                            WorldPhrases.WITH_SHARE,
                            passage.strait().name().in(view.lang()),
                            view.shown().label(passage.share())))
                    .toList();
            String space = view.lang() == org.genryu.core.Lang.JA ? "" : " ";
            return narrow.isEmpty()
                    ? first
                    : first
                            + space
                            + view.words(WorldPhrases.MAP_STRAITS, String.join(view.words(PagePhrases.LIST), narrow));
        }

        private List<WorldMap.Way> ways() {
            return imports.lanes().stream()
                    .filter(lane -> lane.value() > 0)
                    .map(lane -> {
                        MapRoutes.Voyage voyage = voyages.of(lane.lane());
                        return new WorldMap.Way(voyage.longitude(), voyage.latitude(), lane.value(), voyage.sea());
                    })
                    .toList();
        }

        private List<WorldMap.Site> sites() {
            List<WorldMap.Site> sites = new ArrayList<>();
            view.homeIndices().forEach(home -> site(sites, home, 0, view.source(home), true));
            double[] byOrigin = imports.byOrigin(view.countries());
            double most = Arrays.stream(byOrigin).max().orElse(1);
            view.parts(byOrigin).stream()
                    .filter(part -> part.share() >= SEEN)
                    .forEach(part -> site(
                            sites,
                            part.country(),
                            byOrigin[part.country()] / most,
                            view.source(part.country()) + " " + view.shown().label(part.share()),
                            false));
            return sites;
        }

        private void site(List<WorldMap.Site> sites, int country, double size, String label, boolean home) {
            int place = imports.port(view.countries(), country);
            if (place >= 0) {
                MapRoutes.Place at = voyages.site(place);
                sites.add(new WorldMap.Site(
                        label, at.longitude(), at.latitude(), size, view.paint(country), home, label));
            }
        }

        private List<WorldMap.Pin> pins(List<Passage> passages) {
            List<WorldMap.Pin> pins = new ArrayList<>();
            for (Passage passage : pinned(passages)) {
                MapRoutes.Place strait = passage.strait();
                pins.add(new WorldMap.Pin(
                        strait.id(),
                        Integer.toString(pins.size() + 1),
                        strait.longitude(),
                        strait.latitude(),
                        strait.name().in(view.lang()) + " " + view.shown().label(passage.share())));
            }
            return pins;
        }

        private static List<Passage> pinned(List<Passage> passages) {
            return passages.stream()
                    .filter(passage -> passage.share() >= PINNED)
                    .limit(MOST_PINS)
                    .toList();
        }

        /// The list beside the map: the numbers of the marks.
        private void straits(Html html, List<Passage> passages) {
            List<Passage> pinned = pinned(passages);
            if (pinned.isEmpty()) {
                return;
            }
            html.leaf("p", view.words(WorldPhrases.STRAITS_HEAD), "class", "key-head")
                    .open("ol", "class", "key pins");
            pinned.forEach(
                    passage -> html.open("li", "data-close", passage.strait().id())
                            .text(passage.strait().name().in(view.lang()) + " ")
                            .leaf("b", view.shown().label(passage.share()))
                            .close("li"));
            html.close("ol");
        }

        private FigureTable sheet(String id) {
            FigureTable sheet = new FigureTable(
                    id,
                    5,
                    view.words(PagePhrases.FROM),
                    view.words(PagePhrases.TO),
                    view.words(PagePhrases.COMMODITY),
                    view.words(WorldPhrases.STRAITS),
                    view.words(PagePhrases.UNIT),
                    view.words(PagePhrases.AMOUNT),
                    view.words(PagePhrases.VALUE) + " [" + currency() + "]",
                    view.words(WorldPhrases.SHARE_OF_IMPORTS));
            for (BorderImports.Lane lane : imports.lanes()) {
                String through = String.join(
                        view.words(PagePhrases.LIST),
                        voyages.of(lane.lane()).straits().stream()
                                .map(strait -> strait.name().in(view.lang()))
                                .toList());
                sheet.row(Stream.of(
                                FigureTable.word(view.place(lane.from()))
                                        .with(view.marks(view.run().evidence().behind("routes", lane.route()))),
                                FigureTable.word(view.place(lane.to())),
                                FigureTable.word(view.commodity(lane.commodity())),
                                FigureTable.word(through),
                                FigureTable.word(view.unit(lane.commodity())),
                                FigureTable.number(view.shown().number(lane.quantity()), lane.quantity()),
                                FigureTable.number(view.shown().number(lane.value()), lane.value()),
                                FigureTable.number(view.shown().percent(share(lane.value())), share(lane.value())))
                        .toList());
            }
            return sheet;
        }
    }
}
