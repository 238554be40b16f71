package org.genryu.results;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genryu.value.Valuation;
import org.genryu.value.future.Distribution;
import org.genryu.value.future.FutureResult;
import org.genryu.value.future.SupportWorth;

/// The tables of what may come: `distributions.csv` (real-world probabilities) and `supports.csv`.
final class FutureTables {
    private static final double[] QUANTILES = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};

    private final Valuation valuation;
    private final Label project;
    private final String money;

    FutureTables(Valuation valuation) {
        this.valuation = valuation;
        this.project = Label.of(valuation.project().header().id());
        this.money = valuation.project().header().money().currency();
    }

    ResultTable distributions() {
        return new ResultTable("distributions", this::distributions);
    }

    private void distributions(RowSink to) throws IOException {
        FutureResult risk = valuation.risk();
        rows(to, "npv", "", risk.npv());
        rows(to, "npv-equity", "", risk.equity());
        rows(to, "dscr-min", "", risk.least());
        rows(to, "dscr-mean", "", risk.meanDscr());
        rows(to, "llcr-min", "", risk.llcr());
        row(to, "default-probability", "", "mean", risk.defaults().probability());
        row(to, "default-probability", "", "standard-error", risk.defaults().standardError());
        row(to, "missed-probability", "", "mean", risk.defaults().missed());
        for (FutureResult.LoanRisk loan : risk.loans()) {
            rows(to, "loss " + loan.loan(), "", loan.loss());
            rows(to, "loss-after-covers " + loan.loan(), "", loan.lossAfterCovers());
            rows(to, "exposure " + loan.loan(), "", loan.exposure());
            row(to, "loss-given-default " + loan.loan(), "", "mean", loan.lossShare());
            row(to, "loss-spread " + loan.loan(), "", "mean", loan.lossSpread());
        }
        int first = Math.floorDiv(valuation.project().timeline().valuation(), 12);
        for (FutureResult.Year year : risk.years()) {
            String label = Integer.toString(first + year.year());
            rows(to, "cfads", label, year.cash());
            rows(to, "dscr", label, year.cover());
        }
    }

    private void rows(RowSink to, String number, String period, Distribution one) throws IOException {
        if (!one.any()) {
            return;
        }
        row(to, number, period, "mean", one.mean());
        row(to, number, period, "standard-error", one.standardError());
        for (double p : QUANTILES) {
            row(to, number, period, String.format(Locale.ROOT, "p%02d", Math.round(p * 100)), one.quantile(p));
        }
    }

    /// @param number an entry of the schema, after a blank the loan that it is about
    private void row(RowSink to, String number, String period, String statistic, double value) throws IOException {
        to.cell(project).text(number).text(period).text(statistic).number(value);
        to.text(unit("distributions", number.split(" ")[0])).end();
    }

    ResultTable supports() {
        return new ResultTable("supports", to -> {
            for (SupportWorth worth :
                    valuation.supports().map(SupportWorth.Package::worths).orElse(List.of())) {
                for (Map.Entry<String, Double> number : numbers(worth).entrySet()) {
                    to.cell(project).text(worth.support()).text(worth.giver());
                    to.text(number.getKey()).number(number.getValue());
                    to.text(unit("supports", number.getKey())).end();
                }
            }
        });
    }

    private String unit(String table, String entry) {
        return ResultSchema.current().table(table).entry(entry).unit().replace("{currency}", money);
    }

    private static Map<String, Double> numbers(SupportWorth worth) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("fair-value", worth.fairValue());
        numbers.put("fair-value-standard-error", worth.fairError());
        numbers.put("expected-loss", worth.expectedLoss());
        numbers.put("expected-loss-standard-error", worth.expectedError());
        numbers.put("tail-loss", worth.tailLoss());
        worth.added().ifPresent(added -> {
            numbers.put("alone", added.alone());
            numbers.put("last", added.last());
            added.share().ifPresent(share -> numbers.put("share", share));
        });
        numbers.put("default-without", worth.effect().defaultWithout());
        numbers.put("default-with", worth.effect().defaultWith());
        numbers.put("dscr-without", worth.effect().coverWithout());
        numbers.put("dscr-with", worth.effect().coverWith());
        numbers.put("default-standard-error", worth.effect().errorWith());
        worth.coveringFee().ifPresent(fee -> {
            numbers.put("fees", worth.fees());
            numbers.put("covering-fee", fee.rate());
            numbers.put("covering-fee-standard-error", fee.error());
        });
        return numbers;
    }
}
