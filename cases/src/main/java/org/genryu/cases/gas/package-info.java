/// What do the source tables say of natural gas and its ships, and which tables of the case follow from it?
@NullMarked
package org.genryu.cases.gas;

import org.jspecify.annotations.NullMarked;
