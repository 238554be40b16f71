package org.genryu.report.words;

import java.util.List;
import org.genryu.casefile.PlantMark;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.time.Periods;

/// What are the things of a case called in one language? By the names that the case gives them; ids stand in tables
/// alone.
public record CaseWords(SupplyCase supply, Lang lang) {
    /// The period as people say it: 2025年, 2025年第3四半期, 2025年7月; 2025, Q3 2025, 2025-07.
    public String period(int t) {
        Periods periods = supply.periods();
        String label = periods.label(t);
        return switch (lang) {
            case EN -> label;
            case JA ->
                switch (periods.step()) {
                    case YEAR -> label + "年";
                    case QUARTER -> label.substring(0, 4) + "年第" + label.charAt(6) + "四半期";
                    case MONTH -> label.substring(0, 4) + "年" + Integer.parseInt(label.substring(5)) + "月";
                };
        };
    }

    public String commodity(int c) {
        return supply.world().commodities().names()[c].in(lang);
    }

    public String unit(int c) {
        return supply.world().commodities().unit()[c];
    }

    public String place(int p) {
        return supply.world().places().names()[p].in(lang);
    }

    /// A plant by what it makes, and where others at its place make the same, by what tells it from them.
    ///
    /// @param made its product
    public String plant(int process, int made) {
        String name = commodity(made);
        return switch (PlantMark.of(supply, process, made)) {
            case PlantMark.Alone() -> name;
            case PlantMark.On(SupplyCase.Feed feed) ->
                lang == Lang.EN ? name + " " + Glossary.feed(feed, lang) : name + "（" + Glossary.feed(feed, lang) + "）";
            case PlantMark.Owned(String owner) -> apart(name, owner);
            case PlantMark.Named(String id) -> apart(name, id);
        };
    }

    private String apart(String name, String mark) {
        return lang == Lang.EN ? name + " (" + mark + ")" : name + "（" + mark + "）";
    }

    /// What a demand is for.
    public String use(String word) {
        return Glossary.use(word, lang);
    }

    /// a, b and c; a・b・c.
    public String joined(List<String> names) {
        if (lang == Lang.JA) {
            return String.join("・", names);
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
