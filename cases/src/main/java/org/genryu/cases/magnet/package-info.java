/// What do the source tables say of rare earths, from the mine to the magnet and its uses, and which tables of the
/// case follow from it?
@NullMarked
package org.genryu.cases.magnet;

import org.jspecify.annotations.NullMarked;
