package org.genryu.report.write;

import java.util.ArrayDeque;
import java.util.Deque;
import org.genryu.core.Check;

/// How can nothing that a case says become markup? Every text and attribute goes through here and is escaped; what
/// comes out is HTML that is also well-formed XML, so that a test can parse it strictly.
///
/// Void elements of HTML and empty elements of SVG are written with [#empty(String, String...)], all others are
/// opened and closed.
public final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /// @param attributes name, value, name, value, …; a pair with an empty name is left out
    public Html open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    public Html close(String tag) {
        Check.that(tag.equals(open.peek()), "Html: %s is closed while %s is open.", tag, open.peek());
        open.pop();
        out.append("</").append(tag).append('>');
        return this;
    }

    /// An element that holds only this text.
    public Html leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    public Html empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    public Html text(String text) {
        escape(text);
        return this;
    }

    public Html line() {
        out.append('\n');
        return this;
    }

    /// Markup that an `Html` has made before and that was read back from a page of the program's own.
    public Html made(String markup) {
        out.append(markup);
        return this;
    }

    /// Style sheets of this module only: text without `<` and `&`.
    public Html style(String css) {
        Check.that(css.indexOf('<') < 0 && css.indexOf('&') < 0, "Html: a style sheet holds markup.");
        out.append("<style>").append(css).append("</style>");
        return this;
    }

    @Override
    public String toString() {
        Check.that(open.isEmpty(), "Html: %s is still open.", open.peek());
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
    }

    /// Escapes markup; what XML does not allow (control characters, half of a pair) becomes U+FFFD.
    private void escape(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append((char) c);
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        }
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF && !(c >= 0x7F && c <= 0x9F);
    }
}
