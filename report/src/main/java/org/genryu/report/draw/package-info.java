/// Pictures as static SVG, and what stands around them: [org.genryu.report.draw.PageFigure] (title, sentence, table,
/// file) on a [org.genryu.report.draw.PageDocument]. They take plain values and texts and know nothing of cases and
/// runs, so every page can use them.
@NullMarked
package org.genryu.report.draw;

import org.jspecify.annotations.NullMarked;
