/// Who may ask for what, and what every answer carries: routes with the access that each needs, the guard before them.
@NullMarked
package org.genryu.web.http;

import org.jspecify.annotations.NullMarked;
