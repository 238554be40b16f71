package org.genryu.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.web.link.ViewState;

/// One request: who asks, what they see, in which language; and the ways to answer.
public final class WebCall {
    /// An address of this server; two slashes of either kind lead to another one.
    private static final Pattern HERE = Pattern.compile("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");

    private final Context context;
    private final Visitor visitor;
    private final Access others;
    private final Lang lang;

    /// @param others what it takes to ask about what belongs to somebody else
    WebCall(Context context, Visitor visitor, Access others) {
        this.context = context;
        this.visitor = visitor;
        this.others = others;
        this.lang = language(context);
    }

    /// Refuses what the route does not allow about what belongs to somebody else.
    /// @param own whether it belongs to who asks, or to nobody
    public void must(boolean own, Text otherwise) throws Refused {
        if (!own && !visitor.access().allows(others)) {
            throw new Refused(403, otherwise);
        }
    }

    /// An address of this server that a form or an address names; empty if it leads elsewhere.
    public static Optional<ViewState> here(Optional<String> address) {
        return address.filter(HERE.asMatchPredicate()).map(ViewState::parse);
    }

    public Context context() {
        return context;
    }

    public Visitor visitor() {
        return visitor;
    }

    /// Address of the browser.
    public String from() {
        return WebGuard.from(context);
    }

    public Lang lang() {
        return lang;
    }

    /// What the address says.
    public ViewState state() {
        String query = context.queryString();
        return ViewState.parse(context.path() + (query == null ? "" : "?" + query));
    }

    public Optional<String> setting(String name) {
        return state().get(name);
    }

    /// A field of a form; empty if it is not there or blank.
    public Optional<String> field(String name) {
        return Optional.ofNullable(context.formParam(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String parameter(String name) {
        return context.pathParam(name);
    }

    /// Answers with a page.
    public void page(String html) {
        context.contentType("text/html; charset=utf-8").result(html);
    }

    /// Answers with a file to keep, which says by itself where it is from.
    public void export(Imprint imprint, String name, ExportForm form) throws IOException {
        export(imprint, lang, name, form);
    }

    public void export(Imprint imprint, Lang in, String name, ExportForm form) throws IOException {
        file(name, form.type(), form.bytes(imprint, in));
    }

    /// Says to a program, in a header, where the answer is from: what it gets is as it is kept, byte by byte.
    public void about(Imprint imprint) {
        context.header(Imprint.HEADER, imprint.ascii());
    }

    /// Answers with all that is kept, from which it is restored; that leaves for nobody.
    public void backup(String name, String type, byte[] content) {
        file(name, type, content);
    }

    private void file(String name, String type, byte[] content) {
        context.contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^\\w.@-]", "_") + "\"")
                .result(content);
    }

    /// Sends the browser on after a form.
    public void seeOther(ViewState next) {
        context.status(303).header("Location", next.address());
    }

    /// The language of the address, else of the cookie, else of the browser.
    private static Lang language(Context context) {
        String asked = context.queryParam(ViewState.LANG);
        String told = asked != null ? asked : context.cookie(ViewState.LANG);
        if (told == null) {
            told = Optional.ofNullable(context.header("Accept-Language")).orElse("en");
        }
        return told.toLowerCase(Locale.ROOT).startsWith("ja") ? Lang.JA : Lang.EN;
    }

    /// A content hash as an `ETag`.
    public static String tag(String hash) {
        return '"' + hash + '"';
    }

    /// Refused, with a sentence for people and a word for programs.
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;
        private final transient Text why;
        private final transient List<Finding> findings;

        public Refused(int status, Text why) {
            this(status, why, List.of());
        }

        /// @param findings everything that is wrong with what was sent
        public Refused(int status, Text why, List<Finding> findings) {
            super(why.en());
            this.status = status;
            this.why = why;
            this.findings = List.copyOf(findings);
        }

        public List<Finding> findings() {
            return findings;
        }

        public int status() {
            return status;
        }

        public Text why() {
            return why;
        }

        public static Refused notFound(Text what) {
            return new Refused(404, what);
        }
    }

    /// Names and values of all fields.
    public Map<String, List<String>> fields() {
        return context.formParamMap();
    }
}
