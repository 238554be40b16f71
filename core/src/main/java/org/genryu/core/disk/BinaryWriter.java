package org.genryu.core.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/// Writes numbers, words and arrays one after the other, for [BinaryReader]: little end first, doubles as their 64
/// bits, whatever has a length with its length before it. Nothing says what comes next: writer and reader know.
public final class BinaryWriter {
    /// How one item of a list is written.
    @FunctionalInterface
    public interface Item<T> {
        void write(BinaryWriter to, T item) throws IOException;
    }

    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    /// @param out stays open; what was written is there after [#flush()]
    public BinaryWriter(OutputStream out) {
        this.out = out;
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        written += bytes;
        return buffer;
    }

    public void number(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    public void number(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    public void number(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
    }

    /// A word in UTF-8.
    public void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        for (int from = 0; from < bytes.length; from += CHUNK) {
            int count = Math.min(CHUNK, bytes.length - from);
            room(count).put(bytes, from, count);
        }
    }

    public void numbers(int[] values) throws IOException {
        number(values.length);
        for (int value : values) {
            number(value);
        }
    }

    public void numbers(double[] values) throws IOException {
        number(values.length);
        for (double value : values) {
            number(value);
        }
    }

    /// Rows, each of its own length.
    public void table(double[][] rows) throws IOException {
        number(rows.length);
        for (double[] row : rows) {
            numbers(row);
        }
    }

    public void bits(BitSet bits) throws IOException {
        long[] words = bits.toLongArray();
        number(words.length);
        for (long word : words) {
            number(word);
        }
    }

    /// A list, and with one item or none whatever may be absent.
    public <T> void list(List<T> items, Item<? super T> item) throws IOException {
        number(items.size());
        for (T one : items) {
            item.write(this, one);
        }
    }

    /// Bytes so far.
    public long written() {
        return written;
    }

    /// Hands on what is held back.
    public void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
