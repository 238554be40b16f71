package org.genryu.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.UncertainCell;
import org.genryu.core.disk.Draft;
import org.genryu.core.number.NumberText;
import org.genryu.stress.account.MeasureEffects;
import org.genryu.stress.account.PlantStress;
import org.genryu.stress.account.SectorStress;
import org.genryu.stress.account.StockStress;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.Survival;
import org.genryu.stress.account.UseStress;
import org.genryu.stress.future.FutureAccount;
import org.genryu.stress.future.FutureAccount.Estimate;
import org.genryu.stress.future.FutureAccount.Measure;
import org.genryu.stress.future.FutureLoss;
import org.genryu.stress.month.MeasurePayment;
import org.genryu.stress.month.StressClock;
import org.genryu.stress.month.WorldStocks.Pile;

/// The months of a scenario as tables. The tables of a balance are written too, with months as their periods.
public final class StressTables {
    private final StressAccount account;
    private final SupplyCase of;
    private final StressClock clock;
    private final Label scenario;
    private final Optional<MeasureEffects> effects;

    /// @param effects of the measures, if somebody asked
    public StressTables(StressAccount account, Optional<MeasureEffects> effects) {
        this.account = account;
        this.effects = effects;
        this.of = account.answer().of();
        this.clock = account.answer().clock();
        this.scenario = Label.of(account.answer().scenario().id());
    }

    /// All in the order of the schema.
    public List<ResultTable> all() {
        List<ResultTable> all = new ArrayList<>(
                List.of(uses(), survival(), months(), stocks(), sectors(), plants(), costs(), measures()));
        effects.ifPresent(found -> all.add(effects(found)));
        return List.copyOf(all);
    }

    /// Every file of a stress but its record.
    public void write(Draft to) throws IOException {
        for (ResultTable table : all()) {
            table.csv(to);
        }
        for (ResultTable table : new BalanceTables(account.balances().under(), scenario.text()).plain()) {
            table.csv(to);
        }
    }

    private String place(int place) {
        return of.world().places().ids().id(place);
    }

    private String commodity(int commodity) {
        return of.world().commodities().ids().id(commodity);
    }

    /// Every use that the scenario reaches, the costliest first.
    public ResultTable uses() {
        return new ResultTable("stress_uses", to -> {
            for (UseStress use : UseStress.dearest(account.uses())) {
                to.cell(scenario)
                        .text(of.use().demands().ids().id(use.demand()))
                        .text(place(use.place()))
                        .text(use.use())
                        .text(commodity(use.commodity()));
                to.text(use.first().isPresent() ? clock.label(use.first().getAsInt()) : "")
                        .text(clock.label(use.worst()))
                        .number(use.part())
                        .number(use.total())
                        .number(use.months());
                to.number(optional(use.survive()))
                        .text(
                                use.recover().isPresent()
                                        ? clock.label(use.recover().getAsInt())
                                        : "")
                        .number(use.ratio()[use.dearest()])
                        .number(use.cost())
                        .end();
            }
        });
    }

    /// How long countries hold out, with each commodity and as a whole.
    public ResultTable survival() {
        return new ResultTable("stress_survival", to -> {
            for (Survival one : account.survival()) {
                to.cell(scenario)
                        .text(one.country())
                        .text(
                                one.commodity().isPresent()
                                        ? commodity(one.commodity().getAsInt())
                                        : "");
                to.number(optional(one.cover()))
                        .number(optional(one.open()))
                        .number(optional(one.survive()))
                        .text(one.weakest()
                                .map(use -> of.use().demands().ids().id(use.demand()))
                                .orElse(""))
                        .number(months(one.recover()))
                        .text(one.empty().map(stock -> stock.pile().id()).orElse(""))
                        .text(one.empty()
                                .map(stock -> clock.label(stock.empty().orElseThrow()))
                                .orElse(""))
                        .number(months(one.whole()))
                        .end();
            }
        });
    }

    private static Optional<Double> optional(OptionalDouble number) {
        return number.stream().boxed().findFirst();
    }

    private static Optional<Double> months(OptionalInt count) {
        return count.stream().mapToObj(Double::valueOf).findFirst();
    }

    /// Every market that the scenario reaches, month by month.
    public ResultTable months() {
        return new ResultTable("stress_months", to -> {
            var markets = account.answer().calm().balance().markets();
            double[][] wanted = new double[markets.size()][clock.months()];
            double[][] served = new double[markets.size()][clock.months()];
            var find = markets.finder();
            for (UseStress use : account.uses()) {
                int m = find.applyAsInt(use.place(), use.commodity());
                for (int i = 0; i < clock.months(); i++) {
                    wanted[m][i] += use.wanted()[i];
                    served[m][i] += use.wanted()[i] - use.lacking()[i];
                }
            }
            for (int m = 0; m < markets.size(); m++) {
                for (int i = 0; i < clock.months() && account.path().touched()[m]; i++) {
                    to.cell(scenario)
                            .text(place(markets.place()[m]))
                            .text(commodity(markets.commodity()[m]))
                            .text(clock.label(i));
                    to.number(account.answer().quiet().price()[m][i])
                            .number(account.path().price()[m][i])
                            .number(wanted[m][i])
                            .number(served[m][i])
                            .number(wanted[m][i] - served[m][i])
                            .end();
                }
            }
        });
    }

    /// Every stock that the scenario reaches, month by month.
    public ResultTable stocks() {
        return new ResultTable("stress_stocks", to -> {
            for (StockStress stock : account.stocks()) {
                Pile pile = stock.pile();
                for (int i = 0; i < clock.months(); i++) {
                    to.cell(scenario)
                            .text(pile.id())
                            .text(pile.tier().word())
                            .text(place(pile.place()))
                            .text(commodity(pile.commodity()))
                            .text(clock.label(i));
                    to.number(account.path().level()[stock.index()][i])
                            .number(account.answer().quiet().level()[stock.index()][i])
                            .text(account.path().open()[stock.index()][i] ? "yes" : "")
                            .end();
                }
            }
        });
    }

    /// What industries lose, month by month; an industry that loses nothing has no row.
    public ResultTable sectors() {
        return new ResultTable("stress_sectors", to -> {
            for (SectorStress sector : account.sectors()) {
                for (int i = 0; i < clock.months(); i++) {
                    if (sector.lost()[i] != 0) {
                        to.cell(scenario)
                                .text(of.use().sectors().ids().id(sector.sector()))
                                .text(place(of.use().sectors().place()[sector.sector()]))
                                .text(clock.label(i))
                                .number(sector.lost()[i])
                                .end();
                    }
                }
            }
        });
    }

    /// Every plant that the scenario reaches, month by month.
    public ResultTable plants() {
        return new ResultTable("stress_plants", to -> {
            for (PlantStress plant : account.plants()) {
                for (int i = 0; i < clock.months(); i++) {
                    to.cell(scenario)
                            .text(of.industry().processes().ids().id(plant.process()))
                            .text(place(plant.place()))
                            .text(commodity(plant.main()))
                            .text(clock.label(i));
                    to.number(plant.calm()[i])
                            .number(plant.made()[i])
                            .number(account.path().closed()[plant.process()][i])
                            .end();
                }
            }
        });
    }

    /// What the measures cost, one row a payer.
    public ResultTable measures() {
        return new ResultTable("stress_measures", to -> {
            for (MeasurePayment one : account.answer().payments()) {
                List<String> payers = one.payers().isEmpty() ? List.of("") : one.payers();
                double part = 1.0 / payers.size();
                for (String payer : payers) {
                    to.cell(scenario)
                            .text(one.action().shape().name())
                            .text(line(one.action()))
                            .text(payer);
                    to.number(part * one.before())
                            .number(part * (one.net() + one.holds() - one.before()))
                            .number(part * one.holds())
                            .number(one.stated() ? Optional.of(part * one.net()) : Optional.empty())
                            .end();
                }
            }
        });
    }

    private static String line(Action action) {
        return action.file() + ":" + action.line();
    }

    private ResultTable effects(MeasureEffects found) {
        return new ResultTable("stress_effects", to -> {
            effect(to, "none", Optional.empty(), found.none(), found);
            effect(to, "quiet", Optional.empty(), found.quiet(), found);
            for (MeasureEffects.Effect one : found.each()) {
                effect(to, "alone", Optional.of(one.measure()), one.with(), found);
            }
            effect(to, "all", Optional.empty(), found.all(), found);
        });
    }

    private void effect(RowSink to, String with, Optional<Action> measure, MeasureEffects.Sum sum, MeasureEffects found)
            throws IOException {
        to.cell(scenario)
                .text(with)
                .text(measure.map(action -> action.shape().name()).orElse(""))
                .text(measure.map(StressTables::line).orElse(""));
        to.number(sum.lost())
                .number(sum.earned())
                .number(sum.atRisk())
                .number(sum.shorts())
                .number(sum.worst())
                .number(sum.paid())
                .number(with.equals("quiet") ? Optional.empty() : Optional.of(sum.saves(found.none())))
                .end();
    }

    /// What users lose, by country.
    public ResultTable costs() {
        return new ResultTable("stress_costs", to -> {
            for (var one : account.costByCountry().entrySet()) {
                to.cell(scenario).text(one.getKey()).number(one.getValue()).end();
            }
        });
    }

    /// Many futures of a scenario as tables.
    public static final class Futures {
        private final FutureAccount account;
        private final SupplyCase of;
        private final StressClock clock;
        private final Label scenario;

        public Futures(FutureAccount account, StressClock clock, String scenario) {
            this.account = account;
            this.of = account.of();
            this.clock = clock;
            this.scenario = Label.of(scenario);
        }

        /// All in the order of the schema.
        public List<ResultTable> all() {
            return List.of(futures(), spread(), chances(), movers());
        }

        public void write(Draft to) throws IOException {
            for (ResultTable table : all()) {
                table.csv(to);
            }
        }

        /// Every future.
        public ResultTable futures() {
            return new ResultTable("stress_futures", to -> {
                for (FutureLoss one : account.rows()) {
                    to.cell(scenario).number(one.number()).text(one.told() ? "told" : "no answer");
                    to.number(one.cost())
                            .number(one.home())
                            .number(one.shortUses())
                            .number(one.part())
                            .text(one.first() < 0 ? "" : clock.label(one.first()))
                            .end();
                }
            });
        }

        /// Mean and quantiles of what is counted.
        public ResultTable spread() {
            return new ResultTable("stress_spread", to -> {
                for (Measure measure : Measure.values()) {
                    row(to, measure, "mean", account.mean(measure));
                    for (double p : FutureAccount.TOLD) {
                        row(to, measure, NumberText.number(p), account.quantile(measure, p));
                    }
                }
            });
        }

        private void row(RowSink to, Measure measure, String statistic, Estimate estimate) throws IOException {
            to.cell(scenario).text(measure.word()).text(statistic);
            to.number(estimate.value())
                    .number(estimate.low())
                    .number(estimate.high())
                    .end();
        }

        /// How likely each use is to be short.
        public ResultTable chances() {
            return new ResultTable("stress_chances", to -> {
                for (FutureAccount.Use use : account.uses()) {
                    to.cell(scenario)
                            .text(of.use().demands().ids().id(use.demand()))
                            .text(of.world().places().ids().id(use.place()))
                            .text(of.world().commodities().ids().id(use.commodity()));
                    to.number(use.chance().value())
                            .number(use.chance().low())
                            .number(use.chance().high())
                            .number(use.part())
                            .end();
                }
            });
        }

        /// What moves the loss.
        public ResultTable movers() {
            return new ResultTable("stress_movers", to -> {
                for (FutureAccount.Mover mover : account.movers()) {
                    UncertainCell cell = mover.cell();
                    to.cell(scenario)
                            .text(cell.table())
                            .text(cell.id())
                            .text(cell.column())
                            .text(cell.amount().text());
                    to.number(mover.correlation().value())
                            .number(mover.correlation().low())
                            .number(mover.correlation().high())
                            .end();
                }
            });
        }
    }
}
