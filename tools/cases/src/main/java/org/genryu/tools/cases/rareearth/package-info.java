/// Rare earths from mine to magnet and use: the base year closed element by element, and its tables of the case.
@NullMarked
package org.genryu.tools.cases.rareearth;

import org.jspecify.annotations.NullMarked;
