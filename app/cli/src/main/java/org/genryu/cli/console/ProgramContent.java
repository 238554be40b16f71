package org.genryu.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genryu.core.QuickSum;

/// Which program is this, to the last class? [A quick sum][QuickSum] of the directories of all its jars, which hold
/// name, length and CRC-32 of every file inside: a build that changed one class has another content, whatever its
/// version and the times of its files say, and reading them takes a hundredth of a second.
///
/// A jar ends with a record of 22 bytes and a comment that says where its directory begins and how long it is:
/// [.ZIP File Format Specification](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT) 4.3.12, 4.3.16.
public final class ProgramContent {
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END_SIGN = 0x06054b50;
    private static final int LENGTH_AT = 12;
    private static final int BEGIN_AT = 16;
    private static final int COMMENT_AT = 20;

    private ProgramContent() {}

    /// Of the program that runs; empty where it runs from folders of classes, which change under it.
    public static Optional<String> current() {
        return of(System.getProperty("java.class.path", ""));
    }

    /// @param classPath of jars
    static Optional<String> of(String classPath) {
        QuickSum sum = new QuickSum();
        try {
            for (String jar : classPath.split(Pattern.quote(File.pathSeparator))) {
                sum.add(directory(Path.of(jar)));
            }
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
        return Optional.of(sum.toString());
    }

    private static ByteBuffer directory(Path jar) throws IOException {
        try (FileChannel file = FileChannel.open(jar)) {
            int most = (int) Math.min(file.size(), END + LONGEST_COMMENT);
            ByteBuffer tail = read(file, file.size() - most, most);
            int end = end(tail);
            if (end < 0) {
                throw new IOException(jar + ": no jar");
            }
            long begin = Integer.toUnsignedLong(tail.getInt(end + BEGIN_AT));
            long length = Integer.toUnsignedLong(tail.getInt(end + LENGTH_AT));
            return read(file, begin, (int) Math.min(length, file.size() - begin));
        }
    }

    /// Where the record stands, the last one whose comment reaches to the end of the file; below 0 if there is
    /// none.
    private static int end(ByteBuffer tail) {
        int at = tail.limit() - END;
        while (at >= 0
                && (tail.getInt(at) != END_SIGN
                        || Short.toUnsignedInt(tail.getShort(at + COMMENT_AT)) != tail.limit() - at - END)) {
            at--;
        }
        return at;
    }

    private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("it ends too early");
            }
        }
        return bytes.flip();
    }
}
