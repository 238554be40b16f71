package org.genryu.report.draw;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.number.NumberText;
import org.genryu.report.write.Html;

/// What do all pictures share? A frame with its title and description for those who listen, round axis marks,
/// coordinates with one decimal.
public final class Svg {
    /// Of the letters of pictures [pixels].
    static final double SIZE = 13.5;
    /// Width of a letter of half an em [pixels].
    private static final double LETTER = 7.4;
    /// Width of a full-width letter in widths of others.
    private static final double FULL = 1.84;
    /// Size of small letters in sizes of others.
    private static final double SMALL = 0.89;

    private Svg() {}

    /// Opens a picture `width` × `height`; it may shrink to `least` pixels and is scrolled in its box below that.
    public static void open(Html html, String id, String title, String description, int width, int height, int least) {
        html.open(
                "svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "img",
                "aria-labelledby",
                id + "-t " + id + "-d",
                "style",
                "min-width:" + least + "px;max-width:" + width + "px");
        html.leaf("title", title, "id", id + "-t").leaf("desc", description, "id", id + "-d");
    }

    public static String at(double value) {
        return NumberText.exact(Math.round(value * 10) / 10.0);
    }

    /// Tenths of a pixel as a number without needless zeros: 7 as .7, -20 as -2.
    static String tenths(long tenths) {
        long rest = Math.abs(tenths) % 10;
        long whole = Math.abs(tenths) / 10;
        String digits = (whole == 0 && rest > 0 ? "" : Long.toString(whole)) + (rest == 0 ? "" : "." + rest);
        return tenths < 0 ? "-" + digits : digits;
    }

    public static void text(Html html, double x, double y, String css, String words) {
        html.leaf("text", words, "x", at(x), "y", at(y), "class", css);
    }

    /// Words that end at x within `room` pixels: in small letters if they are long, cut if they are longer; the
    /// whole is heard and seen on pointing.
    public static void fitted(Html html, double x, double y, double room, String words) {
        fitted(html, x, y, room, words, "end");
    }

    /// @param css `end` for words that end at x
    static void fitted(Html html, double x, double y, double room, String words, String css) {
        boolean small = width(words) > room;
        double wide = small ? room / SMALL : room;
        String shown = words;
        while (width(shown) > wide) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), shown.endsWith("…") ? -2 : -1)) + "…";
        }
        html.open("text", "x", at(x), "y", at(y), "class", small ? css + " small" : css)
                .text(shown);
        if (!shown.equals(words)) {
            html.leaf("title", words);
        }
        html.close("text");
    }

    /// About how wide words are [pixels]: full-width letters count [#FULL].
    public static double width(String words) {
        return LETTER
                * words.codePoints().mapToDouble(c -> c < 0x2E80 ? 1 : FULL).sum();
    }

    public static void line(Html html, double x1, double y1, double x2, double y2, String css) {
        html.empty("line", "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2), "class", css);
    }

    public static void box(Html html, double x, double y, double width, double height, String css) {
        html.empty(
                "rect",
                "x",
                at(x),
                "y",
                at(y),
                "width",
                at(Math.max(0, width)),
                "height",
                at(Math.max(0, height)),
                "class",
                css);
    }

    /// A box that tells what it is when pointed at or read out.
    public static void box(Html html, double x, double y, double width, double height, String css, String tip) {
        html.open(
                        "rect",
                        "x",
                        at(x),
                        "y",
                        at(y),
                        "width",
                        at(Math.max(0, width)),
                        "height",
                        at(Math.max(0, height)),
                        "class",
                        css)
                .leaf("title", tip)
                .close("rect");
    }

    /// A linear axis that shows `low..high` and a little room.
    /// @param from value at `start`
    /// @param to value at `end`
    public record Scale(double from, double to, double start, double end) {
        /// An axis over the values; with one single value it reaches down (or up) to zero.
        public static Scale over(double low, double high, double start, double end) {
            double bottom = low == high ? Math.min(0, low) : low;
            double top = low == high ? Math.max(0, high) : high;
            if (bottom == top) {
                top = 1;
            }
            double room = (top - bottom) * 0.06;
            boolean nearZero = bottom >= 0 && bottom < 0.5 * top;
            return new Scale(nearZero ? 0 : bottom - room, top <= 0 ? 0 : top + room, start, end);
        }

        public double at(double value) {
            return start + (value - from) / (to - from) * (end - start);
        }

        /// The value kept within the axis.
        public double clamp(double value) {
            return Math.max(from, Math.min(to, value));
        }

        /// At most `most` round values (1, 2, 5 times a power of ten apart) within the axis.
        public List<Double> marks(int most) {
            double rough = (to - from) / most;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = rough <= power
                    ? power
                    : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
            List<Double> marks = new ArrayList<>();
            for (long k = (long) Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) {
                marks.add(k * step);
            }
            return marks;
        }
    }
}
