/// The alphabet of the house: quantities with units, money, periods, findings, explanations, random draws.
/// Everything here is a value; nothing here knows what a mine is. (`disk` is how anything is kept.)
///
/// Size: one file for each letter of the alphabet.
@NullMarked
package org.genryu.core;

import org.jspecify.annotations.NullMarked;
