/// Files that are whole or absent: [org.genryu.core.disk.Draft] is the one way by which anything that people keep is
/// written.
@NullMarked
package org.genryu.core.disk;

import org.jspecify.annotations.NullMarked;
