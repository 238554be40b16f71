package org.genryu.report.project;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.genryu.core.disk.Draft;
import org.genryu.report.write.CsvWriter;
import org.genryu.value.Valuation;
import org.genryu.value.future.Distribution;
import org.genryu.value.future.FutureResult;
import org.genryu.value.future.SupportWorth;

/// The tables of what may come: `distributions.csv` (real-world probabilities) and `supports.csv`.
final class FutureTables {
    private static final double[] QUANTILES = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};

    private final Draft to;
    private final Valuation valuation;
    private final byte[] project;
    private final String money;

    private FutureTables(Draft to, Valuation valuation) {
        this.to = to;
        this.valuation = valuation;
        this.project = CsvWriter.text(valuation.project().header().id());
        this.money = valuation.project().header().money().currency();
    }

    static void write(Draft to, Valuation valuation) throws IOException {
        FutureTables tables = new FutureTables(to, valuation);
        tables.distributions();
        tables.supports();
    }

    private void distributions() throws IOException {
        FutureResult risk = valuation.risk();
        try (CsvWriter csv = csv("distributions.csv", "project", "number", "period", "statistic", "value", "unit")) {
            rows(csv, "npv", "", risk.npv(), money);
            rows(csv, "npv-equity", "", risk.equity(), money);
            rows(csv, "dscr-min", "", risk.least(), "x");
            rows(csv, "dscr-mean", "", risk.meanDscr(), "x");
            rows(csv, "llcr-min", "", risk.llcr(), "x");
            row(csv, "default-probability", "", "mean", risk.defaults().probability(), "1");
            row(
                    csv,
                    "default-probability",
                    "",
                    "standard-error",
                    risk.defaults().standardError(),
                    "1");
            for (FutureResult.LoanRisk loan : risk.loans()) {
                rows(csv, "loss " + loan.loan(), "", loan.loss(), money);
                rows(csv, "loss-after-covers " + loan.loan(), "", loan.lossAfterCovers(), money);
            }
            int first = Math.floorDiv(valuation.project().timeline().valuation(), 12);
            for (FutureResult.Year year : risk.years()) {
                String label = Integer.toString(first + year.year());
                rows(csv, "cfads", label, year.cash(), money);
                rows(csv, "dscr", label, year.cover(), "x");
            }
        }
    }

    private void rows(CsvWriter csv, String number, String period, Distribution one, String unit) throws IOException {
        if (!one.any()) {
            return;
        }
        row(csv, number, period, "mean", one.mean(), unit);
        row(csv, number, period, "standard-error", one.standardError(), unit);
        for (double p : QUANTILES) {
            row(csv, number, period, String.format(Locale.ROOT, "p%02d", Math.round(p * 100)), one.quantile(p), unit);
        }
    }

    private void row(CsvWriter csv, String number, String period, String statistic, double value, String unit)
            throws IOException {
        csv.cell(project).cell(CsvWriter.text(number)).cell(CsvWriter.text(period));
        csv.cell(CsvWriter.text(statistic))
                .number(value)
                .cell(CsvWriter.text(unit))
                .end();
    }

    private void supports() throws IOException {
        try (CsvWriter csv = csv("supports.csv", "project", "support", "giver", "number", "value", "unit")) {
            if (valuation.supports().isEmpty()) {
                return;
            }
            for (SupportWorth worth : valuation.supports().get().worths()) {
                for (Map.Entry<String, Double> number : numbers(worth).entrySet()) {
                    csv.cell(project).cell(CsvWriter.text(worth.support())).cell(CsvWriter.text(worth.giver()));
                    csv.cell(CsvWriter.text(number.getKey())).number(number.getValue());
                    boolean share = number.getKey().startsWith("default")
                            || number.getKey().equals("covering-fee");
                    boolean ratio = number.getKey().startsWith("dscr");
                    csv.cell(CsvWriter.text(share ? "1" : ratio ? "x" : money)).end();
                }
            }
        }
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
        worth.coveringFee().ifPresent(fee -> numbers.put("covering-fee", fee));
        return numbers;
    }

    private CsvWriter csv(String name, String... columns) throws IOException {
        return new CsvWriter(to.open(name), columns);
    }
}
