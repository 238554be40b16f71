/// At which column and row of the program does each thing of a case stand, and which entries do recycling and demand
/// bring?
@NullMarked
package org.genryu.balance.layout;

import org.jspecify.annotations.NullMarked;
