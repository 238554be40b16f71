/// What a run has to tell, described once as data ([org.genryu.results.ResultSchema]), counted by the rooms to the
/// left,
/// and written many times: as CSV files, JSON documents and `run.json`. Whoever shows a number asks here or further
/// left; nobody to the right counts.
@NullMarked
package org.genryu.results;

import org.jspecify.annotations.NullMarked;
