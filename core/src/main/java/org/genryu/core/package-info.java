/// The alphabet of the house: quantities with units, money, periods, findings, explanations, random draws.
/// Everything here is a value; nothing here knows what a mine is. (`disk` is how anything is kept.)
///
/// Size: the alphabet of the house: each file is one thing that every room speaks of, and none has parts.
@NullMarked
package org.genryu.core;

import org.jspecify.annotations.NullMarked;
