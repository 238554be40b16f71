/// Pages on which choices are weighed: measures side by side, projects with their terms, splits between partners.
@NullMarked
package org.genryu.web.measure;

import org.jspecify.annotations.NullMarked;
