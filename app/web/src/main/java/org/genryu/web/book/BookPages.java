package org.genryu.web.book;

import java.util.List;
import org.genryu.core.Text;
import org.genryu.web.http.Access;
import org.genryu.web.http.WebRoute;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;

/// The addresses of the pages on what is kept.
public final class BookPages {
    private BookPages() {}

    public static List<WebRoute> routes(WebDesk desk) {
        RunsView runs = new RunsView(desk);
        LedgerView ledger = new LedgerView(desk);
        TrendsView trends = new TrendsView(desk);
        SharingView sharing = new SharingView(desk);
        return List.of(
                WebRoute.get(
                        "/jobs/{id}/sheets/{lang}/{name}",
                        Access.VIEWER,
                        new Text(
                                "A table under a picture for spreadsheets, with case, scenario, run, date and label.",
                                "図の表（表計算用。ケース・シナリオ・実行・日付・区分つき）。"),
                        new FigureSheets(desk)::file),
                WebPage.TRENDS.route(trends::show),
                WebRoute.post(
                        "/trends/series",
                        Access.ANALYST,
                        new Text("Keep a series or articles.", "系列または記事を受け取ります。"),
                        trends::keep),
                WebPage.SHARING.route(sharing::show),
                WebRoute.get(
                        "/share/package.zip",
                        Access.ANALYST,
                        new Text("The package of a case, with a run if one is named.", "ケースのパッケージ（指定があれば実行結果つき）。"),
                        sharing::download),
                WebPage.LEDGER.route(ledger::show),
                WebRoute.post(
                        WebPage.LEDGER.path(),
                        Access.KEEPER,
                        new Text("Decide about a claim.", "主張について判断します。"),
                        ledger::decide),
                WebRoute.post(
                        "/ledger/documents",
                        Access.ANALYST,
                        new Text("Read documents into the ledger.", "文書を台帳に読み込みます。"),
                        ledger::documents),
                WebRoute.get(
                        "/ledger/export.csv",
                        Access.VIEWER,
                        new Text("All claims as a table.", "すべての主張（表）。"),
                        ledger::exportCsv),
                WebRoute.get(
                        "/ledger/export.jsonl",
                        Access.VIEWER,
                        new Text("All claims as lines of JSON.", "すべての主張（JSON 行）。"),
                        ledger::exportJson),
                WebPage.RUNS.route(runs::show),
                WebRoute.get(
                        "/runs/backup.jsonl",
                        Access.ADMINISTRATOR,
                        new Text("Everything that was ever changed.", "すべての変更の控え。"),
                        runs::backup),
                WebRoute.post(
                        "/runs/restore-test",
                        Access.ADMINISTRATOR,
                        new Text("Restore a backup into a scratch store.", "控えを試験用の記録庫に復元します。"),
                        runs::restoreTest));
    }
}
