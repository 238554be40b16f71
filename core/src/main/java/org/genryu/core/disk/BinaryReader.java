package org.genryu.core.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Reads what [BinaryWriter] wrote, and believes none of it: a length is held against what is left before anything of
/// that length is made, so that no content can ask for more memory than a small multiple of its own size.
public final class BinaryReader {
    /// How one item of a list is read.
    @FunctionalInterface
    public interface Item<T> {
        T read(BinaryReader from) throws DamagedContent;
    }

    private final ByteBuffer from;

    public BinaryReader(byte[] bytes) {
        this(ByteBuffer.wrap(bytes));
    }

    /// @param from what lies between its position and its limit
    BinaryReader(ByteBuffer from) {
        this.from = from.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer next(long bytes) throws DamagedContent {
        if (from.remaining() < bytes) {
            throw new DamagedContent("it ends %s bytes too early".formatted(bytes - from.remaining()));
        }
        return from;
    }

    /// Of items that take so many bytes each, at least.
    private int length(int bytes) throws DamagedContent {
        int length = number();
        if (length < 0) {
            throw new DamagedContent("a length is %s".formatted(length));
        }
        next((long) length * bytes);
        return length;
    }

    public int number() throws DamagedContent {
        return next(Integer.BYTES).getInt();
    }

    public long wideNumber() throws DamagedContent {
        return next(Long.BYTES).getLong();
    }

    public double real() throws DamagedContent {
        return next(Double.BYTES).getDouble();
    }

    public String text() throws DamagedContent {
        byte[] bytes = new byte[length(1)];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public int[] numbers() throws DamagedContent {
        int[] values = new int[length(Integer.BYTES)];
        from.asIntBuffer().get(values);
        from.position(from.position() + values.length * Integer.BYTES);
        return values;
    }

    public double[] reals() throws DamagedContent {
        double[] values = new double[length(Double.BYTES)];
        from.asDoubleBuffer().get(values);
        from.position(from.position() + values.length * Double.BYTES);
        return values;
    }

    /// Rows, each of its own length.
    public double[][] table() throws DamagedContent {
        double[][] rows = new double[length(Integer.BYTES)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = reals();
        }
        return rows;
    }

    public BitSet bits() throws DamagedContent {
        long[] words = new long[length(Long.BYTES)];
        for (int i = 0; i < words.length; i++) {
            words[i] = wideNumber();
        }
        return BitSet.valueOf(words);
    }

    /// @param item takes at least one byte
    public <T> List<T> list(Item<T> item) throws DamagedContent {
        int length = length(1);
        List<T> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(item.read(this));
        }
        return items;
    }

    /// Nothing may be left.
    public void end() throws DamagedContent {
        if (from.hasRemaining()) {
            throw new DamagedContent("%s bytes are left over".formatted(from.remaining()));
        }
    }
}
