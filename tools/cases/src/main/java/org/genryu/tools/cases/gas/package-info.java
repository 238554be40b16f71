/// LNG from field to burner: the base year of its trade closed, and its tables of the case.
@NullMarked
package org.genryu.tools.cases.gas;

import org.jspecify.annotations.NullMarked;
