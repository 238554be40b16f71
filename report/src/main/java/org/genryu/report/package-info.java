/// Results for people: [org.genryu.results.RunResult] goes in, [org.genryu.report.RunReport] writes one page beside the
/// tables.
///
/// Inside, each folder knows only those before it: `write` (texts and numbers into files), `draw` (pictures), `page`
/// (the sections of `report.html`); `print` (two printable pages) comes after `brief`, `stress` and `plan`.
@NullMarked
package org.genryu.report;

import org.jspecify.annotations.NullMarked;
