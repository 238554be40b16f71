/// What can every coalition do on its own, and what kind of game is that? Reading a game from a table
/// ([org.genryu.share.game.GameFile]), the game ([org.genryu.share.game.CoalitionGame]), what is true of
/// it ([org.genryu.share.game.GameTraits]).
@NullMarked
package org.genryu.share.game;

import org.jspecify.annotations.NullMarked;
