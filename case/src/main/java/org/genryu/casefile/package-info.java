/// The case: plain tables as people write them ([org.genryu.casefile.CaseFile]) and as the solver needs them
/// ([org.genryu.casefile.SupplyCase]); one `resolve` between the two. (`case` is a Java keyword, hence the package's
/// name.)
@NullMarked
package org.genryu.casefile;

import org.jspecify.annotations.NullMarked;
