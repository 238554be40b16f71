package org.genryu.evidence.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// A ledger as a file of JSON lines that is only ever added to; each line holds the hash of the line before.
///
/// A line that was torn by a crash is no line: it is told, and the next addition begins in its place. A line that was
/// changed is an error, and nothing is added behind it. Two programs that add at once do so one after the other.
final class LedgerFile implements LedgerKeep {
    private static final Text THING = new Text("Ledger", "台帳");

    private final Path file;
    private int count;
    private String last = "";
    /// Bytes of whole lines.
    private long end;

    LedgerFile(Path file) {
        this.file = file;
    }

    @Override
    public Outcome<List<LedgerEntry>> read() throws IOException {
        List<LedgerEntry> read = new ArrayList<>();
        List<Finding> findings =
                Files.exists(file) ? read(Files.readString(file, StandardCharsets.UTF_8), read) : List.of();
        return Outcome.of(read, findings);
    }

    private List<Finding> read(String text, List<LedgerEntry> read) {
        List<Finding> findings = new ArrayList<>();
        String name = String.valueOf(file.getFileName());
        int from = 0;
        int number = 1;
        for (int to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
            String line = text.substring(from, to);
            Optional<LedgerEntry> entry =
                    LedgerEntry.read(line).filter(one -> one.previous().equals(last));
            if (entry.isEmpty()) {
                findings.add(Finding.error(
                        new Finding.Place(name, number, ""),
                        THING,
                        new Text(
                                "this line is not as it was written; nothing behind it is read.",
                                "この行は書かれた時のままではありません。以降は読みません。"),
                        new Text(
                                "the file should be restored from a copy: lines are only ever added.",
                                "控えから戻してください。行は追加されるだけです。")));
                return findings;
            }
            last = LedgerEntry.hashOf(line);
            read.add(entry.get());
            count++;
            end += line.getBytes(StandardCharsets.UTF_8).length + 1;
            from = to + 1;
            number++;
        }
        if (from < text.length()) {
            findings.add(Finding.warning(
                    new Finding.Place(name, number, ""),
                    THING,
                    new Text("its last line was torn and is left out.", "最後の行が途切れているため除きました。"),
                    new Text("the program was stopped while it wrote.", "書き込み中に止められた可能性があります。")));
        }
        return findings;
    }

    @Override
    public Outcome<List<LedgerEntry>> append(List<LedgerEntry> drafts) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            List<LedgerEntry> come = new ArrayList<>(catchUp(channel));
            StringBuilder lines = new StringBuilder();
            String before = last;
            for (LedgerEntry draft : drafts) {
                LedgerEntry entry = draft.as(++count, before);
                come.add(entry);
                lines.append(entry.line());
                before = entry.hash();
            }
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            channel.truncate(end);
            channel.position(end);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            end += bytes.length;
            last = before;
            lock.release();
            return Outcome.of(come);
        }
    }

    /// Takes what another program has added since.
    private List<LedgerEntry> catchUp(FileChannel channel) throws IOException {
        List<LedgerEntry> others = new ArrayList<>();
        long size = channel.size();
        if (size <= end) {
            return others;
        }
        ByteBuffer more = ByteBuffer.allocate((int) Math.min(Integer.MAX_VALUE - 16, size - end));
        channel.position(end);
        while (more.hasRemaining() && channel.read(more) >= 0) {
            // until all is there
        }
        String text = new String(more.array(), StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        if (whole > 0 && !read(text.substring(0, whole), others).isEmpty()) {
            throw new IOException("the ledger was changed");
        }
        return others;
    }

    @Override
    public Optional<Set<String>> candidates(List<String> words) {
        return Optional.empty();
    }
}
