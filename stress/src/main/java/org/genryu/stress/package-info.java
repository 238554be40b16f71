/// What if: the months of a world in which something is cut, told against the calm world.
package org.genryu.stress;
