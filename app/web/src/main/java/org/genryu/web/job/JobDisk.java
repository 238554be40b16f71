package org.genryu.web.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.genryu.core.disk.Draft;

/// The steps by which what a job is gets to the disk; tests let each of them fail.
interface JobDisk {
    /// The disk as it is.
    JobDisk REAL = new JobDisk() {};

    /// One file, whole or absent.
    default Draft file(Path file) throws IOException {
        return Draft.file(file);
    }

    /// One rename, to a name that is free.
    default void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    default void delete(Path one) throws IOException {
        Files.deleteIfExists(one);
    }
}
