/// The built-in cases, as data: [org.genryu.cases.BuiltInCases] lists and copies them.
@NullMarked
package org.genryu.cases;

import org.jspecify.annotations.NullMarked;
