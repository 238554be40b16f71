package org.genryu.report.draw;

import java.util.List;
import org.genryu.report.write.Html;

/// Which colour and pattern has a country? The same on every page, whatever the case holds; a pattern makes the
/// difference where colours repeat, so that colour is never the only sign.
///
/// Colours: Okabe and Ito (2008), https://jfly.uni-koeln.de/color/, and a grey for all others together. Orange, sky
/// blue and yellow have less than 3:1 contrast to white: every area has an outline in the colour of the text.
///
/// @param colour index into [#COLOURS]
/// @param pattern 0 plain, 1 rising lines, 2 dots, 3 falling lines
public record Palette(int colour, int pattern) {
    public static final List<String> COLOURS =
            List.of("#d55e00", "#0072b2", "#56b4e9", "#009e73", "#cc79a7", "#f0e442", "#e69f00", "#767676");
    public static final Palette OTHERS = new Palette(7, 0);
    private static final int PATTERNS = 4;
    private static final int GREY = 7;

    /// Those that meet most often in one picture come first: the first seven differ by colour, the next by pattern
    /// too.
    private static final List<String> KNOWN = List.of(
            "CN", "JP", "US", "AU", "MM", "MY", "VN", "RU", "KR", "EE", "TH", "IN", "BR", "DE", "CL", "FR", "CA", "QA",
            "LA", "PH", "ID", "CD", "GB", "GL", "NO", "SA", "ZA", "KZ");

    public static Palette of(String country) {
        int known = KNOWN.indexOf(country);
        int place = known >= 0 ? known : Math.floorMod(country.hashCode(), GREY * (PATTERNS - 1)) + GREY;
        return new Palette(place % GREY, place / GREY);
    }

    /// Name of the style class that fills an area.
    public String css() {
        return pattern == 0 ? "f" + colour : "f" + colour + "p" + pattern;
    }

    /// Whether black text on it is easier to read than white.
    public boolean bright() {
        return colour != 1 && colour != GREY;
    }

    /// The style rules of all fills.
    public static String rules() {
        StringBuilder css = new StringBuilder();
        for (int c = 0; c < COLOURS.size(); c++) {
            css.append(".f%s{fill:%s}.s%s{stroke:%s}\n".formatted(c, COLOURS.get(c), c, COLOURS.get(c)));
            for (int p = 1; p < PATTERNS; p++) {
                css.append(".f%sp%s{fill:url(#f%sp%s)}".formatted(c, p, c, p));
            }
        }
        return css.toString();
    }

    /// The patterns that the rules name, for once in a page.
    public static void patterns(Html html) {
        html.open("svg", "width", "0", "height", "0", "class", "defs", "aria-hidden", "true", "focusable", "false")
                .open("defs");
        for (int c = 0; c < COLOURS.size(); c++) {
            String ink = new Palette(c, 0).bright() ? "#000" : "#fff";
            for (int p = 1; p < PATTERNS; p++) {
                html.open(
                        "pattern",
                        "id",
                        "f" + c + "p" + p,
                        "width",
                        "7",
                        "height",
                        "7",
                        "patternUnits",
                        "userSpaceOnUse");
                html.empty("rect", "width", "7", "height", "7", "fill", COLOURS.get(c));
                switch (p) {
                    case 1 ->
                        html.empty("path", "d", "M-1,1l2,-2M0,7l7,-7M6,8l2,-2", "stroke", ink, "stroke-width", "1.4");
                    case 2 -> html.empty("circle", "cx", "3.5", "cy", "3.5", "r", "1.5", "fill", ink);
                    default ->
                        html.empty("path", "d", "M-1,6l2,2M0,0l7,7M6,-1l2,2", "stroke", ink, "stroke-width", "1.4");
                }
                html.close("pattern");
            }
        }
        html.close("defs").close("svg");
    }
}
