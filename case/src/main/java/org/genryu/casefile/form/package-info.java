/// In which form was a case handed over, and which texts stand in it cell by cell? Folders of CSV and YAML, in any
/// encoding and with any separator, and workbooks; read to an [org.genryu.casefile.form.RawCase], and written back.
@NullMarked
package org.genryu.casefile.form;

import org.jspecify.annotations.NullMarked;
