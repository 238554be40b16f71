/// The command that makes two printable pages of a scenario or a plan.
@NullMarked
package org.genryu.cli.brief;

import org.jspecify.annotations.NullMarked;
