package org.genryu.cli.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.relation.Relation;
import org.genryu.evidence.trend.TopicTrend;
import org.genryu.report.ledger.LedgerPage;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import picocli.CommandLine.Model.OptionSpec;

/// The page that `read` and `ledger` write with `--out`.
final class LedgerPages {
    private LedgerPages() {}

    static OptionSpec option(HelpOptions words) {
        return words.option(
                "--out",
                "DIR",
                new Text(
                        "Write a page for people, report.html, into DIR: contradictions on top, amounts side by side, bursts.",
                        "閲覧用のページ report.html を DIR に書き出します（食い違い、数量の比較、急増）。"));
    }

    /// The folder that was asked for, claimed before the work begins.
    static Optional<Draft> claim(CommandCall call) throws IOException {
        return call.claim(ResultFolder.LEDGER);
    }

    static void write(
            CommandCall call,
            Draft to,
            String title,
            List<Claim> claims,
            List<Relation> open,
            UnaryOperator<String> status,
            List<TopicTrend> trends)
            throws IOException {
        LedgerPage page = new LedgerPage(
                new LedgerPage.Content(title, claims, open, status, trends), call.lang(), ProgramVersion.current());
        to.write(ResultFolder.PAGE, page.html());
        RunManifest.writeLedger(to, claims.size(), page.contradictions(), ProgramVersion.current());
        to.commit();
    }
}
