/// A project as people write it (term sheet), as the engine needs it (project), and its explainable deterministic cash
/// flow with debt, supports and ratios.
///
/// Size: one class for each part of the sheet, with its reader and its rules.
@NullMarked
package org.genryu.value.project;

import org.jspecify.annotations.NullMarked;
