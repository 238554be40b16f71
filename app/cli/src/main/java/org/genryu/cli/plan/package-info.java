/// The door to the room of plans.
@NullMarked
package org.genryu.cli.plan;

import org.jspecify.annotations.NullMarked;
