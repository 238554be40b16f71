/// Who sells to whom where nobody has published it: distances, preferences, and the fit to what both ends trade.
@NullMarked
package org.genryu.tools.cases.trade;

import org.jspecify.annotations.NullMarked;
