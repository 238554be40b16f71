package org.genryu.core.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Drafts on a disk of which one step fails: only that one, or that one and all after it, as when the power goes.
public final class FailingDrafts {
    /// The power has gone.
    public static final class Dead extends Error {
        private static final long serialVersionUID = 1;
    }

    private final int at;
    private final boolean dies;
    private final List<FileLock> locks = new ArrayList<>();
    private int steps;

    /// @param at number of the step, from 1
    public FailingDrafts(int at, boolean dies) {
        this.at = at;
        this.dies = dies;
    }

    public Draft file(Path file) throws IOException {
        return Draft.file(new Failing(), file);
    }

    /// One step of any kind.
    public void step() throws IOException {
        steps++;
        if (dies && steps >= at) {
            throw new Dead();
        }
        if (steps == at) {
            throw new IOException("No space left on device");
        }
    }

    public int steps() {
        return steps;
    }

    /// What the system does when a process dies.
    public void bury() throws IOException {
        for (FileLock lock : locks) {
            lock.acquiredBy().close();
        }
    }

    private final class Failing extends Disk {
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
            byte[] half = new byte[bytes.remaining() / 2];
            bytes.get(half);
            to.write(ByteBuffer.wrap(half));
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
    }
}
