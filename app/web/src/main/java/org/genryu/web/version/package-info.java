/// What people change in cases: every change with who, when and why, kept for ever; every version that ever was.
@NullMarked
package org.genryu.web.version;

import org.jspecify.annotations.NullMarked;
