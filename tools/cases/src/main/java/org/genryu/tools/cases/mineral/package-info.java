/// Nine minerals, mined and refined: the base year of each closed, its outlook, and its tables of the case.
@NullMarked
package org.genryu.tools.cases.mineral;

import org.jspecify.annotations.NullMarked;
