/// Which cases are built in, and how is `alliance` made? [org.genryu.cases.BuiltInCases] lists and copies them;
/// [org.genryu.cases.AllianceCase] makes the case from source tables.
///
/// Inside, each folder knows only those before it: [org.genryu.cases.source]; then, side by side,
/// [org.genryu.cases.magnet], [org.genryu.cases.gas] and [org.genryu.cases.mineral]; this one.
@NullMarked
package org.genryu.cases;

import org.jspecify.annotations.NullMarked;
