package org.genryu.share.game;

import java.util.ArrayList;
import java.util.List;

/// What is true of a game?
///
/// | trait | holds where |
/// | --- | --- |
/// | superadditive | v(S ∪ T) ≥ v(S) + v(T) for S, T without a common player: joining never costs |
/// | convex | v(S ∪ ij) - v(S ∪ i) ≥ v(S ∪ j) - v(S): the more there are, the more one more brings |
/// | monotone | v(S ∪ i) ≥ v(S) |
///
/// @param cover the superadditive cover
/// @param lifted coalitions that do better in parts, those that gain most first
/// @param imputations whether all together have what each has alone, or more
public record GameTraits(
        boolean superadditive,
        boolean convex,
        boolean monotone,
        boolean imputations,
        CoalitionGame cover,
        List<Integer> lifted) {
    public GameTraits {
        lifted = List.copyOf(lifted);
    }

    public static GameTraits of(CoalitionGame game) {
        CoalitionGame cover = game.cover();
        double same = game.tolerance();
        List<Integer> lifted = new ArrayList<>();
        for (int s = 1; s <= game.all(); s++) {
            if (cover.worth(s) - game.worth(s) > same) {
                lifted.add(s);
            }
        }
        lifted.sort((a, b) -> Double.compare(cover.worth(b) - game.worth(b), cover.worth(a) - game.worth(a)));
        return new GameTraits(
                lifted.isEmpty(), convex(game, same), monotone(game, same), game.surplus() >= -same, cover, lifted);
    }

    private static boolean convex(CoalitionGame game, double same) {
        for (int i = 0; i < game.size(); i++) {
            for (int j = 0; j < i; j++) {
                int pair = 1 << i | 1 << j;
                for (int s = 0; s <= game.all(); s++) {
                    if ((s & pair) == 0
                            && game.worth(s | pair) + game.worth(s)
                                    < game.worth(s | 1 << i) + game.worth(s | 1 << j) - same) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean monotone(CoalitionGame game, double same) {
        for (int i = 0; i < game.size(); i++) {
            for (int s = 0; s <= game.all(); s++) {
                if (game.worth(s | 1 << i) < game.worth(s) - same) {
                    return false;
                }
            }
        }
        return true;
    }
}
