package org.genryu.web.book;

import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.genryu.core.ContentHash;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.web.http.WebCall;
import org.genryu.web.page.WebDesk;

/// Files that people send: kept in the home folder under the hash of their content, so that the same file is one file
/// and an address names what was read. Their names are made harmless; what is in them is read by worker processes.
public final class SentFiles {
    private static final long MOST_BYTES = 16L << 20;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
    private static final Text TOO_LARGE = new Text("A file must be of 16 MiB or less.", "ファイルは16MiB以下でなければなりません。");
    private static final Text NOTHING =
            new Text("Nothing was sent: choose a file or paste a text.", "ファイルを選ぶか、文を貼り付けてください。");

    private final Path folder;
    private final Set<String> endings;

    /// @param kind folder inside the home folder
    /// @param endings that files may have, such as `csv`
    public SentFiles(WebDesk desk, String kind, Set<String> endings) {
        this.folder = desk.home().resolve(kind);
        this.endings = Set.copyOf(endings);
    }

    /// @param hash name of its folder
    public record Sent(String hash, Path file) {}

    /// Keeps what a form has sent: its files, and the text of a field as a file of its own.
    /// @param pasted name of the field for pasted text, and of its file
    public List<Sent> keep(WebCall call, String files, String pasted) throws IOException, WebCall.Refused {
        List<Sent> kept = new ArrayList<>();
        for (UploadedFile one : call.context().uploadedFiles(files)) {
            if (one.size() > 0) {
                kept.add(keep(named(one.filename()), bytes(one)));
            }
        }
        Optional<String> text = call.field(pasted);
        if (text.isPresent()) {
            kept.add(keep(
                    "pasted." + (endings.contains("csv") ? "csv" : "txt"),
                    text.get().getBytes(StandardCharsets.UTF_8)));
        }
        if (kept.isEmpty()) {
            throw new WebCall.Refused(422, NOTHING);
        }
        return List.copyOf(kept);
    }

    /// What was sent before.
    public Optional<Sent> find(String hash) throws IOException {
        Path of = folder.resolve(hash);
        if (!HASH.matcher(hash).matches() || !Files.isDirectory(of)) {
            return Optional.empty();
        }
        try (var found = Files.list(of)) {
            return found.sorted().findFirst().map(file -> new Sent(hash, file));
        }
    }

    private Sent keep(String name, byte[] content) throws IOException, WebCall.Refused {
        if (content.length > MOST_BYTES) {
            throw new WebCall.Refused(413, TOO_LARGE);
        }
        String hash = ContentHash.of(content).substring(0, 32);
        Optional<Sent> known = find(hash);
        if (known.isPresent()) {
            return known.get();
        }
        Path of = folder.resolve(hash);
        Files.createDirectories(of);
        Path file = of.resolve(name);
        try (Draft draft = Draft.file(file)) {
            try (var out = draft.open()) {
                out.write(content);
            }
            draft.commit();
        }
        return new Sent(hash, file);
    }

    private static byte[] bytes(UploadedFile one) throws IOException, WebCall.Refused {
        try (InputStream in = one.content()) {
            byte[] content = in.readNBytes((int) MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new WebCall.Refused(413, TOO_LARGE);
            }
            return content;
        }
    }

    /// A name without folders and without signs that mean something to a shell or a disk.
    private String named(String sent) throws WebCall.Refused {
        String last = sent.replace('\\', '/').replaceFirst("^.*/", "").strip();
        int dot = last.lastIndexOf('.');
        String ending = dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (!endings.contains(ending)) {
            String all = String.join(", ", endings.stream().sorted().toList());
            throw new WebCall.Refused(
                    415,
                    new Text(
                            "'%s': a file must end in one of %s.".formatted(last, all),
                            "「%s」：%s のいずれかのファイルを送ってください。".formatted(last, all)));
        }
        String stem =
                last.substring(0, dot).replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-+", "");
        String shown = stem.isEmpty() ? "file" : stem.substring(0, Math.min(60, stem.length()));
        return shown + "." + ending;
    }
}
