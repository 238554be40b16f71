/// The programme register on the command line: asked, changed, kept safe.
@NullMarked
package org.genryu.cli.register;

import org.jspecify.annotations.NullMarked;
