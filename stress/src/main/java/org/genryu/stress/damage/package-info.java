/// What a stress costs economies: value added that is lost where uses go without, at their suppliers and at
/// their customers, beside what others have published. In this order: [Economy], [Cascade], [Damage],
/// [PublishedEstimate], [DamageVariant].
@NullMarked
package org.genryu.stress.damage;

import org.jspecify.annotations.NullMarked;
