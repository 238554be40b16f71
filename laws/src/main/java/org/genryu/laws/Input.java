package org.genryu.laws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// One input of a law. Each thing that is drawn has a name, under which a failure tells it. Corners are bounds, zero,
/// one, a hundredth, their neighbours, the empty and the longest.
public final class Input {
    private static final int LONGEST = 255;

    /// Where readers of text stumble: ends, halves of pairs, marks of order, quotes, breaks.
    private static final String STRANGE =
            " \n\r\t\"'\\,;=<&\u0000\u0007\u007F\u0085\u00A0\u0130\u2028\u202E\u3000\uD800\uDBFF"
                    + "\uDC00\uDFFF\uE000\uFEFF\uFFFD\uFFFE\uFFFF";

    private final Chance source;
    private final List<Long> choices = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int depth;

    Input(Chance source) {
        this.source = source;
    }

    long[] choices() {
        return choices.stream().mapToLong(c -> c).toArray();
    }

    String told() {
        return told.stream().map(line -> "  " + line).collect(Collectors.joining(System.lineSeparator()));
    }

    /// From low to high, both included.
    public int whole(String name, int low, int high) {
        return Math.toIntExact(whole(name, (long) low, (long) high));
    }

    /// From low to high, both included.
    public long whole(String name, long low, long high) {
        ordered(name, low <= high);
        long[] corners = LongStream.of(0, low, high, 1, -1, low + 1, high - 1)
                .filter(x -> low <= x && x <= high)
                .distinct()
                .toArray();
        int corner = corner(corners.length);
        return tell(name, corner < corners.length ? corners[corner] : between(low, high));
    }

    private long between(long low, long high) {
        if (low >= 0) {
            return low + upTo(high - low);
        }
        if (high < 0) {
            return high - upTo(high - low);
        }
        return upTo(1) == 0 ? upTo(high) : -1 - upTo(-1 - low);
    }

    /// From low to high, both included: whole numbers, hundredths and any double.
    public double real(String name, double low, double high) {
        ordered(name, low <= high && Double.isFinite(low) && Double.isFinite(high));
        double[] corners = DoubleStream.of(0, low, high, 1, -1, 0.01, -0.01, Math.nextUp(low), Math.nextDown(high))
                .filter(x -> low <= x && x <= high)
                .distinct()
                .toArray();
        int corner = corner(corners.length);
        return tell(name, corner < corners.length ? corners[corner] : between(low, high));
    }

    /// Any finite double: all magnitudes, both zeros.
    public double real(String name) {
        double[] corners = {
            0,
            1,
            -1,
            0.01,
            -0.01,
            -0.0,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            0x1p53
        };
        int corner = corner(corners.length);
        if (corner < corners.length) {
            return tell(name, corners[corner]);
        }
        if (upTo(1) == 0) {
            return tell(name, between(-1e12, 1e12));
        }
        double sign = upTo(1) == 0 ? 1 : -1;
        return tell(name, sign * Double.longBitsToDouble(upTo(Double.doubleToLongBits(Double.MAX_VALUE))));
    }

    private double between(double low, double high) {
        if (low >= 0) {
            return from(low, high);
        }
        if (high <= 0) {
            return -from(-high, -low);
        }
        return upTo(1) == 0 ? from(0, high) : -from(0, -low);
    }

    /// 0 <= low <= high
    private double from(double low, double high) {
        long kind = upTo(2);
        double parts = kind == 0 ? 1 : 100;
        long least = (long) Math.ceil(low * parts);
        long most = (long) Math.floor(high * parts);
        if (kind == 2 || least > most) {
            return Math.min(high, low + (high - low) * (upTo(1L << 53) * 0x1p-53));
        }
        return Math.clamp((least + upTo(most - least)) / parts, low, high);
    }

    /// One of these, each as likely as the others or nearly so.
    public <T> T one(String name, T[] from) {
        return one(name, List.of(from));
    }

    /// One of these, each as likely as the others or nearly so.
    public <T> T one(String name, List<T> from) {
        ordered(name, !from.isEmpty());
        return tell(name, from.get((int) upTo(from.size() - 1L)));
    }

    /// Least to most things, each drawn by `each`.
    public <T> List<T> list(String name, int least, int most, Function<Input, T> each) {
        return made(name, input -> several(least, most, () -> each.apply(input)));
    }

    /// Least to most numbers from low to high.
    public double[] reals(String name, int least, int most, double low, double high) {
        return made(
                name,
                _ -> several(least, most, () -> real("number", low, high)).stream()
                        .mapToDouble(x -> x)
                        .toArray());
    }

    /// Any text up to 255 characters long, with halves of pairs, characters that are none, and controls.
    public String text(String name) {
        return made(name, _ -> {
            StringBuilder text = new StringBuilder();
            several(0, LONGEST, this::character).forEach(text::appendCodePoint);
            return text.toString();
        });
    }

    private int character() {
        return (int)
                switch ((int) upTo(4)) {
                    case 0 -> 'a' + upTo(25);
                    case 1 -> upTo(0x7F);
                    case 2 -> STRANGE.charAt((int) upTo(STRANGE.length() - 1L));
                    case 3 -> upTo(Character.MAX_VALUE);
                    default -> upTo(Character.MAX_CODE_POINT);
                };
    }

    /// Any bytes, up to 255.
    public byte[] bytes(String name) {
        return made(name, _ -> {
            List<Long> drawn = several(0, LONGEST, () -> upTo(0xFF));
            byte[] bytes = new byte[drawn.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = drawn.get(i).byteValue();
            }
            return bytes;
        });
    }

    /// A thing made of several draws; they are told as this thing alone.
    public <T> T made(String name, Function<Input, T> maker) {
        depth++;
        T thing = maker.apply(this);
        depth--;
        return tell(name, thing);
    }

    /// Before each thing beyond the least stands the choice to go on, so that a list becomes shorter when choices
    /// go.
    private <T> List<T> several(int least, int most, Supplier<T> each) {
        ordered("size", 0 <= least && least <= most);
        int size = source.size(least, most);
        List<T> things = new ArrayList<>();
        while (things.size() < least || goesOn(things.size() < size)) {
            things.add(each.get());
        }
        return List.copyOf(things);
    }

    private boolean goesOn(boolean tooFew) {
        boolean on = source.goesOn(tooFew);
        choices.add(on ? 1L : 0L);
        return on;
    }

    private long upTo(long most) {
        long choice = source.upTo(most);
        choices.add(choice);
        return choice;
    }

    private int corner(int count) {
        int choice = source.corner(count);
        choices.add((long) choice);
        return choice;
    }

    private static void ordered(String name, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("Input: '" + name + "' has nothing to be drawn from.");
        }
    }

    private <T> T tell(String name, T value) {
        if (depth == 0) {
            told.add(name + " = " + show(value));
        }
        return value;
    }

    private static String show(Object value) {
        return switch (value) {
            case double[] numbers -> Arrays.toString(numbers);
            case int[] numbers -> Arrays.toString(numbers);
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case String text -> quoted(text);
            case List<?> things -> things.stream().map(Input::show).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < 0x20 || c > 0x7E || c == '"' || c == '\\'
                        ? "\\u%04X".formatted(c)
                        : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
