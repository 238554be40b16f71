package org.genryu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.SolvedProgram;
import org.genryu.balance.kept.BalanceReader;
import org.genryu.balance.kept.BalanceWriter;
import org.genryu.balance.kept.SolvedBalance;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.ContentHash;
import org.genryu.core.Deadline;
import org.genryu.core.disk.BinaryReader;
import org.genryu.core.disk.FileCache;
import org.genryu.core.disk.PrivateFolder;
import org.genryu.core.disk.UserCache;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.natives.Natives;

/// Was this very case balanced before, in the same way, by the same program? Then its answer is taken from the user's
/// cache folder, bit by bit what solving it again would give.
///
/// Key: SHA-256 of the words of the case, the scenario, the options, the program that runs (every class of it), the
/// solver's library, and Java with its machine. So an entry is never stale: what changes the answer changes the key.
/// Only proved answers are kept, and none that was found against a clock, whose time can decide how much of it was
/// worked out.
public final class SolvedCases {
    /// Bytes of all that is kept for a user.
    private static final long MOST = 1L << 29;

    private static final String FORM = "balance 1";

    /// Keeps nothing.
    public static final SolvedCases NONE = new SolvedCases("", Optional.empty(), false);

    private final String by;
    private final Optional<FileCache> kept;
    private final boolean fresh;

    /// @param by what solves: program, library, machine
    private SolvedCases(String by, Optional<FileCache> kept, boolean fresh) {
        this.by = by;
        this.kept = kept;
        this.fresh = fresh;
    }

    /// Those of one person.
    /// @param program a word for the program's own content; empty if it cannot be told: then nothing is kept
    public static SolvedCases of(UserCache person, Optional<String> program) {
        return program.flatMap(content -> Natives.ofThisMachine().identity().map(library -> content + "\n" + library))
                .flatMap(by -> person.folder("balances").map(folder -> in(folder, by)))
                .orElse(NONE);
    }

    /// Those in a folder.
    /// @param folder need not be there
    /// @param program a word for the program's own content and the solver's
    public static SolvedCases in(Path folder, String program) {
        FileCache files = new FileCache(PrivateFolder.ofThisProcess(), folder, MOST);
        List<String> machine = List.of("java.vm.name", "java.vm.version", "os.name", "os.arch");
        StringBuilder by = new StringBuilder(program);
        machine.forEach(name -> by.append('\n').append(System.getProperty(name, "")));
        return new SolvedCases(by.toString(), Optional.of(files), false);
    }

    /// The same, but what is kept is not looked at, only replaced.
    public SolvedCases afresh() {
        return new SolvedCases(by, kept, true);
    }

    /// What is asked of which case.
    /// @param hash of the words of the case
    /// @param scenario id; empty for the base
    record Question(String hash, Optional<String> scenario, BalanceOptions options) {}

    /// The answer that is kept, else the answer that is found, which is kept from then on.
    /// @param of the case as it is solved; of it is the answer
    /// @param solving finds it under the options that it is given
    BalanceResult balance(Question asked, SupplyCase of, Solving solving) {
        if (kept.isEmpty()) {
            return solving.solve(asked.options());
        }
        FileCache files = kept.get();
        SolveOptions options = asked.options().solve();
        String key = key(asked);
        Optional<SolvedBalance> found =
                fresh ? Optional.empty() : files.get(key, from -> BalanceReader.read(from, of, options));
        if (found.isPresent()) {
            asked.options().keeper().accept(found.get().program());
            return found.get().balanced();
        }
        AtomicReference<Optional<SolvedProgram>> program = new AtomicReference<>(Optional.empty());
        BalanceResult result = solving.solve(asked.options().keeping(one -> program.set(Optional.of(one))));
        program.get().ifPresent(asked.options().keeper());
        boolean againstTheClock = Deadline.present().bounded() || options.seconds() < Double.POSITIVE_INFINITY;
        if (result instanceof BalanceResult.Balanced balanced && program.get().isPresent() && !againstTheClock) {
            SolvedBalance solved = new SolvedBalance(balanced, program.get().get());
            files.put(key, to -> BalanceWriter.write(solved, to));
        }
        return result;
    }

    /// What else was worked out from a case by the same program and kept; empty if it was not, or is not looked at.
    /// @param words what it was worked out from, the hash of the case among them
    <T> Optional<T> kept(List<String> words, BinaryReader.Item<T> reading) {
        return fresh ? Optional.empty() : kept.flatMap(files -> files.get(key(words), reading));
    }

    /// Keeps it, unless it was found against a clock.
    void keep(List<String> words, FileCache.Content content) {
        if (!Deadline.present().bounded()) {
            kept.ifPresent(files -> files.put(key(words), content));
        }
    }

    private String key(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addFirst(by);
        return ContentHash.of(all);
    }

    /// How an answer is found that is not kept.
    @FunctionalInterface
    interface Solving {
        BalanceResult solve(BalanceOptions options);
    }

    private String key(Question asked) {
        SolveOptions solve = asked.options().solve();
        List<String> words = List.of(
                FORM,
                by,
                asked.hash(),
                asked.scenario().map("scenario "::concat).orElse("base"),
                Boolean.toString(asked.options().calibrated()),
                asked.options().intervals().name(),
                solve.algorithm().name(),
                Integer.toString(solve.threads()),
                Boolean.toString(solve.presolve()),
                Double.toString(solve.gap()));
        return ContentHash.of(words);
    }
}
