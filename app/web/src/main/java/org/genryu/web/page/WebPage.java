package org.genryu.web.page;

import org.genryu.core.Text;
import org.genryu.web.http.Access;
import org.genryu.web.http.WebRoute;
import org.genryu.web.http.WebRoute.WebHandler;

/// The ten pages, in the order of the rail, each with its question.
public enum WebPage {
    SITUATION("/", WebPhrases.SITUATION, "What is weakest today, and why?", "いま最も弱いのはどこか、なぜか"),
    NETWORK(
            "/case",
            WebPhrases.NETWORK,
            "Who mines, refines, ships and needs what, also through third countries?",
            "誰が採掘・精製・輸送し、誰が必要とするか（第三国経由も含めて）"),
    STRESS(
            "/stress",
            WebPhrases.STRESS,
            "If something is banned, dumped or closed, when does who run short?",
            "禁輸・安値攻勢・封鎖が起きたら、誰がいつ不足するか"),
    COMPARE(
            "/compare",
            WebPhrases.COMPARE,
            "Which mix of measures buys most safety for the money?",
            "同じ費用で最も安全になる対策の組み合わせは何か"),
    PROJECTS(
            "/projects",
            WebPhrases.PROJECTS,
            "Does this project pay, and who must support it?",
            "このプロジェクトは採算が取れるか、誰の支援が要るか"),
    SPLIT("/split", WebPhrases.SPLIT, "How are gains and costs split, and who would leave?", "利益と費用をどう分けるか、誰が離れるか"),
    LEDGER(
            "/ledger",
            WebPhrases.LEDGER,
            "What do we know, from whom, how sure, and what disagrees?",
            "何が、誰の情報で、どこまで確かで、何が食い違うか"),
    TRENDS(
            "/trends",
            WebPhrases.TRENDS,
            "Is the talk really rising, or is it one story copied?",
            "関心は本当に高まっているか、同じ話の転載か"),
    SHARING("/share", WebPhrases.SHARING, "Who may see what, and what would leave?", "誰に何を見せ、何が外に出るか"),
    RUNS("/runs", WebPhrases.RUNS, "What ran, who changed what, can it be restored?", "何を実行し、誰が何を変え、元に戻せるか");

    private final String path;
    private final WebPhrases name;
    private final String en;
    private final String ja;

    WebPage(String path, WebPhrases name, String en, String ja) {
        this.path = path;
        this.name = name;
        this.en = en;
        this.ja = ja;
    }

    public String path() {
        return path;
    }

    public Text label() {
        return name.text();
    }

    /// Its address, for whoever may look.
    public WebRoute route(WebHandler handler) {
        return WebRoute.get(path, Access.VIEWER, question(), handler);
    }

    public Text question() {
        return new Text(en, ja);
    }
}
