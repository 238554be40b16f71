package org.genryu.solve.natives;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.genryu.core.ContentHash;
import org.genryu.core.QuickSum;
import org.genryu.core.Text;
import org.genryu.core.disk.PrivateFolder;
import org.genryu.core.disk.UserCache;

/// Where the native libraries come from: a file that the reader names, or the copy packed into this jar.
///
/// A packed library is unpacked once into a folder of the user's cache that is [private][PrivateFolder], under a name
/// made of its content, and used from there ever after. What is loaded is held against its [SHA-256][LibrarySums]
/// first. It is written beside its place and moved in one step, so that two programs that start at once never see
/// half a file. Where the cache is not private, cannot be written or not be run from, a private temporary folder
/// serves for this one run.
public final class Natives {
    /// What is asked of the machine.
    ///
    /// @param platform of the libraries that fit it; empty if none is packed for it
    /// @param environment the variables `HIGHS_LIBRARY`, `XDG_CACHE_HOME` and `LOCALAPPDATA` are read from it
    /// @param home the user's home folder; not absolute if there is none
    /// @param temporary folder for temporary files
    record Machine(Optional<Platform> platform, Map<String, String> environment, Path home, Path temporary) {
        static Machine here() {
            return new Machine(
                    Platform.of(System.getProperty("os.name", ""), System.getProperty("os.arch", "")),
                    System.getenv(),
                    Path.of(System.getProperty("user.home", "")),
                    Path.of(System.getProperty("java.io.tmpdir", "")));
        }
    }

    /// One library of the jar.
    ///
    /// @param sum its SHA-256 in hex
    record Packed(URL from, String file, String sum) {}

    private final Machine machine;
    private final PrivateFolder guard;
    private final Function<Path, SymbolLookup> opener;

    /// @param opener loads a library; throws [IllegalArgumentException] with the system's reason if it cannot
    Natives(Machine machine, PrivateFolder guard, Function<Path, SymbolLookup> opener) {
        this.machine = machine;
        this.guard = guard;
        this.opener = opener;
    }

    /// The libraries of this machine.
    public static Natives ofThisMachine() {
        return new Natives(Machine.here(), PrivateFolder.ofThisProcess(), Natives::look);
    }

    /// HiGHS, from `HIGHS_LIBRARY` if that is set.
    /// @throws SolverUnavailable if no library can be loaded, with the cure
    public SymbolLookup highs() {
        String named = machine.environment.getOrDefault("HIGHS_LIBRARY", "");
        if (!named.isEmpty()) {
            return named(named);
        }
        Platform here = machine.platform.orElseThrow(() -> new SolverUnavailable(new Text(
                "No HiGHS library is packed for this machine. Maybe HIGHS_LIBRARY should name one built for it.",
                "このマシン用の HiGHS ライブラリは同梱されていません。対処案: このマシン用にビルドしたものを HIGHS_LIBRARY で指定してください。")));
        return load(here, here.highs())
                .orElseThrow(() -> new SolverUnavailable(new Text(
                        "This build has no HiGHS library for %s. Maybe HIGHS_LIBRARY should name one."
                                .formatted(here.folder),
                        "このビルドには %s 用の HiGHS ライブラリがありません。対処案: HIGHS_LIBRARY で指定してください。".formatted(here.folder))));
    }

    /// Clp; empty where it is not packed.
    /// @throws SolverUnavailable if it is packed and cannot be loaded, with the cure
    public Optional<SymbolLookup> clp() {
        return machine.platform.filter(here -> !here.clp().isEmpty()).flatMap(here -> load(here, here.clp()));
    }

    /// Which libraries solve here, told without loading any: the same word, the same bytes.
    /// @return empty if the file that `HIGHS_LIBRARY` names cannot be read
    public Optional<String> identity() {
        String named = machine.environment.getOrDefault("HIGHS_LIBRARY", "");
        String packed =
                machine.platform + " " + new TreeMap<>(LibrarySums.packed().byName());
        try {
            return Optional.of(named.isEmpty() ? packed : packed + " " + quickSum(Path.of(named)));
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// The reader's own library is told from another one of his, not from an attacker's.
    private static String quickSum(Path file) throws IOException {
        return new QuickSum().add(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
    }

    private SymbolLookup named(String name) {
        Path library = Path.of(name);
        if (!Files.isRegularFile(library)) {
            throw new SolverUnavailable(new Text(
                    "HIGHS_LIBRARY '%s': there is no such file; it must be the path of a HiGHS library."
                            .formatted(name),
                    "HIGHS_LIBRARY '%s': そのようなファイルはありません。HiGHS ライブラリのパスを指定してください。".formatted(name)));
        }
        try {
            return opener.apply(library.toAbsolutePath());
        } catch (IllegalArgumentException refused) {
            throw new SolverUnavailable(new Text(
                    "HIGHS_LIBRARY '%s': it cannot be loaded (%s); it must be a HiGHS library built for this machine."
                            .formatted(name, refused.getMessage()),
                    "HIGHS_LIBRARY '%s': 読み込めません(%s)。このマシン用にビルドした HiGHS ライブラリを指定してください。"
                            .formatted(name, refused.getMessage())));
        }
    }

    /// Where unpacked libraries live; empty if the user has no absolute folder of that kind.
    Optional<Path> cache() {
        return new UserCache(machine.environment, machine.home).folder("natives");
    }

    /// The library `files[0]`; the others are what it looks for beside itself.
    private Optional<SymbolLookup> load(Platform platform, List<String> files) {
        LibrarySums sums = LibrarySums.packed();
        List<Packed> packed = new ArrayList<>();
        for (String file : files) {
            Optional<String> sum = sums.of(platform, file);
            URL url = Natives.class.getResource("/natives/" + platform.folder + "/" + file);
            if (url == null || sum.isEmpty()) {
                return Optional.empty();
            }
            packed.add(new Packed(url, file, sum.orElseThrow()));
        }
        return Optional.of(load(packed));
    }

    /// The first of the libraries, from the first place that serves.
    SymbolLookup load(List<Packed> packed) {
        List<String> refusals = new ArrayList<>();
        if (packed.stream().allMatch(one -> one.from.getProtocol().equals("file"))) {
            try {
                return fromClasses(packed);
            } catch (IOException | IllegalArgumentException unfit) {
                refusals.add(reason(unfit));
            }
        }
        Optional<Path> cache = cache();
        if (cache.isPresent()) {
            try {
                return opener.apply(unpack(packed, guard.open(cache.orElseThrow())));
            } catch (IOException | IllegalArgumentException unfit) {
                refusals.add(cache.orElseThrow() + " (" + reason(unfit) + ")");
            }
        }
        try {
            return fromTemporary(packed);
        } catch (IOException | IllegalArgumentException unfit) {
            refusals.add(machine.temporary + " (" + reason(unfit) + ")");
        }
        throw nowhere(String.join("; ", refusals));
    }

    /// As it lies among the classes of a program that is being developed.
    private SymbolLookup fromClasses(List<Packed> packed) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Packed one : packed) {
            Path file = Path.of(URI.create(one.from.toString()));
            verify(file, one.sum);
            files.add(file);
        }
        return opener.apply(files.getFirst());
    }

    private SymbolLookup fromTemporary(List<Packed> packed) throws IOException {
        Path folder = Files.createTempDirectory(machine.temporary.toAbsolutePath(), "genryu-natives");
        try {
            return opener.apply(unpack(packed, guard.open(folder)));
        } finally {
            forget(folder.toFile());
        }
    }

    private static SolverUnavailable nowhere(String refusals) {
        return refusals.contains("libstdc++") || refusals.contains("libgcc_s")
                ? new SolverUnavailable(new Text(
                        "The solver's library needs the C++ runtime, which is missing here; install it (Debian, Ubuntu: apt-get install libstdc++6; Fedora: dnf install libstdc++; Alpine is not supported): %s."
                                .formatted(refusals),
                        "ソルバーのライブラリに必要な C++ ランタイムがありません。インストールしてください(Debian, Ubuntu: apt-get install libstdc++6、Fedora: dnf install libstdc++、Alpine は非対応): %s。"
                                .formatted(refusals)))
                : new SolverUnavailable(new Text(
                        "The solver's library can be loaded from none of these folders; set XDG_CACHE_HOME (Windows: LOCALAPPDATA) to a folder of your own where files may be written and run: %s."
                                .formatted(refusals),
                        "次のどのフォルダからもソルバーのライブラリを読み込めません。書き込みと実行ができる自分専用のフォルダを XDG_CACHE_HOME(Windows では LOCALAPPDATA)に指定してください: %s。"
                                .formatted(refusals)));
    }

    private static String reason(Exception trouble) {
        String said = String.valueOf(trouble.getMessage());
        return switch (trouble) {
            case IllegalArgumentException _ -> said;
            case FileSystemException _ -> trouble.getClass().getSimpleName().replace("Exception", "") + ": " + said;
            default -> said;
        };
    }

    /// Brings the libraries into one folder under `root` named by their content, and gives the first.
    /// @param root a private folder
    Path unpack(List<Packed> packed, Path root) throws IOException {
        StringBuilder sums = new StringBuilder();
        packed.forEach(one -> sums.append(one.sum));
        String key = ContentHash.of(sums.toString().getBytes(StandardCharsets.US_ASCII));
        Path folder = guard.open(root.resolve(key));
        for (Packed one : packed) {
            bring(one, folder.resolve(one.file));
        }
        return folder.resolve(packed.getFirst().file);
    }

    private void bring(Packed one, Path to) throws IOException {
        if (guard.holds(to) && isWhole(one, to)) {
            return;
        }
        Path beside = Files.createTempFile(to.getParent(), one.file, ".part");
        try {
            try (InputStream in = one.from.openStream()) {
                Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            }
            verify(beside, one.sum);
            Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
            note(notes(to), known(one, to));
        } catch (IOException trouble) {
            // Another process may have been quicker and may have the file open already (Windows refuses the
            // move then).
            if (!guard.holds(to) || !sumOf(to).equals(one.sum)) {
                throw trouble;
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// Whether the file is the library: by the quick sums that were noted when its SHA-256 was found right, else by
    /// its SHA-256, after which they are noted. The folder is private, so that what is left to be found is damage.
    private boolean isWhole(Packed one, Path file) throws IOException {
        Path notes = notes(file);
        String known = known(one, file);
        if (guard.holds(notes)
                && Files.size(notes) == known.length()
                && Files.readString(notes).equals(known)) {
            return true;
        }
        if (!sumOf(file).equals(one.sum)) {
            return false;
        }
        note(notes, known);
        return true;
    }

    private static Path notes(Path file) {
        return file.resolveSibling(file.getFileName() + ".sums");
    }

    private static String known(Packed one, Path file) throws IOException {
        return one.sum + " " + quickSum(file) + "\n";
    }

    /// Where it cannot be noted, the next start takes the long way as well.
    private static void note(Path notes, String known) throws IOException {
        Path beside =
                Files.createTempFile(notes.getParent(), notes.getFileName().toString(), ".part");
        try {
            Files.writeString(beside, known);
            Files.move(beside, notes, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            // The library itself is there and right.
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void verify(Path file, String sum) throws IOException {
        String is = sumOf(file);
        if (!is.equals(sum)) {
            throw new IOException("%s: its SHA-256 is %s; it must be %s".formatted(file.getFileName(), is, sum));
        }
    }

    private static String sumOf(Path file) throws IOException {
        return ContentHash.of(Files.readAllBytes(file));
    }

    private static SymbolLookup look(Path library) {
        try {
            return SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(whyNot(library), refused);
        }
    }

    /// The system's own words, which the other way of loading passes on.
    private static String whyNot(Path library) {
        try {
            System.load(library.toString());
            return "it cannot be loaded";
        } catch (UnsatisfiedLinkError refused) {
            String said = String.valueOf(refused.getMessage());
            String name = library + ": ";
            while (said.startsWith(name)) {
                said = said.substring(name.length());
            }
            return said;
        }
    }

    /// Deletes the folder's tree: at once where the system lets go of open libraries, else when the program ends.
    private static void forget(File folder) {
        if (!deleted(folder)) {
            deleteLater(folder);
        }
    }

    private static boolean deleted(File file) {
        boolean all = true;
        for (File inside : inside(file)) {
            all &= deleted(inside);
        }
        return file.delete() && all;
    }

    /// What was told last goes first.
    private static void deleteLater(File file) {
        file.deleteOnExit();
        inside(file).forEach(Natives::deleteLater);
    }

    private static List<File> inside(File file) {
        return Optional.ofNullable(file.listFiles()).map(List::of).orElse(List.of());
    }
}
