package org.genryu.web.book;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.evidence.EvidenceDesk;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimWords;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.ledger.ClaimLedger;
import org.genryu.evidence.ledger.LedgerEntry;
import org.genryu.evidence.ledger.LedgerEntry.Act;
import org.genryu.evidence.ledger.LedgerExport;
import org.genryu.evidence.relation.References;
import org.genryu.evidence.relation.Relation;
import org.genryu.report.write.Html;
import org.genryu.store.StoreAddress;
import org.genryu.web.http.ExportForm;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobQuestion;
import org.genryu.web.page.JobPanel;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;

/// What do we know, from whom, how sure, and what disagrees? Contradictions first with both quotes, then the claims by
/// subject; each is accepted, rejected or superseded by a person with a reason.
final class LedgerView {
    private static final String SEARCH = "q";
    private static final String READ = "read";
    private static final Set<String> ENDINGS = Set.of("txt", "md", "html", "htm", "pdf", "docx", "eml", "xml");
    private static final int MOST = 150;

    private static final Text DROP = new Text("Add documents", "文書を加える");
    private static final Text FILES = new Text(
            "Files (.txt, .md, .html, .pdf, .docx, .eml, .xml; 16 MiB each)",
            "ファイル（.txt、.md、.html、.pdf、.docx、.eml、.xml。各16MiBまで）");
    private static final Text PASTE = new Text("or a text", "または文章");
    private static final Text READ_THEM = new Text("Read them", "読み取る");
    private static final Text FIND = new Text("Search in both languages", "検索（日英）");
    private static final Text CONFLICTS = new Text("What disagrees (%s)", "食い違い（%s件）");
    private static final Text CLAIMS = new Text("Claims by subject (%s)", "対象別の主張（%s件）");
    private static final Text EMPTY = new Text(
            "The ledger is empty. Add a document: who says what amount about what is read by rules; nobody says here what is true.",
            "台帳は空です。文書を加えると、誰が何についてどの数量を述べているかを規則で読み取ります。何が真実かは判断しません。");
    private static final Text NONE = new Text("Nothing contradicts.", "食い違いはありません。");
    private static final Text MORE = new Text("%s more; search or export shows them.", "ほか%s件。検索か書き出しで見られます。");
    private static final String LEDGER = "ledger";
    private static final Text EXPORT = new Text("Download", "ダウンロード");
    private static final Text WHY = new Text("Reason", "理由");
    private static final Text DECIDE = new Text("Decide", "判断する");
    private static final Text OTHER = new Text("Id of the other claim (to supersede)", "差し替える主張のID");
    private static final Text DOUBT = new Text("Review: %s", "要確認：%s");
    private static final Text HISTORY = new Text("History", "履歴");
    private static final Text NO_ACT = new Text("There is no such decision.", "そのような判断はありません。");
    private static final Map<Act, Text> ACTS = acts();

    private final WebDesk desk;
    private final SentFiles documents;
    private final ClaimWords words = new ClaimWords(Gazetteer.own());

    LedgerView(WebDesk desk) {
        this.desk = desk;
        this.documents = new SentFiles(desk, "documents", ENDINGS);
    }

    private static Map<Act, Text> acts() {
        Map<Act, Text> acts = new LinkedHashMap<>();
        acts.put(Act.ACCEPT, new Text("accept", "採用"));
        acts.put(Act.REJECT, new Text("reject", "却下"));
        acts.put(Act.SUPERSEDE, new Text("supersede", "差し替え"));
        return acts;
    }

    void show(WebCall call) throws Exception {
        show(call, List.of());
    }

    private void show(WebCall call, List<Finding> refused) throws Exception {
        PageFrame frame = new PageFrame(desk, call, WebPage.LEDGER);
        Outcome<ClaimLedger> opened = HomeStore.told(() -> ClaimLedger.open(desk.store()));
        ClaimLedger ledger = opened.value().orElseThrow();
        Optional<String> search = call.setting(SEARCH);
        List<Claim> claims = search.isPresent() ? HomeStore.told(() -> ledger.search(search.get())) : ledger.claims();
        List<Relation> open = search.isPresent() ? List.of() : contradictions(ledger);
        List<JobPanel> reading = reading(call, frame);
        call.page(frame.of(html -> {
            HomeStore.findings(html, call, refused);
            reading.forEach(panel -> panel.headline(html));
            if (ledger.claims().isEmpty()) {
                html.leaf("p", EMPTY.in(call.lang()), "class", "lead");
            }
            drop(html, call);
            if (!ledger.claims().isEmpty()) {
                find(html, call, search);
                if (search.isEmpty()) {
                    contradictions(html, call, ledger, open);
                }
                claims(html, call, ledger, claims);
            }
        }));
    }

    private List<JobPanel> reading(WebCall call, PageFrame frame) throws IOException {
        List<JobPanel> panels = new ArrayList<>();
        for (String id :
                call.setting(READ).map(text -> List.of(text.split(","))).orElse(List.of())) {
            Optional<Job> job = desk.jobs().job(id);
            if (job.isPresent()) {
                JobPanel panel = JobPanel.of(desk, call, job.get());
                panel.announce(frame);
                panels.add(panel);
            }
        }
        return panels;
    }

    private static List<Relation> contradictions(ClaimLedger ledger) {
        return new EvidenceDesk()
                .relate(ledger.standing()).stream()
                        .filter(one -> switch (one.kind()) {
                            case CONFLICT, INCONSISTENT_SET, MISS, REVISION -> true;
                            case AGREE, CHANGE, NOT_COMPARABLE -> false;
                        })
                        .filter(one -> ledger.closed(one.a(), one.b()).isEmpty())
                        .toList();
    }

    // ---------------------------------------------------------------- forms

    private static void drop(Html html, WebCall call) {
        html.open("details").leaf("summary", DROP.in(call.lang()));
        PageFrame.form(
                html,
                call,
                call.state().at("/ledger/documents").address(),
                out -> {
                    out.leaf("label", FILES.in(call.lang()), "for", "documents");
                    out.empty("input", "type", "file", "id", "documents", "name", "documents", "multiple", "multiple");
                    out.leaf("label", PASTE.in(call.lang()), "for", "text")
                            .open("textarea", "id", "text", "name", "text")
                            .close("textarea");
                    out.open("p", "class", "wide")
                            .leaf("button", READ_THEM.in(call.lang()))
                            .close("p");
                },
                "enctype",
                "multipart/form-data",
                "class",
                "sheet");
        html.close("details");
    }

    private static void find(Html html, WebCall call, Optional<String> search) {
        html.open("form", "method", "get", "action", WebPage.LEDGER.path(), "role", "search", "class", "next");
        call.state().settings().forEach((name, value) -> {
            if (!name.equals(SEARCH) && !name.equals(READ)) {
                html.empty("input", "type", "hidden", "name", name, "value", value);
            }
        });
        html.empty(
                "input",
                "type",
                "search",
                "name",
                SEARCH,
                "value",
                search.orElse(""),
                "aria-label",
                FIND.in(call.lang()));
        html.leaf("button", FIND.in(call.lang()));
        html.leaf("a", EXPORT.in(call.lang()) + " CSV", "class", "button second", "href", "/ledger/export.csv");
        html.leaf("a", EXPORT.in(call.lang()) + " JSON", "class", "button second", "href", "/ledger/export.jsonl");
        html.close("form");
    }

    private static final Text ON_A_SERVER = new Text(
            "The store is on a server: read documents with `genryu read FILE --ledger jdbc:postgresql:…`; they stand here then.",
            "記録庫はサーバー上にあります。文書は `genryu read FILE --ledger jdbc:postgresql:…` で読み込んでください。その後ここに表示されます。");

    /// Keeps what was sent and lets workers read it into the ledger.
    void documents(WebCall call) throws Exception {
        if (!(desk.store() instanceof StoreAddress.SqliteFile(Path file))) {
            // The address of a server may hold a password, which must not stand in the words of a process.
            throw new WebCall.Refused(501, ON_A_SERVER);
        }
        List<String> ids = new ArrayList<>();
        for (SentFiles.Sent one : documents.keep(call, "documents", "text")) {
            JobQuestion question = new JobQuestion(
                    "read", one.hash(), one.file().toAbsolutePath().toString(), List.of("--ledger", file.toString()));
            ids.add(desk.jobs().ask(question, desk.clock().instant()).id());
        }
        call.seeOther(call.state().at(WebPage.LEDGER.path()).with(READ, String.join(",", ids)));
    }

    /// Keeps a decision about a claim.
    void decide(WebCall call) throws Exception {
        String id = HomeStore.needed(call, "claim", CLAIMS);
        String why = HomeStore.needed(call, "why", WHY);
        Act act = call.field("act")
                .flatMap(word -> ACTS.keySet().stream()
                        .filter(one -> word(one).equals(word))
                        .findFirst())
                .orElseThrow(() -> new WebCall.Refused(422, NO_ACT));
        List<Finding> refused = HomeStore.told(() -> {
            ClaimLedger ledger = ClaimLedger.open(desk.store()).value().orElseThrow();
            Outcome<Claim> claim = ledger.find(id);
            Outcome<Claim> other =
                    act == Act.SUPERSEDE ? ledger.find(call.field("other").orElse("-")) : claim;
            if (claim.value().isEmpty() || other.value().isEmpty()) {
                return claim.value().isEmpty() ? claim.findings() : other.findings();
            }
            String with = act == Act.SUPERSEDE ? other.value().get().id() : "";
            return ledger.decide(
                    act,
                    claim.value().get(),
                    with,
                    why,
                    desk.clock().instant().toString(),
                    call.visitor().name());
        });
        if (refused.isEmpty()) {
            call.seeOther(call.state());
        } else {
            call.context().status(409);
            show(call, refused);
        }
    }

    private static String word(Act act) {
        return act.name().toLowerCase(Locale.ROOT);
    }

    void exportCsv(WebCall call) throws Exception {
        StringWriter out = new StringWriter();
        LedgerExport.csv(ledger(), out);
        // with a byte order mark, so that spreadsheets read Japanese
        call.export(desk.imprint(LEDGER), "genryu-ledger.csv", new ExportForm.Csv("\uFEFF" + out));
    }

    void exportJson(WebCall call) throws Exception {
        StringWriter out = new StringWriter();
        LedgerExport.jsonLines(ledger(), out);
        call.export(desk.imprint(LEDGER), "genryu-ledger.jsonl", new ExportForm.JsonLines(out.toString()));
    }

    private ClaimLedger ledger() throws IOException, WebCall.Refused {
        return HomeStore.told(() -> ClaimLedger.open(desk.store()).value().orElseThrow());
    }

    // ---------------------------------------------------------------- what it says

    private void contradictions(Html html, WebCall call, ClaimLedger ledger, List<Relation> open) {
        html.leaf("h2", CONFLICTS.in(call.lang()).formatted(open.size()), "id", "conflicts");
        if (open.isEmpty()) {
            html.leaf("p", NONE.in(call.lang()));
        }
        Map<String, Claim> known = new LinkedHashMap<>();
        References.own().forEach(claim -> known.put(claim.id(), claim));
        ledger.claims().forEach(claim -> known.put(claim.id(), claim));
        open.stream().limit(MOST).forEach(one -> {
            html.open("article", "class", "claim");
            Optional<Claim> first = Optional.ofNullable(known.get(one.a()));
            html.leaf("h3", first.map(claim -> words.about(claim, call.lang())).orElse(one.a()));
            html.leaf("p", one.note().in(call.lang()));
            first.ifPresent(claim -> quote(html, call, claim));
            for (String other : one.b().split(" ")) {
                Optional.ofNullable(known.get(other)).ifPresent(claim -> quote(html, call, claim));
            }
            html.close("article");
        });
        rest(html, call, open);
    }

    private void quote(Html html, WebCall call, Claim claim) {
        html.open("blockquote", "class", "quote");
        html.leaf("strong", words.value(claim, call.lang()));
        html.text(" “" + claim.quote().stretch().raw().replaceAll("\\s+", " ") + "” ");
        html.leaf("cite", source(claim)).close("blockquote");
    }

    private static String source(Claim claim) {
        String publisher = claim.publisher().isEmpty() ? "" : claim.publisher() + " · ";
        String when = claim.statedAt().isEmpty() ? "" : " · " + claim.statedAt();
        return publisher
                + (References.isReference(claim)
                        ? ""
                        : claim.quote().document() + ":"
                                + claim.quote().stretch().start())
                + when;
    }

    private void claims(Html html, WebCall call, ClaimLedger ledger, List<Claim> claims) {
        html.leaf("h2", CLAIMS.in(call.lang()).formatted(claims.size()), "id", "claims");
        Map<String, List<Claim>> subjects = new LinkedHashMap<>();
        claims.stream()
                .limit(MOST)
                .forEach(claim -> subjects.computeIfAbsent(words.about(claim, call.lang()), _ -> new ArrayList<>())
                        .add(claim));
        subjects.forEach((about, all) -> {
            html.leaf("h3", about);
            all.forEach(claim -> claim(html, call, ledger, claim));
        });
        rest(html, call, claims);
    }

    private static void rest(Html html, WebCall call, Collection<?> all) {
        if (all.size() > MOST) {
            html.leaf("p", MORE.in(call.lang()).formatted(all.size() - MOST), "class", "soft");
        }
    }

    private void claim(Html html, WebCall call, ClaimLedger ledger, Claim claim) {
        String id = claim.id().replace("sha256:", "").substring(0, 12);
        html.open("article", "class", "claim", "id", "claim-" + id);
        quote(html, call, claim);
        html.open("p").leaf("span", status(call, ledger.status(claim.id())), "class", "chip");
        html.leaf("span", " " + id, "class", "soft");
        claim.doubt()
                .ifPresent(doubt -> html.text(" ")
                        .leaf("span", DOUBT.in(call.lang()).formatted(doubt.in(call.lang())), "class", "chip"));
        html.close("p");
        html.open("details").leaf("summary", DECIDE.in(call.lang()));
        PageFrame.form(html, call, call.state().address(), out -> {
            out.empty("input", "type", "hidden", "name", "claim", "value", id);
            out.empty(
                    "input",
                    "name",
                    "why",
                    "required",
                    "required",
                    "aria-label",
                    WHY.in(call.lang()),
                    "placeholder",
                    WHY.in(call.lang()));
            out.empty(
                    "input",
                    "name",
                    "other",
                    "aria-label",
                    OTHER.in(call.lang()),
                    "placeholder",
                    OTHER.in(call.lang()));
            ACTS.forEach((act, name) -> out.leaf("button", name.in(call.lang()), "name", "act", "value", word(act)));
        });
        html.close("details");
        List<LedgerEntry> history = ledger.history(claim.id());
        html.open("details").leaf("summary", HISTORY.in(call.lang())).open("ul");
        history.forEach(entry ->
                html.leaf("li", entry.at() + " · " + entry.by() + " · " + word(entry.act()) + " " + entry.reason()));
        html.close("ul").close("details").close("article");
    }

    private static String status(WebCall call, ClaimLedger.Status status) {
        return switch (status) {
            case CANDIDATE -> new Text("candidate", "候補").in(call.lang());
            case ACCEPTED -> new Text("accepted", "採用").in(call.lang());
            case REJECTED -> new Text("rejected", "却下").in(call.lang());
            case SUPERSEDED -> new Text("superseded", "差し替え済み").in(call.lang());
        };
    }
}
