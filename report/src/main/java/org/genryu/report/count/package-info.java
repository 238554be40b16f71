/// What is counted before it is told: sums by country ([org.genryu.report.count.CountryLedger]), where things were made
/// ([org.genryu.report.count.PlaceOrigins]), the chain of stages ([org.genryu.report.count.ChainGraph]).
@NullMarked
package org.genryu.report.count;

import org.jspecify.annotations.NullMarked;
