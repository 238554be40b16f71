/// What a project is worth and how it fares over many futures: the simulation, its distributions, what each public
/// support is worth and costs, what makes a project bankable, and a guarantor's book of many projects.
///
/// Size: two dozen files. The loops over lanes and those who read them are one thing; in two packages everything
/// that the loops keep to themselves would have to be public.
@NullMarked
package org.genryu.value.future;

import org.jspecify.annotations.NullMarked;
