/// What does a file say, whatever its form? Text out of plain text, HTML, Markdown, PDF, Word, feeds and e-mail, under
/// limits of size, nesting and time. Nothing in a file runs, and nothing is fetched.
@NullMarked
package org.genryu.evidence.document;

import org.jspecify.annotations.NullMarked;
