/// Files that are whole or absent: [org.genryu.core.disk.Draft] is the one way by which anything that people keep is
/// written. What can be made again is kept in a [cache][org.genryu.core.disk.FileCache] instead.
@NullMarked
package org.genryu.core.disk;

import org.jspecify.annotations.NullMarked;
