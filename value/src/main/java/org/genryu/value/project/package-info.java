/// A project as people write it (term sheet), as the engine needs it (project), and its explainable deterministic cash
/// flow with debt, supports and ratios.
@NullMarked
package org.genryu.value.project;

import org.jspecify.annotations.NullMarked;
