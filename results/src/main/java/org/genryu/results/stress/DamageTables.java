package org.genryu.results.stress;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.disk.Draft;
import org.genryu.results.ResultTable;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.damage.Damage;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.stress.damage.DamageVariant;
import org.genryu.stress.damage.PublishedEstimate;
import org.genryu.stress.month.StressClock;

/// What a scenario costs economies, as tables.
public final class DamageTables {
    private final DamageAccount damage;
    private final SupplyCase of;
    private final StressClock clock;
    private final String scenario;

    public DamageTables(StressAccount account, DamageAccount damage) {
        this.damage = damage;
        this.of = account.answer().of();
        this.clock = account.answer().clock();
        this.scenario = account.answer().scenario().id();
    }

    /// All in the order of the schema.
    public List<ResultTable> all() {
        return List.of(countries(), branches(), months(), estimates(), assumptions());
    }

    public void write(Draft to) throws IOException {
        for (ResultTable table : all()) {
            table.csv(to);
        }
    }

    private String place(int place) {
        return of.world().places().ids().id(place);
    }

    private ResultTable countries() {
        return new ResultTable("damage", to -> {
            for (Damage.Country country : damage.damage().countries()) {
                to.text(scenario).text(place(country.place()));
                to.number(country.direct())
                        .number(country.suppliers())
                        .number(country.customers())
                        .number(country.total())
                        .number(country.worstYear())
                        .number(country.year())
                        .number(country.share())
                        .number(country.plants())
                        .end();
            }
        });
    }

    private ResultTable branches() {
        return new ResultTable("damage_branches", to -> {
            for (Damage.Country country : damage.damage().countries()) {
                for (Damage.BranchLoss loss : country.branches()) {
                    to.text(scenario)
                            .text(place(country.place()))
                            .text(loss.branch().id());
                    to.number(loss.direct())
                            .number(loss.suppliers())
                            .number(loss.customers())
                            .number(loss.total())
                            .end();
                }
            }
        });
    }

    private ResultTable months() {
        return new ResultTable("damage_months", to -> {
            for (Damage.Country country : damage.damage().countries()) {
                for (int i = 0; i < country.months().length; i++) {
                    to.text(scenario).text(place(country.place())).text(clock.label(i));
                    to.number(country.months()[i]).end();
                }
            }
        });
    }

    private ResultTable estimates() {
        return new ResultTable("damage_estimates", to -> {
            for (PublishedEstimate one : damage.published()) {
                to.text(scenario).text(place(one.place())).text(one.id()).text(one.share() ? "share" : "amount");
                to.number(one.low()).number(one.value()).number(one.high()).number(one.ours());
                to.text(one.source()).end();
            }
        });
    }

    private ResultTable assumptions() {
        return new ResultTable("damage_assumptions", to -> {
            for (Damage.Country country : damage.damage().countries()) {
                Map<DamageVariant.Assumption, Integer> rank = new HashMap<>();
                for (DamageVariant one : DamageVariant.ranked(damage.variants(), damage.damage(), country.place())) {
                    int at = rank.computeIfAbsent(one.assumption(), _ -> rank.size() + 1);
                    double change = one.change(damage.damage(), country.place());
                    to.text(scenario).text(place(country.place())).number(at);
                    to.text(one.assumption().word()).text(one.setting());
                    to.number(country.worstYear() + change).number(change).end();
                }
            }
        });
    }
}
