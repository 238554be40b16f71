package org.genryu.report.print;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.JustificationInfo;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Check;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Draws the pictures of this room into a PDF: the seven shapes that [org.genryu.report.draw.Svg] and its
/// callers write, with the style rules that the HTML has for them. Words stay words, in the one font, and can
/// be searched; nothing asks the machine for a font or a screen.
///
/// The general drawer of the library brings a browser's worth of SVG in eighteen more jars, and draws words as
/// outlines.
final class PictureDrawer implements SVGDrawer {
    /// `svg .grid{stroke:#ccc;stroke-width:1}` or `svg text{…}`.
    private static final Pattern RULE = Pattern.compile("(?:svg )?([.]?)(\\w+)\\{([^}]*)\\}");
    private static final Pattern STEP = Pattern.compile("([MLlhvz])([^MLlhvz]*)");
    private static final Pattern NUMBERS = Pattern.compile("[ ,]+");

    private final Map<String, Map<String, String>> rules = new HashMap<>();

    PictureDrawer(String css) {
        Matcher rule = RULE.matcher(css);
        while (rule.find()) {
            Map<String, String> said = rules.computeIfAbsent(rule.group(1) + rule.group(2), _ -> new HashMap<>());
            for (String one : rule.group(3).split(";")) {
                String[] parts = one.split(":", 2);
                said.put(parts[0].strip(), parts[1].strip());
            }
        }
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fontFaces, SharedContext shared) {
        // All words are in the one font.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // As above.
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        String[] frame = NUMBERS.split(svg.getAttribute("viewBox"));
        double scale = width > 0 ? width / number(frame[2]) : dotsPerPixel;
        return new Drawn(svg, number(frame[2]), number(frame[3]), scale);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    /// What the rules say of an element; what stands later in its classes wins.
    private String style(Element element, String property, String otherwise) {
        String found = rules.getOrDefault(element.getTagName(), Map.of()).getOrDefault(property, otherwise);
        for (String name : element.getAttribute("class").split(" ")) {
            found = rules.getOrDefault("." + name, Map.of()).getOrDefault(property, found);
        }
        return element.hasAttribute(property) ? element.getAttribute(property) : found;
    }

    /// A picture at its place.
    /// @param width of its frame [pixels], as `height`
    private final class Drawn implements SVGImage {
        private final Element svg;
        private final double width;
        private final double height;
        private final double scale;

        Drawn(Element svg, double width, double height, double scale) {
            this.svg = svg;
            this.width = width;
            this.height = height;
            this.scale = scale;
        }

        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(width * scale);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(height * scale);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            Pen pen = new Pen((PdfBoxOutputDevice) device, context, x, y, scale);
            for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    pen.draw(element);
                }
            }
        }
    }

    /// Draws element after element.
    private final class Pen {
        private final PdfBoxOutputDevice device;
        private final RenderingContext context;
        private final double left;
        private final double top;
        private final double scale;

        Pen(PdfBoxOutputDevice device, RenderingContext context, double left, double top, double scale) {
            this.device = device;
            this.context = context;
            this.left = left;
            this.top = top;
            this.scale = scale;
        }

        private double x(double x) {
            return left + x * scale;
        }

        private double y(double y) {
            return top + y * scale;
        }

        private double at(Element element, String name) {
            return number(element.getAttribute(name));
        }

        void draw(Element element) {
            switch (element.getTagName()) {
                case "text" -> words(element);
                case "rect" ->
                    shape(
                            element,
                            new Rectangle2D.Double(
                                    x(at(element, "x")),
                                    y(at(element, "y")),
                                    at(element, "width") * scale,
                                    at(element, "height") * scale));
                case "line" ->
                    shape(
                            element,
                            new Line2D.Double(
                                    x(at(element, "x1")),
                                    y(at(element, "y1")),
                                    x(at(element, "x2")),
                                    y(at(element, "y2"))));
                case "circle" -> {
                    double r = at(element, "r");
                    shape(
                            element,
                            new Ellipse2D.Double(
                                    x(at(element, "cx") - r), y(at(element, "cy") - r), 2 * r * scale, 2 * r * scale));
                }
                case "polyline" -> shape(element, points(element, false));
                case "polygon" -> shape(element, points(element, true));
                case "path" -> shape(element, path(element.getAttribute("d")));
                case "title", "desc" -> {
                    // For those who listen to the HTML.
                }
                default -> Check.that(false, "Picture: <%s> cannot be drawn.", element.getTagName());
            }
        }

        private Path2D points(Element element, boolean closed) {
            Path2D path = new Path2D.Double();
            for (String point : element.getAttribute("points").split(" ")) {
                String[] at = point.split(",");
                if (path.getCurrentPoint() == null) {
                    path.moveTo(x(number(at[0])), y(number(at[1])));
                } else {
                    path.lineTo(x(number(at[0])), y(number(at[1])));
                }
            }
            if (closed) {
                path.closePath();
            }
            return path;
        }

        private Path2D path(String steps) {
            Path2D path = new Path2D.Double();
            double px = 0;
            double py = 0;
            Matcher step = STEP.matcher(steps);
            while (step.find()) {
                String[] by = NUMBERS.split(
                        step.group(2).replaceAll("(?<=\\d)-", ",-").strip());
                switch (step.group(1)) {
                    case "M", "L" -> {
                        px = number(by[0]);
                        py = number(by[1]);
                    }
                    case "l" -> {
                        px += number(by[0]);
                        py += number(by[1]);
                    }
                    case "h" -> px += number(by[0]);
                    case "v" -> py += number(by[0]);
                    default -> {
                        path.closePath();
                        continue;
                    }
                }
                if (step.group(1).equals("M")) {
                    path.moveTo(x(px), y(py));
                } else {
                    path.lineTo(x(px), y(py));
                }
            }
            return path;
        }

        private void shape(Element element, Shape shape) {
            String fill = style(element, "fill", "#000");
            if (!fill.equals("none") && !(shape instanceof Line2D)) {
                device.setColor(colour(fill, number(style(element, "fill-opacity", "1"))));
                device.fill(shape);
            }
            String stroke = style(element, "stroke", "none");
            if (!stroke.equals("none")) {
                double wide = number(style(element, "stroke-width", "1").replace("px", "")) * scale;
                String dashes = style(element, "stroke-dasharray", "");
                device.setColor(colour(stroke, 1));
                device.setStroke(stroke(wide, dashes));
                device.draw(shape);
            }
        }

        private BasicStroke stroke(double width, String dashes) {
            if (dashes.isEmpty()) {
                return new BasicStroke((float) width);
            }
            String[] parts = NUMBERS.split(dashes);
            float[] lengths = new float[parts.length];
            for (int i = 0; i < parts.length; i++) {
                lengths[i] = (float) (number(parts[i]) * scale);
            }
            return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, lengths, 0f);
        }

        private void words(Element element) {
            FontSpecification wanted = new FontSpecification();
            wanted.families = new String[] {PrintFont.FAMILY};
            wanted.size = (float) (number(style(element, "font-size", "12px").replace("px", "")) * scale);
            wanted.fontWeight = IdentValue.NORMAL;
            wanted.fontStyle = IdentValue.NORMAL;
            wanted.variant = IdentValue.NORMAL;
            FSFont font = context.getFont(wanted);
            String words = element.getFirstChild() == null
                    ? ""
                    : element.getFirstChild().getTextContent();
            int wide = context.getTextRenderer().getWidth(context.getFontContext(), font, words);
            double from = x(at(element, "x"))
                    - switch (style(element, "text-anchor", "start")) {
                        case "end" -> wide;
                        case "middle" -> wide / 2.0;
                        default -> 0;
                    };
            device.setColor(colour(style(element, "fill", "#000"), 1));
            device.setFont(font);
            device.drawString(words, (float) from, (float) y(at(element, "y")), new JustificationInfo());
        }
    }

    /// `#abc` or `#aabbcc`, as seen through on white.
    private static FSRGBColor colour(String hex, double opacity) {
        String digits = hex.substring(1);
        String six = digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits;
        int value = Integer.parseInt(six, 16);
        return new FSRGBColor(
                mixed(value >> 16 & 255, opacity), mixed(value >> 8 & 255, opacity), mixed(value & 255, opacity));
    }

    private static int mixed(int part, double opacity) {
        return (int) Math.round(255 + (part - 255) * opacity);
    }
}
