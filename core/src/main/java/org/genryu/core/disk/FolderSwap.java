package org.genryu.core.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.Set;

/// How does a finished folder take the place of an earlier one, so that whoever looks, and after whatever kill, sees
/// the one or the other whole?
///
/// ```
///   .out.genryu-new   the new result                  ┐ 1  people's own files of `out` get a second name in the new
/// one
///   out               the earlier one, and notes.txt  ┘ 2  the two folders swap names in one step
///                                                       3  what was the earlier result is deleted, its run.json last
/// ```
///
/// Killed before 2, `out` is the earlier result; after 2, the new one. What is left aside is tidied by the next run: a
/// folder without a record is an unfinished draft; one with a record gives back what people put into it meanwhile, and
/// goes. Where two names cannot be swapped (Windows, some network disks) step 2 is two renames, by way of
/// `.out.genryu-old`; killed between them there is no `out`, and the next run puts the earlier one back.
final class FolderSwap {
    private final Disk disk;
    private final Path folder;
    private final Path aside;
    private final Path old;

    FolderSwap(Disk disk, Path folder, Path aside, Path old) {
        this.disk = disk;
        this.folder = folder;
        this.aside = aside;
        this.old = old;
    }

    /// Puts what is aside in place. The earlier folder must hold a result, or nothing.
    void run() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            disk.move(aside, folder);
            return;
        }
        if (WriteTarget.namesIn(folder).isEmpty()) {
            disk.delete(folder);
            disk.move(aside, folder);
            return;
        }
        carry(folder, aside, ResultContents.of(folder).orElse(Set.of()));
        sameRights();
        disk.syncFolder(aside);
        if (!disk.exchange(aside, folder)) {
            disk.move(folder, old);
            disk.move(aside, folder);
        }
    }

    /// Tidies what an earlier run left, or this one.
    void tidy() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS)) {
            disk.move(old, folder);
        }
        settle(aside);
        settle(old);
    }

    /// Gives every file of `from` but those named a second name in `to`.
    private void carry(Path from, Path to, Set<String> but) throws IOException {
        for (String name : WriteTarget.namesIn(from)) {
            Path target = to.resolve(name);
            if (but.contains(name) || Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            if (Files.isDirectory(from.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                disk.createFolder(target);
                carry(from.resolve(name), target, Set.of());
            } else {
                disk.link(from.resolve(name), target);
            }
        }
    }

    private void sameRights() throws IOException {
        PosixFileAttributeView there = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        PosixFileAttributeView here = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
        if (there != null && here != null) {
            here.setPermissions(there.readAttributes().permissions());
        }
    }

    private void settle(Path left) throws IOException {
        Optional<Set<String>> names = ResultContents.of(left);
        if (names.isEmpty() || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            deleteAll(left);
            return;
        }
        for (String name : WriteTarget.namesIn(left)) {
            if (names.get().contains(name)) {
                if (!name.equals(ResultContents.RECORD)) {
                    deleteAll(left.resolve(name));
                }
            } else {
                giveBack(left.resolve(name), folder.resolve(name));
            }
        }
        disk.delete(left.resolve(ResultContents.RECORD));
        disk.delete(left);
    }

    /// What people put there goes where it belongs; where the same is there already, it goes away.
    private void giveBack(Path mine, Path home) throws IOException {
        boolean taken = Files.exists(home, LinkOption.NOFOLLOW_LINKS);
        if (taken
                && Files.isDirectory(mine, LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
            for (String name : WriteTarget.namesIn(mine)) {
                giveBack(mine.resolve(name), home.resolve(name));
            }
            disk.delete(mine);
        } else if (taken && isSame(mine, home)) {
            disk.delete(mine);
        } else {
            disk.move(mine, free(home));
        }
    }

    private static boolean isSame(Path mine, Path home) throws IOException {
        if (Files.isSymbolicLink(mine) || Files.isSymbolicLink(home)) {
            return Files.isSymbolicLink(mine)
                    && Files.isSymbolicLink(home)
                    && Files.readSymbolicLink(mine).equals(Files.readSymbolicLink(home));
        }
        return Files.isSameFile(mine, home)
                || (Files.isRegularFile(mine) && Files.isRegularFile(home) && Files.mismatch(mine, home) < 0);
    }

    private static Path free(Path wanted) {
        Path free = wanted;
        for (int n = 1; Files.exists(free, LinkOption.NOFOLLOW_LINKS); n++) {
            free = wanted.resolveSibling(wanted.getFileName() + "." + n);
        }
        return free;
    }

    /// Deletes a file, or a folder with all in it; a link, not what it leads to.
    void deleteAll(Path one) throws IOException {
        if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
            for (String name : WriteTarget.namesIn(one)) {
                deleteAll(one.resolve(name));
            }
        }
        disk.delete(one);
    }
}
