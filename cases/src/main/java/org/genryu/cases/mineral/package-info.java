/// What do the source tables say of the other minerals, who mines, refines and uses them, and which tables of the case
/// follow from it?
@NullMarked
package org.genryu.cases.mineral;

import org.jspecify.annotations.NullMarked;
