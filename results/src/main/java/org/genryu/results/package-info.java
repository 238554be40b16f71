/// What a run has to tell, described once as data ([org.genryu.results.ResultSchema]), counted by the rooms to the
/// left, and written many times: as CSV files, JSON documents and `run.json`. Whoever shows a number asks here or
/// further left; nobody to the right counts.
///
/// Size: the schema, one class for the tables of each room, and one writer for each form; they share the rows.
@NullMarked
package org.genryu.results;

import org.jspecify.annotations.NullMarked;
