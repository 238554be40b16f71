/// What a project is worth: a term sheet in; cash flows, debt, options, supports and their distributions out.
@NullMarked
package org.genryu.value;

import org.jspecify.annotations.NullMarked;
