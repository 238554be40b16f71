/// What both sides would do, each knowing what the other can: pay-offs, mixed equilibria with their proof, what it is
/// worth to commit first. In this order: [Game], [MixedPair], [Equilibria], [Commitment], [SidePayOff], [GameAccount].
@NullMarked
package org.genryu.stress.game;

import org.jspecify.annotations.NullMarked;
