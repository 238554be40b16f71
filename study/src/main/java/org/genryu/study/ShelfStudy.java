package org.genryu.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.disk.BinaryReader;
import org.genryu.core.disk.BinaryWriter;
import org.genryu.core.disk.DamagedContent;
import org.genryu.results.CaseFingerprint;
import org.genryu.stress.future.EventDraws;
import org.genryu.stress.shelf.Shelf;
import org.genryu.stress.shelf.ShelfRow;

/// From a case to what each of its scenarios comes to. A row is kept as a balance is ([SolvedCases]), so that a shelf
/// is gone through once and told at once from then on.
public final class ShelfStudy {
    private static final String FORM = "shelf 2";

    private final CaseFile file;
    private final SolvedCases solved;
    private final BalanceOptions options;
    private final String hash;
    /// By what is left out of what is in force.
    private final Map<List<String>, StressStudy.Calm> calms = new HashMap<>();

    public ShelfStudy(CaseFile file, SolvedCases solved, BalanceOptions options) {
        this.file = file;
        this.solved = solved;
        this.options = options;
        this.hash = CaseFingerprint.of(file);
    }

    /// The scenarios of a case that a shelf holds, by id: all but those whose events come by chance, which are for
    /// futures.
    public static List<Scenario> scenarios(CaseFile file) {
        return StressStudy.sorted(file).stream()
                .filter(one -> !EventDraws.onlyByChance(one))
                .toList();
    }

    /// How going through the scenarios ended.
    public sealed interface Result {
        /// @param findings of the calm world, where one was balanced
        record Told(Shelf shelf, List<Finding> findings) implements Result {}

        /// A calm world has no answer.
        record NoCalm(BalanceResult verdict) implements Result {}
    }

    /// What is kept of these scenarios; nothing is worked out.
    public Shelf kept(List<Scenario> scenarios) {
        return new Shelf(
                scenarios.stream().map(one -> new Shelf.Entry(one, row(one))).toList());
    }

    /// All of them; what is not kept is gone through, and kept. The outcome is empty if the case has errors.
    public Outcome<Result> told(List<Scenario> scenarios, ProgressReport progress) {
        List<Shelf.Entry> entries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Scenario one : scenarios) {
            Optional<ShelfRow> row = row(one);
            if (row.isEmpty()) {
                InForce before = StressStudy.before(file, one);
                if (!calms.containsKey(before.left())) {
                    Outcome<StressStudy.Ready> ready = StressStudy.calm(file, before, solved, options, progress);
                    if (ready.clean().isEmpty()) {
                        return Outcome.failed(ready.findings());
                    }
                    findings = StressStudy.joined(findings, ready.findings());
                    switch (ready.clean().get()) {
                        case StressStudy.NoCalm(BalanceResult verdict) -> {
                            return Outcome.of(new Result.NoCalm(verdict));
                        }
                        case StressStudy.Calm calm -> calms.put(before.left(), calm);
                    }
                }
                progress.begin(one.title());
                row = Objects.requireNonNull(calms.get(before.left()))
                        .told(one)
                        .map(account -> ShelfRow.of(
                                account, DamageStudy.of(file, account).damage()));
                row.ifPresent(found -> solved.keep(words(one), to -> write(found, to)));
            }
            entries.add(new Shelf.Entry(one, row));
        }
        return Outcome.of(new Result.Told(new Shelf(entries), findings));
    }

    private Optional<ShelfRow> row(Scenario one) {
        return solved.kept(words(one), from -> read(one.id(), from));
    }

    /// A scenario of the case is in its hash; one that was made says all of itself by id, start and length.
    private List<String> words(Scenario one) {
        return List.of(
                FORM,
                hash,
                one.id(),
                one.start().map(start -> Integer.toString(start)).orElse(""),
                Integer.toString(one.months()),
                Boolean.toString(options.calibrated()));
    }

    /// The calm world with what is in force in the base; the outcome is empty if the case has errors.
    public Outcome<StressStudy.Ready> calm(ProgressReport progress) {
        InForce before = InForce.of(file);
        if (calms.containsKey(before.left())) {
            return Outcome.of(Objects.requireNonNull(calms.get(before.left())));
        }
        Outcome<StressStudy.Ready> ready = StressStudy.calm(file, before, solved, options, progress);
        if (ready.clean().orElse(null) instanceof StressStudy.Calm calm) {
            calms.put(before.left(), calm);
        }
        return ready;
    }

    private static void write(ShelfRow row, BinaryWriter to) throws IOException {
        to.number(row.first());
        to.number(row.months());
        to.number(row.whole() ? 1 : 0);
        to.number(row.shorts());
        to.list(row.worst().stream().toList(), (out, lack) -> {
            out.number(lack.place());
            out.number(lack.commodity());
            out.text(lack.use());
            out.number(lack.part());
            out.number(lack.worst());
            out.number(lack.first());
            out.number(lack.survive());
            out.number(lack.recover().orElse(Integer.MIN_VALUE));
        });
        to.list(row.price().stream().toList(), (out, move) -> {
            out.number(move.place());
            out.number(move.commodity());
            out.number(move.month());
            out.number(move.calm());
            out.number(move.price());
        });
        to.list(row.empty().stream().toList(), (out, empty) -> {
            out.number(empty.place());
            out.number(empty.commodity());
            out.text(empty.tier());
            out.number(empty.month());
        });
        to.number(row.recover().orElse(Integer.MIN_VALUE));
        to.numbers(new double[] {row.survive(), row.home(), row.world(), row.damage(), row.measures()});
    }

    private static ShelfRow read(String scenario, BinaryReader from) throws DamagedContent {
        int first = from.number();
        int months = from.number();
        boolean whole = from.number() == 1;
        int shorts = from.number();
        List<ShelfRow.Lack> worst = from.list(in -> new ShelfRow.Lack(
                in.number(),
                in.number(),
                in.text(),
                in.real(),
                in.number(),
                in.number(),
                in.real(),
                month(in.number())));
        List<ShelfRow.Move> price =
                from.list(in -> new ShelfRow.Move(in.number(), in.number(), in.number(), in.real(), in.real()));
        List<ShelfRow.Empty> empty =
                from.list(in -> new ShelfRow.Empty(in.number(), in.number(), in.text(), in.number()));
        OptionalInt recover = month(from.number());
        double[] sums = from.reals();
        if (sums.length != 5) {
            throw new DamagedContent("a row has " + sums.length + " sums");
        }
        return new ShelfRow(
                scenario,
                first,
                months,
                whole,
                shorts,
                worst.stream().findFirst(),
                price.stream().findFirst(),
                empty.stream().findFirst(),
                sums[0],
                recover,
                sums[1],
                sums[2],
                sums[3],
                sums[4]);
    }

    private static OptionalInt month(int month) {
        return month == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(month);
    }
}
