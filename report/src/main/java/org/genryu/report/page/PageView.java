package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.account.DemandAccount;
import org.genryu.balance.account.PlaceOrigins;
import org.genryu.balance.account.PlantAccount;
import org.genryu.balance.account.SupplyTiers;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.balance.origin.ShareSources;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Trace;
import org.genryu.balance.origin.Tracing;
import org.genryu.balance.risk.Assessment;
import org.genryu.balance.risk.SupplierDependence;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.geo.SeaNetwork;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.words.CaseWords;
import org.genryu.report.words.Glossary;
import org.genryu.report.words.Phrase;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.NumberFormat;
import org.genryu.results.RunResult;

/// A balanced run as a section of the page sees it: names, numbers and shares in the language of the reader.
///
/// @param countries of the places
/// @param origins where things were made
/// @param followed who stands behind everything, and indicators of dependence
/// @param demands in the order of the case, as `plants`
record PageView(
        RunResult run,
        Balance balance,
        Lang lang,
        NumberFormat shown,
        PlaceCountries countries,
        PlaceOrigins origins,
        TracedBalance followed,
        List<DemandAccount> demands,
        List<PlantAccount> plants) {
    /// Dependence on one country that the programme wants to stay under by 2030 [fraction].
    static final double TARGET = SupplierDependence.TARGET;

    static PageView of(RunResult run, TracedBalance followed, Lang lang) {
        Balance balance = followed.balance();
        PlaceOrigins origins =
                new PlaceOrigins(followed.tracing(), followed.assessment().byPlace());
        PlaceCountries countries = followed.tracing().sources().countries();
        return new PageView(
                run,
                balance,
                lang,
                new NumberFormat(lang),
                countries,
                origins,
                followed,
                DemandAccount.of(balance),
                PlantAccount.of(balance));
    }

    Tracing tracing() {
        return followed.tracing();
    }

    Assessment assessment() {
        return followed.assessment();
    }

    /// Pictures of this run.
    PageFigure figure() {
        return new PageFigure(lang, facts(run, lang));
    }

    static String facts(RunResult run, Lang lang) {
        RunResult.Facts facts = run.facts();
        String label = facts.label().isEmpty() ? PagePhrases.NO_LABEL.in(lang) : facts.label();
        String hash =
                facts.caseHash().substring(0, Math.min(12, facts.caseHash().length()));
        return PagePhrases.RUN_FACTS.in(lang, run.supply().info().id(), facts.scenario(), label, facts.version(), hash);
    }

    SupplyCase supply() {
        return balance.of();
    }

    String words(Phrase words, Object... values) {
        return words.in(lang, values);
    }

    int last() {
        return supply().periods().count() - 1;
    }

    /// The period as people say it: 2025年, 2025年第3四半期, 2025年7月; 2025, Q3 2025, 2025-07.
    String period(int t) {
        return called().period(t);
    }

    private CaseWords called() {
        return new CaseWords(supply(), lang);
    }

    String commodity(int c) {
        return called().commodity(c);
    }

    String unit(int c) {
        return called().unit(c);
    }

    String stage(int c) {
        return Glossary.stage(supply().world().commodities().stage()[c], lang);
    }

    String place(int p) {
        return called().place(p);
    }

    /// Name of a country, of "stock", or of the others together.
    String source(int country) {
        return country == origins.stock()
                ? words(PagePhrases.STOCK)
                : countries().names().get(country).in(lang);
    }

    Palette paint(int country) {
        return country >= countries().size()
                ? Palette.OTHERS
                : Palette.of(countries().codes().get(country));
    }

    String priceUnit(int c) {
        return supply().info().money().currency() + "/" + unit(c);
    }

    /// Unit in which the trade quotes the commodity, if it is another.
    Optional<SupplyCase.TradeUnit> tradeUnit(int c) {
        return supply().world().commodities().trade().get(c);
    }

    /// What stands behind shares of a trace: countries, stock, recycled and so on.
    ShareSources sources() {
        return tracing().sources();
    }

    /// What a commodity is followed by.
    List<Substance> substances(int commodity) {
        return tracing().inside(commodity);
    }

    Trace trace(Substance substance) {
        return followed.trace(substance);
    }

    /// Name of what stands behind a share of a trace.
    String name(int source) {
        return sources().name(source).in(lang);
    }

    String country(String code) {
        int country = countries().find(code);
        return country < 0 ? code : countries().names().get(country).in(lang);
    }

    /// Sources as marks of a cell, each a link into the list of sources; those that are no source are warnings.
    List<FigureTable.Mark> marks(List<String> sources) {
        return sources.stream().map(this::mark).toList();
    }

    private FigureTable.Mark mark(String id) {
        if (id.equals("assumption")) {
            return new FigureTable.Mark(words(PagePhrases.ASSUMPTION_CHIP), "#assumptions", true);
        }
        boolean known =
                run.evidence().sources().stream().anyMatch(source -> source.id().equals(id));
        String address = known ? "#source-" + id : "";
        return id.contains("unverified")
                ? new FigureTable.Mark(words(PagePhrases.UNVERIFIED_CHIP), address, true)
                : new FigureTable.Mark(id, address, false);
    }

    /// Name of a strait of the case.
    String strait(String id) {
        return SeaNetwork.world().strait(id).map(found -> found.name().in(lang)).orElse(id);
    }

    /// Part of the substance in what the home partners use of a commodity that passed through a country at any
    /// stage, in the first period [fraction].
    double touched(Substance substance, int commodity, int country) {
        double whole = 0;
        double touched = 0;
        for (int home : homeIndices()) {
            Optional<SupplyTiers> tiers = SupplyTiers.of(trace(substance), origins, home, commodity, 0);
            whole += tiers.map(SupplyTiers::amount).orElse(0.0);
            touched += tiers.map(found -> found.amount() * found.touched()[country])
                    .orElse(0.0);
        }
        return whole > 0 ? touched / whole : 0;
    }

    List<Integer> homeIndices() {
        return homes().stream().map(code -> countries().find(code)).toList();
    }

    /// What final demands of a country are served [units].
    double finalUse(int country, int commodity, int t) {
        return demands.stream()
                .filter(demand -> demand.commodity() == commodity && countries.ofPlace()[demand.place()] == country)
                .mapToDouble(demand -> demand.served()[t])
                .sum();
    }

    /// The home partners that have a place in the case.
    List<String> homes() {
        return supply().info().home().stream()
                .filter(code -> countries().find(code) >= 0)
                .toList();
    }

    String use(String word) {
        return Glossary.use(word, lang);
    }

    boolean isHome(int country) {
        return country < countries().size()
                && homes().contains(countries().codes().get(country));
    }

    String homeNames() {
        return joined(homes().stream()
                .map(code -> countries().names().get(countries().find(code)).in(lang))
                .toList());
    }

    /// a, b and c; a・b・c.
    String joined(List<String> names) {
        return called().joined(names);
    }

    /// A country's part of something.
    record Part(int country, double share) {}

    /// The parts of a whole, largest first; parts that do not count are left out.
    List<Part> parts(double[] amounts) {
        return parts(amounts, Arrays.stream(amounts).sum());
    }

    /// @param total what the amounts are parts of; they may overlap
    List<Part> parts(double[] amounts, double total) {
        List<Part> parts = new ArrayList<>();
        for (int k = 0; k < amounts.length; k++) {
            if (amounts[k] > 1e-9 * total) {
                parts.add(new Part(k, amounts[k] / total));
            }
        }
        parts.sort(Comparator.comparingDouble(part -> -part.share()));
        return parts;
    }

    /// The country outside that has the largest part.
    Optional<Part> outside(double[] amounts) {
        return parts(amounts).stream()
                .filter(part -> part.country() < countries().size() && !isHome(part.country()))
                .findFirst();
    }

    /// Where what the home partners used was made, by source [units].
    double[] homeUse(int commodity, int t) {
        return assessment().usedByMaker(homeIndices(), commodity, t);
    }

    /// By country, without what goes round as new scrap.
    double[] worldProduction(int commodity, int t) {
        double[] made = new double[countries().size()];
        Arrays.setAll(made, country -> assessment().made(country, commodity, t));
        return made;
    }

    double meanPrice(int commodity) {
        return balance.markets().mean(commodity, 0);
    }

    /// Commodities in the order of the value traded in the world, at most `most` of those that are made.
    List<Integer> mostValuable(int most) {
        int count = supply().world().commodities().size();
        double[][] made = new double[count][];
        Arrays.setAll(made, c -> assessment().byPlace().total(c));
        return IntStream.range(0, count)
                .boxed()
                .filter(c -> made[c][0] > 0 || made[c][last()] > 0)
                .sorted(Comparator.comparingDouble(c -> -made[c][0] * meanPrice(c)))
                .limit(most)
                .sorted()
                .toList();
    }

    /// HHI of parts: single countries are members, several together (regions) and what is no country are not.
    double concentration(List<Part> parts) {
        return parts.stream()
                .filter(part ->
                        part.country() < countries().size() && assessment().isCountry(part.country()))
                .mapToDouble(part -> part.share() * part.share())
                .sum();
    }
}
