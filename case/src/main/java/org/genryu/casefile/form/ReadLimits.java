package org.genryu.casefile.form;

/// How much a reader takes before it refuses, so that a hostile or mistaken file costs a message and not the machine.
///
/// @param file [bytes] of one file
/// @param total [bytes] of all files of a case
/// @param rows of one table
/// @param columns of one table
/// @param cell [characters] of one cell
/// @param files in a case folder
public record ReadLimits(long file, long total, int rows, int columns, int cell, int files) {
    /// 256 MiB a file, 1 GiB a case, 5 million rows, 500 columns, 1 Mi characters a cell, 10,000 files.
    public static final ReadLimits STANDARD = new ReadLimits(256L << 20, 1L << 30, 5_000_000, 500, 1 << 20, 10_000);
}
