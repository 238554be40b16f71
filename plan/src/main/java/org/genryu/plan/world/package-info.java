/// What do the options of a case do to its balance, and which are best taken? From a case and a question to a plan
/// whose promise is run again through the engine.
///
/// Size: the questions beside the plan (waiting, the worst, a risk limit) share its world.
@NullMarked
package org.genryu.plan.world;

import org.jspecify.annotations.NullMarked;
