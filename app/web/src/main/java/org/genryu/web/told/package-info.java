/// The pages that the program's commands write, taken apart into headline, sections and files.
@NullMarked
package org.genryu.web.told;

import org.jspecify.annotations.NullMarked;
