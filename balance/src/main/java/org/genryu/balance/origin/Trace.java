package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Feed;

/// One substance followed through a balanced world: for every place, commodity and period, who stands behind it.
///
/// Periods are solved one after another: a store keeps the mixture that was put into it, goods under way the mixture
/// of the period in which they were sent. All shares are by source (see [ShareSources]) and sum to 1 where the place
/// has any.
public final class Trace {
    /// The tier before all stages of the case: where the substance came out of the ground.
    public static final String MINE = "mine";

    /// In the place of a stage: made, traded or landed at any.
    public static final String ANY = "any";

    /// In the place of a stage: shipped through a strait.
    public static final String STRAIT = "strait";

    /// Part of the mass below which a stage was not passed.
    private static final double PASSED = 1e-12;

    private final SupplyCase supply;
    private final Substance substance;
    private final ShareSources sources;
    private final InflowNetwork network;
    private final List<String> stages;
    private final List<String> straits;
    /// What is not from the ground.
    public static final List<Feed> SCRAP = List.of(Feed.NEW_SCRAP, Feed.OLD_SCRAP, Feed.SYNTHETIC);

    private final List<TraceQuestion> questions = new ArrayList<>();
    private final TraceSolver walks;
    /// By period and node: what came in.
    private final double[][] total;

    Trace(Balance balance, Substance substance, ShareSources sources) {
        this.supply = balance.of();
        this.substance = substance;
        this.sources = sources;
        this.network = new InflowNetwork(balance, substance);
        this.stages = StageOrder.of(supply, substance).stream()
                .filter(stage -> !stage.equals(MINE))
                .toList();
        this.straits = straits(supply);
        questions.add(new TraceQuestion.Mined());
        stages.forEach(stage -> questions.add(new TraceQuestion.Made(stage)));
        for (int k = 0; k < sources.countries().size(); k++) {
            questions.add(new TraceQuestion.Touched(k));
        }
        straits.forEach(strait -> questions.add(new TraceQuestion.Shipped(strait)));
        for (Feed feed : SCRAP) {
            stages.forEach(stage -> questions.add(new TraceQuestion.Remade(stage, feed)));
        }
        int periods = supply.periods().count();
        this.total = new double[periods][];
        this.walks = new TraceSolver(supply, network, sources, questions);
        for (int t = 0; t < periods; t++) {
            total[t] = walks.period(t);
        }
    }

    private static List<String> straits(SupplyCase supply) {
        return Arrays.stream(supply.routes().via())
                .flatMap(Arrays::stream)
                .distinct()
                .sorted()
                .toList();
    }

    public Substance substance() {
        return substance;
    }

    public ShareSources sources() {
        return sources;
    }

    /// The stages of the substance in the order of the chain, without `mine`.
    public List<String> stages() {
        return stages;
    }

    /// The straits that routes of the case pass, by id.
    public List<String> straits() {
        return straits;
    }

    /// Whether the place has any of the commodity in period t, and the commodity holds the substance.
    public boolean has(int place, int commodity, int t) {
        int node = network.node(place, commodity);
        return node >= 0 && total[t][node] > 0;
    }

    /// What came in (made, arrived, drawn, returned): mass of the substance [its unit].
    public double amount(int place, int commodity, int t) {
        int node = network.node(place, commodity);
        return node < 0 ? 0 : total[t][node] * substance.weight()[commodity];
    }

    /// By source: where it was mined. Sums to 1 where the place [#has] any.
    public double[] mined(int place, int commodity, int t) {
        return row(0, place, commodity, t);
    }

    /// By source: who did the stage on what came from the ground, the last time the mass passed it, also if it went
    /// round as scrap since; `mine` asks as [#mined]. Sums to 1 where the place [#has] any; the part that did not
    /// pass the stage is in the column `without`, old scrap in `recycled`.
    public double[] made(String stage, int place, int commodity, int t) {
        return row(1 + stages.indexOf(stage), place, commodity, t);
    }

    /// By country: part of the mass that passed the stage, the last of all times, in the country's plants on this
    /// feed (new scrap, old scrap, synthetic).
    public double[] remade(String stage, Feed feed, int place, int commodity, int t) {
        int asked = SCRAP.contains(feed) ? stages.indexOf(stage) : -1;
        double[] found = asked < 0
                ? new double[sources.size()]
                : row(firstRemade() + SCRAP.indexOf(feed) * stages.size() + asked, place, commodity, t);
        return Arrays.copyOf(found, sources.countries().size());
    }

    /// Part of the mass that was at any stage made, traded or landed in the country, the place itself included.
    public double touched(int country, int place, int commodity, int t) {
        return yes(firstTouched() + country, place, commodity, t);
    }

    /// Part of the mass that was at any stage shipped through the strait.
    public double shipped(String strait, int place, int commodity, int t) {
        int asked = straits.indexOf(strait);
        return asked < 0 ? 0 : yes(firstShipped() + asked, place, commodity, t);
    }

    // The questions in their order: mined, made by stage, touched by country, shipped by strait, remade by feed and
    // stage.

    private int firstTouched() {
        return 1 + stages.size();
    }

    private int firstShipped() {
        return firstTouched() + sources.countries().size();
    }

    private int firstRemade() {
        return firstShipped() + straits.size();
    }

    private double[] row(int question, int place, int commodity, int t) {
        return isKnown(question, place, commodity, t)
                ? walks.answer(question, t).row(network.node(place, commodity), sources.size())
                : new double[sources.size()];
    }

    private double yes(int question, int place, int commodity, int t) {
        return isKnown(question, place, commodity, t)
                ? walks.answer(question, t).part(network.node(place, commodity), TraceQuestion.YES)
                : 0;
    }

    private boolean isKnown(int question, int place, int commodity, int t) {
        return has(place, commodity, t) && !walks.answer(question, t).isEmpty();
    }

    /// Everything that is known of one place, commodity and period; empty if the place has none.
    public Optional<Origin> origin(int place, int commodity, int t) {
        if (!has(place, commodity, t)) {
            return Optional.empty();
        }
        List<Origin.Tier> tiers = new ArrayList<>();
        tiers.add(new Origin.Tier(MINE, mined(place, commodity, t)));
        for (String stage : stages) {
            double[] share = made(stage, place, commodity, t);
            List<Origin.Remade> remade = SCRAP.stream()
                    .map(feed -> new Origin.Remade(feed, remade(stage, feed, place, commodity, t)))
                    .filter(one -> one.sum() > PASSED)
                    .toList();
            if (passed(share) > PASSED || !remade.isEmpty()) {
                tiers.add(new Origin.Tier(stage, share, remade));
            }
        }
        double[] touched = new double[sources.countries().size()];
        Arrays.setAll(touched, k -> touched(k, place, commodity, t));
        double[] through = new double[straits.size()];
        Arrays.setAll(through, s -> yes(firstShipped() + s, place, commodity, t));
        return Optional.of(
                new Origin(place, commodity, t, amount(place, commodity, t), List.copyOf(tiers), touched, through));
    }

    private double passed(double[] share) {
        double sum = 0;
        for (int k = 0; k < sources.countries().size(); k++) {
            sum += share[k];
        }
        return sum;
    }

    /// Nodes in the largest loop that had to be solved at once.
    public int largestLoop() {
        return walks.largestSet();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Trace[%s, %s nodes]", substance.name(), network.size());
    }
}
