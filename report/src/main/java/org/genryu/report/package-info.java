/// Results to tables, one page for people and a record of the run: [org.genryu.report.Run] goes in,
/// [org.genryu.report.ResultFolder] writes.
///
/// Inside, each folder knows only those before it: `write` (texts and numbers into files), `draw` (pictures), `count`
/// (what is told, worked out from a balance), `page` (the sections of `report.html`).
@NullMarked
package org.genryu.report;

import org.jspecify.annotations.NullMarked;
