package org.genryu.report.share;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.brief.Brief;
import org.genryu.report.brief.BriefSection;
import org.genryu.report.draw.PageDocument;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.SplitBars;
import org.genryu.report.draw.TriangleChart;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.PageMark;
import org.genryu.report.write.Plot;
import org.genryu.share.game.CoalitionGame;
import org.genryu.share.rule.ClaimsProblem;
import org.genryu.share.rule.ClaimsRule;
import org.genryu.share.rule.Division;
import org.genryu.share.rule.DivisionAccount;
import org.genryu.share.rule.Split;
import org.genryu.share.rule.Standing;

/// How can a joint gain be split? One file for people: the first screen, the splits side by side, the
/// core of three players, who would leave each, what the rules stand on, what each coalition can do.
public final class SharePage {
    /// Coalitions of larger games stand in the file alone.
    private static final int MOST_COALITIONS = 8;

    private final DivisionAccount account;
    private final Optional<AllianceLines> alliance;
    private final Division division;
    private final CoalitionGame stated;
    private final ShareBrief brief;
    private final Lang lang;
    private final PageFigure figure;
    private final String facts;

    private SharePage(DivisionAccount account, Optional<AllianceLines> alliance, Lang lang, PageMark mark) {
        this.alliance = alliance;
        this.account = account;
        this.division = account.division();
        this.stated = account.stated();
        this.brief = new ShareBrief(account, lang);
        this.lang = lang;
        this.facts = mark.on(say(SharePagePhrases.FACTS, mark.version(), account.name(), stated.size()), lang);
        this.figure = new PageFigure(lang, facts);
    }

    /// The whole page.
    /// @param alliance what the game is made of, if it is one of allies
    public static String of(DivisionAccount account, Optional<AllianceLines> alliance, Lang lang, PageMark mark) {
        SharePage page = new SharePage(account, alliance, lang, mark);
        Map<Text, Consumer<Html>> sections = new LinkedHashMap<>();
        sections.put(SharePagePhrases.SPLITS.text(), page::splits);
        if (page.stated.size() == 3 && page.division.game().surplus() > 0) {
            sections.put(SharePagePhrases.TRIANGLE.text(), page::triangle);
        }
        alliance.ifPresent(lines -> {
            sections.put(SharePagePhrases.MEMBERS.text(), html -> page.rows(html, "members", lines.members()));
            sections.put(SharePagePhrases.WORTHS.text(), html -> page.rows(html, "worths", lines.worths()));
            sections.put(SharePagePhrases.BONDS.text(), html -> page.rows(html, "bonds", lines.held()));
        });
        page.account
                .claims()
                .ifPresent(claims -> sections.put(SharePagePhrases.CLAIMS.text(), html -> page.claims(html, claims)));
        sections.put(SharePagePhrases.LEAVERS.text(), page::leavers);
        sections.put(SharePagePhrases.RULES.text(), page::rules);
        if (page.stated.size() <= MOST_COALITIONS) {
            sections.put(SharePagePhrases.COALITIONS.text(), page::coalitions);
        }
        return new PageDocument(lang, page.say(SharePagePhrases.KIND), account.name(), page.facts, mark)
                .of(
                        html -> BriefSection.write(html, page.brief.brief(page.more()), 1, "", lang),
                        sections,
                        page.say(SharePagePhrases.FOOTER));
    }

    private List<Brief.Part> more() {
        return alliance.map(AllianceLines::parts).orElse(List.of());
    }

    private void rows(Html html, String name, FigureTable table) {
        PageFigure.table(
                html,
                lang,
                say(
                        switch (name) {
                            case "members" -> SharePagePhrases.MEMBERS;
                            case "worths" -> SharePagePhrases.WORTHS;
                            default -> SharePagePhrases.BONDS;
                        }),
                table,
                true);
    }

    private String say(SharePagePhrases words, Object... values) {
        return words.in(lang, values);
    }

    private String title(Division.Proposal one) {
        return one.rule().title().in(lang);
    }

    private FigureTable.Cell amount(double value) {
        return FigureTable.number(brief.amount(value), value);
    }

    private Palette paint(int player) {
        return new Palette(player % (Palette.COLOURS.size() - 1), player / (Palette.COLOURS.size() - 1) % 4);
    }

    private void splits(Html html) {
        List<SplitBars.Row> rows = new ArrayList<>();
        FigureTable table = new FigureTable(
                "shares",
                2,
                say(SharePagePhrases.RULE),
                say(SharePagePhrases.PLAYER),
                say(account.costs() ? SharePagePhrases.PAYS : SharePagePhrases.GETS),
                say(SharePagePhrases.ALONE),
                say(SharePagePhrases.GAIN));
        for (Division.Proposal one : division.proposals()) {
            one.shares().ifPresent(shares -> {
                double[] told = new double[shares.length];
                List<String> tips = new ArrayList<>();
                for (int i = 0; i < shares.length; i++) {
                    told[i] = account.told(i, shares[i]);
                    tips.add(stated.players().get(i) + " " + brief.amount(told[i]));
                    table.row(
                            FigureTable.word(title(one)),
                            FigureTable.word(stated.players().get(i)),
                            amount(told[i]),
                            amount(stated.alone(i)),
                            amount(account.gain(i, shares[i])));
                }
                rows.add(new SplitBars.Row(title(one), told, tips));
            });
        }
        List<Palette> paints = new ArrayList<>();
        Map<String, String> fills = new LinkedHashMap<>();
        html.open("ul", "class", "key");
        for (int i = 0; i < stated.size(); i++) {
            paints.add(paint(i));
            fills.put(stated.players().get(i), paint(i).css());
            PageFigure.key(html, paint(i), stated.players().get(i));
        }
        html.close("ul");
        table.plotted(Plot.of(Plot.Kind.STACKED)
                .with("name", 0)
                .with("part", 1)
                .with("value", 2)
                .paints(fills));
        String title = say(SharePagePhrases.SPLITS_TITLE);
        String said =
                say(SharePagePhrases.SPLITS_SENTENCE, brief.amount(stated.together()), title(division.proposal()));
        figure.write(
                html,
                "splits",
                title,
                said,
                out -> SplitBars.draw(out, "splits-p", title, said, rows, paints, brief::amount),
                table);
    }

    private void triangle(Html html) {
        List<TriangleChart.Mark> marks = new ArrayList<>();
        FigureTable table = new FigureTable(
                "core",
                1,
                say(SharePagePhrases.RULE),
                stated.players().get(0),
                stated.players().get(1),
                stated.players().get(2),
                "% " + stated.players().get(0),
                "% " + stated.players().get(1),
                "% " + stated.players().get(2));
        List<double[]> corners = division.corners();
        for (double[] corner : corners) {
            table.row(place(say(SharePagePhrases.TRIANGLE), corner));
        }
        for (Division.Proposal one : division.proposals()) {
            one.shares().ifPresent(shares -> {
                table.row(place(title(one), shares));
                double[] parts = account.parts(shares);
                boolean inside = parts[0] > -0.05 && parts[1] > -0.05 && parts[2] > -0.05;
                if (inside) {
                    marks.add(new TriangleChart.Mark(title(one), parts, Integer.toString(marks.size() + 1)));
                }
            });
        }
        table.plotted(Plot.of(Plot.Kind.TRIANGLE)
                .with("name", 0)
                .with("value", 4, 5, 6)
                .unit("%")
                .rows(IntStream.range(0, corners.size()).boxed().toList()));
        String title = say(SharePagePhrases.TRIANGLE_TITLE);
        String said =
                say(division.coreIsEmpty() ? SharePagePhrases.TRIANGLE_EMPTY : SharePagePhrases.TRIANGLE_SENTENCE);
        figure.write(
                html,
                "core",
                title,
                said,
                out -> TriangleChart.draw(
                        out,
                        "core-p",
                        title,
                        said,
                        stated.players(),
                        corners.stream().map(account::parts).toList(),
                        marks),
                table);
    }

    /// What each gets, and which part of the gain that is.
    private List<FigureTable.Cell> place(String name, double[] shares) {
        List<FigureTable.Cell> cells =
                new ArrayList<>(List.of(FigureTable.word(name), told(0, shares), told(1, shares), told(2, shares)));
        for (double part : account.parts(shares)) {
            cells.add(FigureTable.number(NumberText.percent(part), part));
        }
        return cells;
    }

    private FigureTable.Cell told(int player, double[] shares) {
        return amount(account.told(player, shares[player]));
    }

    private void leavers(Html html) {
        FigureTable table = new FigureTable(
                "leavers",
                2,
                say(SharePagePhrases.RULE),
                say(SharePagePhrases.COALITION),
                say(SharePagePhrases.HAS),
                say(SharePagePhrases.GIVEN),
                say(SharePagePhrases.GAIN));
        for (Division.Proposal one : division.proposals()) {
            for (Standing.Objection leaver :
                    one.standing().map(Standing::leaving).orElse(List.of())) {
                table.row(
                        FigureTable.word(title(one)),
                        FigureTable.word(stated.name(leaver.coalition())),
                        amount(stated.worth(leaver.coalition())),
                        amount(account.told(leaver.coalition(), one.shares().orElseThrow())),
                        amount(leaver.gain()));
            }
        }
        if (table.size() == 0) {
            html.leaf("p", say(SharePagePhrases.NOBODY));
        } else {
            PageFigure.table(html, lang, say(SharePagePhrases.LEAVERS), table, true);
        }
    }

    private void claims(Html html, ClaimsProblem claims) {
        FigureTable table = new FigureTable(
                "claims",
                2,
                say(SharePagePhrases.RULE),
                say(SharePagePhrases.PLAYER),
                say(SharePagePhrases.CLAIM),
                say(SharePagePhrases.AWARD));
        for (ClaimsRule rule : ClaimsRule.values()) {
            html.leaf("p", rule.title().in(lang) + ": " + rule.axiom().in(lang));
            double[] awards = rule.of(claims);
            for (int i = 0; i < awards.length; i++) {
                table.row(
                        FigureTable.word(rule.title().in(lang)),
                        FigureTable.word(stated.players().get(i)),
                        amount(claims.claims()[i]),
                        amount(awards[i]));
            }
        }
        PageFigure.table(html, lang, say(SharePagePhrases.CLAIMS), table, true);
    }

    private void rules(Html html) {
        FigureTable table = new FigureTable("rules", 2, say(SharePagePhrases.RULE), say(SharePagePhrases.AXIOMS));
        for (Division.Proposal one : division.proposals()) {
            String more = one.split() instanceof Split.Undefined(var why)
                    ? " " + say(SharePagePhrases.UNDEFINED, why.in(lang))
                    : "";
            table.row(
                    FigureTable.word(title(one)),
                    FigureTable.word(one.rule().axioms().in(lang) + more));
        }
        PageFigure.table(html, lang, say(SharePagePhrases.RULES), table, true);
    }

    private void coalitions(Html html) {
        FigureTable table = new FigureTable(
                "coalitions",
                1,
                say(SharePagePhrases.COALITION),
                say(SharePagePhrases.WORTH),
                say(SharePagePhrases.COVER),
                say(SharePagePhrases.DIVIDEND));
        double[] dividends = division.game().dividends();
        for (int s : stated.bySize()) {
            table.row(
                    FigureTable.word(stated.name(s)),
                    amount(stated.worth(s)),
                    amount(division.traits().cover().worth(s)),
                    amount(dividends[s]));
        }
        PageFigure.table(html, lang, say(SharePagePhrases.COALITIONS), table, stated.size() <= 4);
    }
}
