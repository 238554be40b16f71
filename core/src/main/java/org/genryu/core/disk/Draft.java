package org.genryu.core.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.genryu.core.Check;
import org.genryu.core.ContentHash;
import org.genryu.core.Deadline;
import org.genryu.core.Text;

/// How do files get to the disk so that what is there is whole or absent? They are written into a folder aside, synced
/// one by one, and put in place in one step by [#commit()]; without it nothing has happened. Until then what was there
/// before is untouched, and after a kill at any moment there is the one or the other ([FolderSwap] says how).
///
/// A draft is claimed before the work begins, so that a name that is no place to write to is refused at once
/// ([TargetRefused]), and so is a second run at the same name ([WriteFailure]). `.NAME.genryu-new`,
/// `.NAME.genryu-old` and `.NAME.genryu-lock` beside it are ours.
public final class Draft implements AutoCloseable {
    private final Disk disk;
    private final Path shown;
    private final WriteTarget target;
    private final Path aside;
    private final Path lockFile;
    private final FolderSwap swap;
    private final List<Path> parents;
    private final SortedMap<String, String> hashes = new ConcurrentSkipListMap<>();
    private Optional<FileLock> lock = Optional.empty();
    private boolean kept;
    private boolean forgone;

    private Draft(Disk disk, Path shown, WriteTarget target, List<Path> parents) {
        this.disk = disk;
        this.shown = shown;
        this.target = target;
        this.parents = parents;
        this.aside = beside("new");
        this.lockFile = beside("lock");
        this.swap = new FolderSwap(disk, target.path(), aside, beside("old"));
    }

    /// A folder of results, whose record `run.json` names its files ([#files()]).
    /// @param names of all files that may be written
    public static Draft result(Path folder, Set<String> names) throws IOException {
        return result(new Disk(), folder, names);
    }

    static Draft result(Disk disk, Path folder, Set<String> names) throws IOException {
        return begin(disk, folder, path -> new WriteTarget.Result(path, names));
    }

    /// A folder that must be new or empty.
    public static Draft newFolder(Path folder) throws IOException {
        return begin(new Disk(), folder, WriteTarget.NewFolder::new);
    }

    /// One file, which is replaced if it is there.
    public static Draft file(Path file) throws IOException {
        return file(new Disk(), file);
    }

    static Draft file(Disk disk, Path file) throws IOException {
        return begin(disk, file, WriteTarget.OneFile::new);
    }

    /// One file that must not be there yet.
    public static Draft newFile(Path file) throws IOException {
        return begin(new Disk(), file, WriteTarget.NewFile::new);
    }

    private static Draft begin(Disk disk, Path shown, Function<Path, WriteTarget> kind) throws IOException {
        Path absolute = shown.toAbsolutePath().normalize();
        if (shown.toString().isBlank() || absolute.getFileName() == null) {
            throw new TargetRefused(new Text(
                    "'%s' is no name to write to; give the name of a folder or file.".formatted(shown),
                    "'%s' には書き出せません。フォルダまたはファイルの名前を指定してください。".formatted(shown)));
        }
        List<Path> parents = missing(absolute);
        try {
            for (Path parent : parents) {
                disk.createFolder(parent);
            }
            Path above =
                    Optional.ofNullable(absolute.getParent()).orElse(absolute).toRealPath();
            Path path = above.resolve(absolute.getFileName());
            Draft draft = new Draft(disk, shown, kind.apply(path), parents);
            draft.claim();
            return draft;
        } catch (TargetRefused | WriteFailure said) {
            forget(disk, parents);
            throw said;
        } catch (IOException trouble) {
            forget(disk, parents);
            throw WriteFailure.cannotBegin(shown, trouble);
        }
    }

    /// The folders above a name that are not there, outermost first.
    private static List<Path> missing(Path path) {
        List<Path> missing = new ArrayList<>();
        for (Path at = path.getParent(); at != null && !Files.exists(at); at = at.getParent()) {
            missing.add(at);
        }
        Collections.reverse(missing);
        return missing;
    }

    private static void forget(Disk disk, List<Path> parents) {
        try {
            for (Path parent : parents.reversed()) {
                if (Files.isDirectory(parent)) {
                    disk.delete(parent);
                }
            }
        } catch (IOException _) {
            // somebody has put something there: it stays
        }
    }

    private void claim() throws IOException {
        target.check(shown);
        lock = disk.lock(lockFile);
        if (lock.isEmpty()) {
            throw WriteFailure.busy(shown);
        }
        try {
            swap.tidy();
            target.check(shown);
            disk.createFolder(aside);
        } catch (IOException trouble) {
            unlock();
            throw trouble;
        }
    }

    private Path beside(String what) {
        return target.path().resolveSibling("." + target.path().getFileName() + ".genryu-" + what);
    }

    /// The place as it was named.
    public Path shown() {
        return shown;
    }

    /// A new file of the folder; closing it waits until it is on the disk. Threads may write one each.
    public OutputStream open(String name) throws IOException {
        Path file = aside.resolve(name);
        for (Path above : missing(file)) {
            disk.createFolder(above);
        }
        return new Written(name, file);
    }

    /// The one file of a draft of one file.
    public OutputStream open() throws IOException {
        return open(String.valueOf(target.path().getFileName()));
    }

    public void write(String name, String text) throws IOException {
        try (OutputStream out = open(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The files closed so far, each with its SHA-256.
    public SortedMap<String, String> files() {
        return Collections.unmodifiableSortedMap(hashes);
    }

    /// Puts everything in place, in one step.
    public synchronized void commit() throws IOException {
        Check.that(!kept, "A draft is committed once.");
        if (forgone) {
            throw new Deadline.TimeUp();
        }
        try {
            target.check(shown);
            for (String name : hashes.keySet()) {
                Path folder = aside.resolve(name).getParent();
                if (folder != null && !folder.equals(aside)) {
                    disk.syncFolder(folder);
                }
            }
            disk.syncFolder(aside);
            switch (target) {
                case WriteTarget.Result _ -> {
                    Check.that(hashes.containsKey(ResultContents.RECORD), "A result has a record.");
                    swap.run();
                }
                case WriteTarget.NewFolder _ -> swap.run();
                case WriteTarget.OneFile(Path path) -> disk.move(aside.resolve(path.getFileName()), path);
                case WriteTarget.NewFile(Path path) -> disk.move(aside.resolve(path.getFileName()), path);
            }
            kept = true;
            disk.syncFolder(Optional.ofNullable(target.path().getParent()).orElse(target.path()));
        } catch (TargetRefused | WriteFailure said) {
            throw said;
        } catch (IOException trouble) {
            throw WriteFailure.of(shown, aside, trouble);
        }
    }

    /// From here on it will not be put in place. Another thread may ask, which waits until what is being put in
    /// place is.
    /// @return whether it is in place already
    public synchronized boolean forgo() {
        forgone = true;
        return kept;
    }

    /// Tidies up; what was not committed is gone. What cannot be tidied now is tidied by the next run.
    @Override
    public void close() {
        try {
            if (kept) {
                swap.tidy();
            } else {
                swap.deleteAll(aside);
            }
        } catch (IOException _) {
            // the next run tries again
        }
        unlock();
        if (!kept) {
            forget(disk, parents);
        }
    }

    private void unlock() {
        if (lock.isEmpty()) {
            return;
        }
        try (var _ = lock.get().acquiredBy()) {
            disk.delete(lockFile);
        } catch (IOException _) {
            // a name without a lock hinders nobody
        }
        lock = Optional.empty();
    }

    /// A file being written: knows its name when something goes wrong, and its hash in the end.
    private final class Written extends OutputStream {
        private final String name;
        private final Path reader;
        private final MessageDigest digest = ContentHash.digest();
        private final OutputStream to;
        private boolean open = true;

        Written(String name, Path file) throws IOException {
            this.name = name;
            this.reader = target instanceof WriteTarget.Result || target instanceof WriteTarget.NewFolder
                    ? shown.resolve(name)
                    : shown;
            try {
                this.to = disk.create(file);
            } catch (IOException trouble) {
                throw WriteFailure.of(reader, aside, trouble);
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                to.write(bytes, from, count);
            } catch (IOException trouble) {
                throw WriteFailure.of(reader, aside, trouble);
            }
            digest.update(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            if (!open) {
                return;
            }
            open = false;
            try {
                to.close();
            } catch (IOException trouble) {
                throw WriteFailure.of(reader, aside, trouble);
            }
            hashes.put(name, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
