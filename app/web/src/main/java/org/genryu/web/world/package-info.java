/// The cases that the workbench knows, and their versions.
@NullMarked
package org.genryu.web.world;

import org.jspecify.annotations.NullMarked;
