package org.genryu.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// One server for one home folder: the system lets the lock go when its process dies.
final class HomeLock implements AutoCloseable {
    private static final String NAME = "server.lock";

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /// The lock; nothing and a finding if another server has it or the folder cannot be written.
    static Outcome<HomeLock> take(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(
                    home.resolve(NAME),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    write(channel);
                    return Outcome.of(new HomeLock(channel), List.of());
                }
            } catch (OverlappingFileLockException _) {
                // of this very process
            } catch (IOException trouble) {
                channel.close();
                throw trouble;
            }
            channel.close();
            return refused(
                    home,
                    new Text("is in use by another workbench.", "は別のワークベンチが使用中です。"),
                    new Text(
                            "stop that one, or name another folder with --home.",
                            "先のものを終了するか、--home で別のフォルダを指定してください。"));
        } catch (IOException trouble) {
            String reason = trouble.getClass().getSimpleName();
            return refused(
                    home,
                    new Text("cannot be written (%s).".formatted(reason), "に書き込めません(%s)。".formatted(reason)),
                    new Text(
                            "the right to write is missing or the disk is full; --home names another folder.",
                            "書き込み権限がないか、ディスクがいっぱいではありませんか。--home で別のフォルダを指定できます。"));
        }
    }

    /// For people who look into the folder: who has it.
    private static void write(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
    }

    private static Outcome<HomeLock> refused(Path home, Text problem, Text cure) {
        return Outcome.failed(List.of(Finding.error(
                Place.NOWHERE,
                new Text("Folder '%s' of the workbench".formatted(home), "ワークベンチの保存先 '%s' ".formatted(home)),
                problem,
                cure)));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // the system lets it go with the process
        }
    }
}
