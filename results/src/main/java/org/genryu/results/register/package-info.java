/// The tables of the programme register.
@NullMarked
package org.genryu.results.register;

import org.jspecify.annotations.NullMarked;
