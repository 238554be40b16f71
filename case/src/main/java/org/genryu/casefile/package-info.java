/// What is a case? As people write it: [org.genryu.casefile.CaseFile], its tables, header and scenarios. As the solver
/// needs it: [org.genryu.casefile.SupplyCase], the world as plain arrays. (`case` is a Java keyword, hence the
/// package's name.)
///
/// How one becomes the other: [org.genryu.casefile.read.CaseReader] reads and checks,
/// [org.genryu.casefile.resolve.CaseResolver] resolves. Inside, each folder knows only those before it:
/// [org.genryu.casefile.schema] (what may be written), [org.genryu.casefile.form] (files and workbooks), this one,
/// [org.genryu.casefile.row] (what a row says), [org.genryu.casefile.check] (what contradicts itself),
/// [org.genryu.casefile.read]; [org.genryu.casefile.resolve] needs no reader.
@NullMarked
package org.genryu.casefile;

import org.jspecify.annotations.NullMarked;
