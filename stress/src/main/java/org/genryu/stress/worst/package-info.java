/// Which moves of the other side hurt most, and which of them are best made impossible?
///
/// [org.genryu.stress.worst.WorstCuts] reads the moves ([org.genryu.stress.worst.RivalMoves]), writes the
/// case under each as a program, and asks for the worst sets ([org.genryu.stress.worst.AttackSearch] over
/// [org.genryu.stress.worst.AttackedWorld]) and the best defence ([org.genryu.stress.worst.DefenceSearch]).
/// Method page:
/// `docs/method/worst.md`.
@NullMarked
package org.genryu.stress.worst;

import org.jspecify.annotations.NullMarked;
