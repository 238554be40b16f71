/// The alphabet of the house: quantities with units, money, periods, findings, explanations, random draws.
/// Everything here is a value; nothing here knows what a mine is.
///
/// Size: one file for each kind of value and each of its readers.
@NullMarked
package org.genryu.core;

import org.jspecify.annotations.NullMarked;
