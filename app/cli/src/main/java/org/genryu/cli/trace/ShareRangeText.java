package org.genryu.cli.trace;

import java.util.List;
import java.util.Optional;
import org.genryu.balance.origin.ShareRanges;
import org.genryu.balance.origin.Trace;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;

/// Which shares of a trace do the data leave open, and how far? In words.
///
/// @param found one for each trace, or none at all
record ShareRangeText(TraceCommand.Asked asked, List<ShareRanges.Found> found, Lang lang) {
    private Optional<ShareRanges.Found> open(Trace trace) {
        int at = asked.traces().indexOf(trace);
        return at < found.size() ? Optional.of(found.get(at)) : Optional.empty();
    }

    /// Whether the shares are the only ones at this cost.
    String determined(Trace trace) {
        Text said = open(trace)
                .map(one -> switch (one.status()) {
                    case DETERMINED ->
                        new Text("No other flows cost as little: the shares are determined.", "同じ費用の流れはほかになく、割合は一意です。");
                    case OPEN ->
                        one.left() == 0
                                ? new Text(
                                        "Other flows cost the same: [from .. to] is what a share is in those that were found.",
                                        "同じ費用の流れがほかにもあります。[から .. まで] は見つかった流れでの割合の幅です。")
                                : new Text(
                                        "Other flows cost the same: [from .. to] is what a share is in those that were found; %s shares were not followed to the end."
                                                .formatted(one.left()),
                                        "同じ費用の流れがほかにもあります。[から .. まで] は見つかった流れでの割合の幅です。%s 件の割合は最後まで調べていません。"
                                                .formatted(one.left()));
                    case NOT_WORKED_OUT -> NOT_WORKED_OUT;
                })
                .orElse(NOT_WORKED_OUT);
        return said.in(lang);
    }

    private static final Text NOT_WORKED_OUT =
            new Text("Whether other flows cost the same was not worked out.", "同じ費用の流れがほかにあるかは計算していません。");

    /// ` [20.0% .. 100.0%]`; empty where the share is determined.
    ///
    /// @param stage as in `exposure.csv`
    String range(Trace trace, String stage, int source) {
        return open(trace)
                .flatMap(one -> one.of(stage, source))
                .map(range -> between(range.low(), range.high()))
                .orElse("");
    }

    /// The range of the rest to 1.
    String rest(Trace trace, String stage, int source) {
        return open(trace)
                .flatMap(one -> one.of(stage, source))
                .map(range -> between(1 - range.high(), 1 - range.low()))
                .orElse("");
    }

    private static String between(double low, double high) {
        return "  [%s .. %s]".formatted(NumberText.percent(low), NumberText.percent(high));
    }

    /// Whether any share of the stage is open.
    boolean isOpen(Trace trace, String stage) {
        return open(trace).stream()
                .flatMap(one -> one.ranges().stream())
                .anyMatch(range -> range.stage().equals(stage) && range.isOpen());
    }
}
