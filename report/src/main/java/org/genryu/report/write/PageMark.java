package org.genryu.report.write;

import org.genryu.core.Lang;
import org.genryu.core.Text;

/// What does every page say of itself, whatever it tells? Which program made it, and who may see it.
///
/// @param version of the program
/// @param label who may see it; empty if it has none
public record PageMark(String version, String label) {
    /// Of what has no label.
    public static PageMark of(String version) {
        return new PageMark(version, "");
    }

    /// Facts of the run, with the label where there is one: they stand under pictures, too.
    public String on(String facts, Lang lang) {
        return label.isEmpty() ? facts : facts + new Text(" · label: ", " · 公開区分：").in(lang) + label;
    }
}
