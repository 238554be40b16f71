/// What does an answer rest on? The rows of the case behind a scenario or a plan, and whom they cite.
@NullMarked
package org.genryu.results.ground;

import org.jspecify.annotations.NullMarked;
