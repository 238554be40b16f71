package org.genryu.core.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.genryu.core.Text;

/// What is written, and onto what it may be put.
sealed interface WriteTarget {
    /// Where it goes, without a link on the way.
    Path path();

    /// Says no before any work is done.
    /// @param shown the name as it was typed
    void check(Path shown) throws IOException;

    /// A folder of results. What an earlier result wrote there is replaced, what people put beside it is kept.
    /// @param names of all files that may be written
    record Result(Path path, Set<String> names) implements WriteTarget {
        private static final String CASE = "case.yaml";

        public Result {
            names = Set.copyOf(names);
        }

        @Override
        public void check(Path shown) throws IOException {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            mustBeAFolder(shown);
            if (Files.exists(path.resolve(CASE), LinkOption.NOFOLLOW_LINKS)) {
                // Beside the case, also where it is called `.`.
                Path beside =
                        shown.resolve("..").resolve(path.getFileName() + "-out").normalize();
                throw new TargetRefused(new Text(
                        "'%s' is a case (it holds case.yaml); results go into a folder of their own. Maybe '%s'."
                                .formatted(shown, beside),
                        "'%s' はケースのフォルダです(case.yaml があります)。結果は別のフォルダに書き出します。対処案: '%s'。".formatted(shown, beside)));
            }
            Set<String> inside = namesIn(path);
            Optional<Set<String>> ours = ResultContents.of(path);
            if (!inside.isEmpty() && ours.isEmpty()) {
                String other = inside.iterator().next();
                throw new TargetRefused(new Text(
                        "'%s' holds files that are no result of genryu, such as '%s'; it must be a new name, an empty folder or an earlier result."
                                .formatted(shown, other),
                        "'%s' には genryu の結果ではないファイル('%s' など)があります。新しい名前、空のフォルダ、以前の結果のフォルダのいずれかを指定してください。"
                                .formatted(shown, other)));
            }
            Set<String> inTheWay = new TreeSet<>(inside);
            inTheWay.retainAll(names);
            inTheWay.removeAll(ours.orElse(Set.of()));
            if (!inTheWay.isEmpty()) {
                Path other = shown.resolve(inTheWay.iterator().next());
                throw new TargetRefused(new Text(
                        "'%s' is in the way: a result has a file of that name, and this one is of no result. Maybe rename it."
                                .formatted(other),
                        "'%s' は結果のファイルではありませんが、結果が同じ名前を使います。対処案: 名前を変えてください。".formatted(other)));
            }
            mustBeMovable(shown);
        }

        private void mustBeAFolder(Path shown) throws IOException {
            if (Files.isSymbolicLink(path)) {
                throw new TargetRefused(new Text(
                        "'%s' is a link, and links are not followed; give the folder itself.".formatted(shown),
                        "'%s' はリンクです。リンクはたどりません。フォルダそのものを指定してください。".formatted(shown)));
            }
            if (!Files.isDirectory(path)) {
                throw new TargetRefused(new Text(
                        "'%s' is a file; it must be a folder.".formatted(shown),
                        "'%s' はファイルです。フォルダを指定してください。".formatted(shown)));
            }
        }

        /// A result is put in place as a whole folder.
        private void mustBeMovable(Path shown) throws IOException {
            if (Path.of("").toRealPath().startsWith(path)) {
                throw new TargetRefused(new Text(
                        "'%s' is the folder you stand in, or one above it, and a result replaces its folder as a whole; give a name inside, such as '%s'."
                                .formatted(shown, shown.resolve("out")),
                        "'%s' は現在のフォルダかその上位です。結果はフォルダごと置き換わるため、'%s' のように中の名前を指定してください。"
                                .formatted(shown, shown.resolve("out"))));
            }
            Path above = Optional.ofNullable(path.getParent()).orElse(path);
            if (!Files.getFileStore(above).equals(Files.getFileStore(path))) {
                throw new TargetRefused(new Text(
                        "'%s' is the top of a disk, and a result replaces its folder as a whole; give a name inside, such as '%s'."
                                .formatted(shown, shown.resolve("out")),
                        "'%s' はディスクの最上位です。結果はフォルダごと置き換わるため、'%s' のように中の名前を指定してください。"
                                .formatted(shown, shown.resolve("out"))));
            }
        }
    }

    /// A folder that must be new or empty, such as a case.
    record NewFolder(Path path) implements WriteTarget {
        @Override
        public void check(Path shown) throws IOException {
            boolean isFree = !Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    || (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                            && namesIn(path).isEmpty());
            if (!isFree) {
                throw new TargetRefused(new Text(
                        "'%s' is there already; it must be a new name or an empty folder.".formatted(shown),
                        "'%s' はすでに存在します。新しい名前か空のフォルダを指定してください。".formatted(shown)));
            }
        }
    }

    /// One file; a file of that name is replaced, a link of that name too (not what it leads to).
    record OneFile(Path path) implements WriteTarget {
        @Override
        public void check(Path shown) throws IOException {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new TargetRefused(new Text(
                        "'%s' is a folder; it must be the name of a file.".formatted(shown),
                        "'%s' はフォルダです。ファイル名を指定してください。".formatted(shown)));
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new TargetRefused(new Text(
                        "'%s' is no plain file; give another name.".formatted(shown),
                        "'%s' は通常のファイルではありません。別の名前を指定してください。".formatted(shown)));
            }
        }
    }

    /// A file that must not be there yet.
    record NewFile(Path path) implements WriteTarget {
        @Override
        public void check(Path shown) throws IOException {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new TargetRefused(new Text(
                        "'%s' is there already; it must be a new name.".formatted(shown),
                        "'%s' はすでに存在します。新しい名前を指定してください。".formatted(shown)));
            }
        }
    }

    /// The names in a folder, in order.
    static Set<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            inside.forEach(one -> names.add(String.valueOf(one.getFileName())));
            return names;
        }
    }
}
