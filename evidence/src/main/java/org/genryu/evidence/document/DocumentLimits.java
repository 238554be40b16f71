package org.genryu.evidence.document;

/// How much of a stranger's file is read?
///
/// @param bytes of one file
/// @param characters of the text of one article
/// @param articles of one file
/// @param unpacked bytes of the parts of a Word file
/// @param pages of a PDF
/// @param depth of elements, parts of mails, brackets inside each other
public record DocumentLimits(long bytes, int characters, int articles, long unpacked, int pages, int depth) {
    public static final DocumentLimits USUAL =
            new DocumentLimits(50_000_000, 5_000_000, 20_000, 100_000_000, 2_000, 200);
}
