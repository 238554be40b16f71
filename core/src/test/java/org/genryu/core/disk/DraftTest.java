package org.genryu.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genryu.core.ContentHash;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rung: by hand, and every moment at which a disk can fail.
class DraftTest {
    private static final Set<String> NAMES = Set.of("a.csv", "b.csv", "c.csv", "run.json");
    private static final Map<String, String> OLD = Map.of("a.csv", "old a", "b.csv", "old b");
    private static final Map<String, String> NEW = Map.of("a.csv", "new a, longer", "c.csv", "new c");
    private static final Map<String, String> THIRD = Map.of("b.csv", "third");

    @TempDir
    private Path place;

    private Path out() {
        return place.resolve("out");
    }

    /// The power goes at one step: it is half done, and no later step happens. Or only that one step fails.
    private static final class Failing extends Disk {
        private static final class Dead extends Error {
            private static final long serialVersionUID = 1;
        }

        private final int at;
        private final boolean dies;
        private final boolean swaps;
        private final List<FileLock> locks = new ArrayList<>();
        private int steps;

        Failing(int at, boolean dies, boolean swaps) {
            this.at = at;
            this.dies = dies;
            this.swaps = swaps;
        }

        private void step() throws IOException {
            steps++;
            if (dies && steps >= at) {
                throw new Dead();
            }
            if (steps == at) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        void createFolder(Path folder) throws IOException {
            step();
            super.createFolder(folder);
        }

        @Override
        OutputStream create(Path file) throws IOException {
            step();
            return super.create(file);
        }

        @Override
        void append(FileChannel to, ByteBuffer bytes) throws IOException {
            int half = bytes.remaining() / 2;
            byte[] first = new byte[half];
            bytes.get(first);
            to.write(ByteBuffer.wrap(first));
            step();
            super.append(to, bytes);
        }

        @Override
        void sync(FileChannel file) throws IOException {
            step();
            super.sync(file);
        }

        @Override
        void move(Path from, Path to) throws IOException {
            step();
            super.move(from, to);
        }

        @Override
        boolean exchange(Path one, Path other) {
            if (!swaps) {
                return false;
            }
            if (dies && steps + 1 >= at) {
                steps++;
                throw new Dead();
            }
            steps++;
            return super.exchange(one, other);
        }

        @Override
        void link(Path file, Path also) throws IOException {
            step();
            super.link(file, also);
        }

        @Override
        void delete(Path one) throws IOException {
            step();
            super.delete(one);
        }

        @Override
        Optional<FileLock> lock(Path file) throws IOException {
            step();
            Optional<FileLock> lock = super.lock(file);
            lock.ifPresent(locks::add);
            return lock;
        }

        /// What the system does when a process dies.
        void bury() throws IOException {
            for (FileLock lock : locks) {
                lock.acquiredBy().close();
            }
        }
    }

    private static void write(Disk disk, Path out, Map<String, String> files) throws IOException {
        try (Draft draft = Draft.result(disk, out, NAMES)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                draft.write(file.getKey(), file.getValue());
            }
            StringBuilder record = new StringBuilder("{\"program\":\"genryu\",\"files\":{");
            draft.files()
                    .forEach((name, hash) -> record.append(record.charAt(record.length() - 1) == '{' ? "" : ",")
                            .append('"')
                            .append(name)
                            .append("\":\"")
                            .append(hash)
                            .append('"'));
            draft.write("run.json", record.append("}}\n").toString());
            draft.commit();
        }
    }

    /// All that a person sees there.
    private Map<String, String> seen() throws IOException {
        Map<String, String> seen = new TreeMap<>();
        if (!Files.exists(out())) {
            return seen;
        }
        try (Stream<Path> files = Files.walk(out())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                seen.put(out().relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return seen;
    }

    /// The result alone, if the record and the hashes fit each other and nothing else of a result is there.
    private Map<String, String> whole(Map<String, String> own) throws IOException {
        Map<String, String> seen = seen();
        String record = Optional.ofNullable(seen.remove("run.json")).orElse("");
        own.forEach((name, text) -> assertThat(seen.remove(name)).as(name).isEqualTo(text));
        seen.forEach((name, text) -> assertThat(record)
                .contains("\"" + name + "\":\"" + ContentHash.of(text.getBytes(StandardCharsets.UTF_8)) + "\""));
        assertThat(record.split("\":\"", -1)).hasSize(seen.size() + 2);
        return seen;
    }

    private Map<String, String> ownFiles() throws IOException {
        Files.createDirectories(out().resolve("figures/more"));
        Files.writeString(out().resolve("notes.txt"), "mine");
        Files.writeString(out().resolve("figures/more/one.svg"), "drawn");
        return Map.of("notes.txt", "mine", "figures/more/one.svg", "drawn");
    }

    private void clear() throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!one.equals(place)) {
                    Files.delete(one);
                }
            }
        }
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aResultMustReplaceTheEarlierOneAndKeepWhatPeoplePutBesideIt() throws IOException {
        write(new Disk(), out(), OLD);
        Map<String, String> own = ownFiles();
        write(new Disk(), out(), NEW);
        assertThat(whole(own)).isEqualTo(NEW);
        assertThat(beside()).containsExactly("out");
    }

    @Test
    void whereverTheProcessDiesTheResultMustBeTheOldOneOrTheNewOne() throws IOException {
        int points = 0;
        int olds = 0;
        int news = 0;
        for (int at = 1; ; at++, points++) {
            clear();
            write(new Disk(), out(), OLD);
            Map<String, String> own = ownFiles();
            Failing disk = new Failing(at, true, true);
            boolean died = false;
            try {
                write(disk, out(), NEW);
            } catch (Failing.Dead _) {
                died = true;
            }
            disk.bury();
            Map<String, String> now = whole(own);
            assertThat(now).as("step %s", at).isIn(OLD, NEW);
            olds += now.equals(OLD) ? 1 : 0;
            news += now.equals(NEW) ? 1 : 0;
            write(new Disk(), out(), THIRD);
            assertThat(whole(own)).isEqualTo(THIRD);
            assertThat(beside()).containsExactly("out");
            if (!died) {
                break;
            }
        }
        assertThat(points).isGreaterThan(20);
        assertThat(olds).isGreaterThan(10);
        assertThat(news).isGreaterThan(5);
    }

    @Test
    void whereNamesCannotBeSwappedTheNextRunMustFindTheOldOneOrTheNewOne() throws IOException {
        int absent = 0;
        for (int at = 1; ; at++) {
            clear();
            write(new Disk(), out(), OLD);
            Map<String, String> own = ownFiles();
            Failing disk = new Failing(at, true, false);
            boolean died = false;
            try {
                write(disk, out(), NEW);
            } catch (Failing.Dead _) {
                died = true;
            }
            disk.bury();
            if (!Files.exists(out())) {
                absent++;
                Draft.result(out(), NAMES).close();
                assertThat(whole(own)).isEqualTo(OLD);
            }
            assertThat(whole(own)).isIn(OLD, NEW);
            write(new Failing(0, false, false), out(), THIRD);
            assertThat(whole(own)).isEqualTo(THIRD);
            assertThat(beside()).containsExactly("out");
            if (!died) {
                break;
            }
        }
        assertThat(absent).isEqualTo(1);
    }

    @Test
    void aStepThatFailsMustLeaveTheOldResultAndNameTheFile() throws IOException {
        int told = 0;
        for (int at = 1; ; at++) {
            clear();
            write(new Disk(), out(), OLD);
            Map<String, String> own = ownFiles();
            Failing disk = new Failing(at, false, true);
            boolean failed = false;
            try {
                write(disk, out(), NEW);
            } catch (WriteFailure e) {
                failed = true;
                told++;
                assertThat(e.why().en()).contains("'" + out(), "No space left on device");
            }
            assertThat(whole(own)).as("step %s", at).isEqualTo(failed ? OLD : NEW);
            write(new Disk(), out(), THIRD);
            assertThat(whole(own)).isEqualTo(THIRD);
            assertThat(beside()).containsExactly("out");
            if (disk.steps < at) {
                break;
            }
        }
        assertThat(told).isGreaterThan(10);
    }

    @Test
    void theFirstResultMustAppearWholeOrNotAtAll() throws IOException {
        for (int at = 1; ; at++) {
            clear();
            Failing disk = new Failing(at, true, true);
            boolean died = false;
            try {
                write(disk, out().resolve("deep/er"), NEW);
            } catch (Failing.Dead _) {
                died = true;
            }
            disk.bury();
            if (Files.exists(out().resolve("deep/er"))) {
                assertThat(out().resolve("deep/er/run.json")).exists();
            }
            write(new Disk(), out().resolve("deep/er"), THIRD);
            assertThat(seen()).containsOnlyKeys("deep/er/b.csv", "deep/er/run.json");
            if (!died) {
                break;
            }
        }
    }

    @Test
    void aSecondRunMustBeToldAtOnce() throws IOException {
        try (Draft first = Draft.result(out(), NAMES)) {
            assertThatThrownBy(() -> Draft.result(out(), NAMES)).isInstanceOfSatisfying(WriteFailure.class, e -> {
                assertThat(e.why().en())
                        .isEqualTo("'" + out()
                                + "' is being written by another run. Wait until it has ended, or give another name.");
                assertThat(e.why().in(Lang.JA)).isEqualTo("'" + out() + "' には別の実行が書き込み中です。終わるのを待つか、別の名前を指定してください。");
            });
            assertThat(first.shown()).isEqualTo(out());
        }
        assertThat(beside()).isEmpty();
    }

    @Test
    void whatIsThrownAwayMustLeaveNothing() throws IOException {
        try (Draft draft = Draft.result(out().resolve("deep/er"), NAMES)) {
            draft.write("a.csv", "x");
        }
        assertThat(beside()).isEmpty();
    }

    @Test
    void whatIsForgoneMustNeverComeIntoPlace() throws IOException {
        try (Draft draft = Draft.result(out(), NAMES)) {
            draft.write("run.json", "{}");
            assertThat(draft.forgo()).isFalse();
            assertThatThrownBy(draft::commit).isInstanceOf(Deadline.TimeUp.class);
        }
        assertThat(beside()).isEmpty();
        try (Draft draft = Draft.result(out(), NAMES)) {
            draft.write("run.json", "{}");
            draft.commit();
            assertThat(draft.forgo()).isTrue();
        }
        assertThat(beside()).containsExactly("out");
    }

    private void refused(Path target, String en) {
        assertThatThrownBy(() -> Draft.result(target, NAMES))
                .isInstanceOfSatisfying(
                        TargetRefused.class, e -> assertThat(e.why().en()).isEqualTo(en));
    }

    @Test
    void aPlaceThatIsNoResultMustBeRefused() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("prices.csv"), "mine");
        refused(
                out(),
                "'%s' holds files that are no result of genryu, such as 'prices.csv'; it must be a new name, an empty folder or an earlier result."
                        .formatted(out()));
        Files.writeString(out().resolve("run.json"), "{\"program\":\"genryu\"}");
        assertThatThrownBy(() -> Draft.result(out(), NAMES)).isInstanceOf(TargetRefused.class);
        Files.writeString(out().resolve("run.json"), "{\"program\":\"other\",\"files\":{}}");
        assertThatThrownBy(() -> Draft.result(out(), NAMES)).isInstanceOf(TargetRefused.class);
        Files.writeString(out().resolve("run.json"), "no json {");
        assertThatThrownBy(() -> Draft.result(out(), NAMES)).isInstanceOf(TargetRefused.class);
        Files.writeString(out().resolve("case.yaml"), "id: x");
        refused(
                out(),
                "'%1$s' is a case (it holds case.yaml); results go into a folder of their own. Maybe '%1$s-out'."
                        .formatted(out()));
        refused(
                out().resolve("prices.csv"),
                "'%s' is a file; it must be a folder.".formatted(out().resolve("prices.csv")));
        refused(Path.of(""), "'' is no name to write to; give the name of a folder or file.");
        assertThatThrownBy(() -> Draft.result(Path.of("."), NAMES))
                .isInstanceOf(TargetRefused.class)
                .hasMessageStartingWith("'.' holds files that are no result of genryu, such as '");
        assertThat(seen()).hasSize(3).containsEntry("prices.csv", "mine");
    }

    @Test
    void aFileInTheWayOfAResultMustBeRefused() throws IOException {
        write(new Disk(), out(), OLD);
        Files.writeString(out().resolve("c.csv"), "mine");
        refused(
                out(),
                "'%s' is in the way: a result has a file of that name, and this one is of no result. Maybe rename it."
                        .formatted(out().resolve("c.csv")));
        assertThat(Files.readString(out().resolve("c.csv"))).isEqualTo("mine");
    }

    @Test
    void linksMustNotBeFollowed() throws IOException {
        Path victim = Files.writeString(place.resolve("victim"), "untouched");
        write(new Disk(), out(), OLD);
        Files.delete(out().resolve("a.csv"));
        Files.createSymbolicLink(out().resolve("a.csv"), victim);
        Files.createSymbolicLink(out().resolve("mine"), victim);
        write(new Disk(), out(), NEW);
        assertThat(Files.readString(victim)).isEqualTo("untouched");
        assertThat(Files.isRegularFile(out().resolve("a.csv"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThat(Files.isSymbolicLink(out().resolve("mine"))).isTrue();
        Path link = Files.createSymbolicLink(place.resolve("link"), out());
        refused(link, "'%s' is a link, and links are not followed; give the folder itself.".formatted(link));
        Path trap = Files.createDirectory(place.resolve("trap"));
        Files.writeString(trap.resolve("kept"), "kept");
        Files.createSymbolicLink(place.resolve(".out.genryu-new"), trap);
        write(new Disk(), out(), THIRD);
        assertThat(Files.readString(trap.resolve("kept"))).isEqualTo("kept");
    }

    @Test
    void aRecordThatNamesFilesElsewhereMustNotReachThem() throws IOException {
        Path victim = Files.writeString(place.resolve("victim"), "untouched");
        write(new Disk(), out(), OLD);
        Files.writeString(
                out().resolve("run.json"),
                "{\"program\":\"genryu\",\"files\":{\"../victim\":\"\",\"" + victim
                        + "\":\"\",\"..\":\"\",\"a.csv\":\"\",\"b.csv\":\"\"}}");
        write(new Disk(), out(), NEW);
        assertThat(victim).hasContent("untouched");
        assertThat(whole(Map.of())).isEqualTo(NEW);
    }

    @Test
    void rightsMustBeOrdinaryAndThoseOfTheFolderKept() throws IOException {
        Path plain = Files.writeString(place.resolve("plain"), "");
        Path book = place.resolve("book.xlsx");
        try (Draft draft = Draft.file(book)) {
            try (OutputStream to = draft.open()) {
                to.write(1);
            }
            draft.commit();
        }
        assertThat(Files.getPosixFilePermissions(book)).isEqualTo(Files.getPosixFilePermissions(plain));
        write(new Disk(), out(), OLD);
        Files.setPosixFilePermissions(out(), PosixFilePermissions.fromString("rwx------"));
        write(new Disk(), out(), NEW);
        assertThat(Files.getPosixFilePermissions(out())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aFileMustBeReplacedWholeAndALinkNotFollowed() throws IOException {
        Path victim = Files.writeString(place.resolve("victim"), "untouched");
        Path link = Files.createSymbolicLink(place.resolve("link.lp"), victim);
        try (Draft draft = Draft.file(link)) {
            draft.write("link.lp", "new");
            draft.commit();
        }
        assertThat(victim).hasContent("untouched");
        assertThat(link).hasContent("new");
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(beside()).containsExactly("link.lp", "victim");
        assertThatThrownBy(() -> Draft.newFile(link))
                .hasMessage("'%s' is there already; it must be a new name.".formatted(link));
        assertThatThrownBy(() -> Draft.newFolder(place))
                .hasMessage("'%s' is there already; it must be a new name or an empty folder.".formatted(place));
    }

    @Test
    void withoutTheRightToWriteBesideAFolderTheCureMustBeANameInside() throws IOException {
        Files.createDirectory(out());
        Disk locked = new Disk() {
            @Override
            Optional<FileLock> lock(Path file) throws IOException {
                throw new java.nio.file.AccessDeniedException(file.toString());
            }
        };
        assertThatThrownBy(() -> Draft.result(locked, out(), NAMES)).isInstanceOfSatisfying(WriteFailure.class, e -> {
            assertThat(e.why().en())
                    .isEqualTo(
                            "'%s' can only be replaced as a whole, and there is no right to write beside it; give a name inside, such as '%s'."
                                    .formatted(out(), out().resolve("out")));
            assertThat(e.why().ja())
                    .isEqualTo("'%s' はフォルダごと置き換えますが、同じ場所に書き込む権限がありません。'%s' のように中の名前を指定してください。"
                            .formatted(out(), out().resolve("out")));
        });
        assertThat(beside()).containsExactly("out");
    }

    @Test
    void aPlaceThatCannotBeMadeMustBeTold() throws IOException {
        Path file = Files.writeString(place.resolve("file"), "");
        assertThatThrownBy(() -> Draft.result(file.resolve("out"), NAMES))
                .isInstanceOf(WriteFailure.class)
                .hasMessageStartingWith("'" + file.resolve("out") + "' cannot be created: ");
    }
}
