/// What is counted before it is told: sums by country ([org.genryu.report.count.Ledger]), where things were made
/// ([org.genryu.report.count.Origins]), the chain of stages ([org.genryu.report.count.ChainBuilder]), indicators.
@NullMarked
package org.genryu.report.count;

import org.jspecify.annotations.NullMarked;
