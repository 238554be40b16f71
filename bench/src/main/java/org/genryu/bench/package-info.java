/// How fast and how small: Genryu beside other programs that do the same work, in one run on one machine.
/// [org.genryu.bench.Bench] is the program; what it runs and what must hold are rows of `runs.csv` and
/// `goals.csv`.
///
/// Size: one program for each work that is measured, beside what reads, runs and judges them.
@NullMarked
package org.genryu.bench;

import org.jspecify.annotations.NullMarked;
