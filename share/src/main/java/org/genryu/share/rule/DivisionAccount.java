package org.genryu.share.rule;

import java.util.List;
import java.util.Optional;
import org.genryu.share.game.CoalitionGame;

/// A division as its reader stated the game: a cost game is divided by what is saved, and told in costs,
/// c({i}) less what i is given of the savings.
///
/// @param name of the game
/// @param stated as it was read: worths, or costs
/// @param costs whether it states costs
/// @param division of the worths, or of the savings
/// @param claims the claims that the game is made of, if it is
/// @param currency such as `USD`; empty where the game has no unit
/// @param errors how far off worths and shares may be where they are means over futures
///
/// Parameters: seven, all of one reading.
public record DivisionAccount(
        String name,
        CoalitionGame stated,
        boolean costs,
        Division division,
        Optional<ClaimsProblem> claims,
        String currency,
        Optional<SplitErrors> errors) {
    public static DivisionAccount of(
            String name, CoalitionGame stated, boolean costs, Division.Options options, String currency) {
        Division division = Division.of(costs ? stated.savings() : stated, options);
        return new DivisionAccount(name, stated, costs, division, Optional.empty(), currency, Optional.empty());
    }

    /// The same, resting on futures.
    public DivisionAccount with(SplitErrors others) {
        return new DivisionAccount(name, stated, costs, division, claims, currency, Optional.of(others));
    }

    /// Of an estate and claims on it.
    public static DivisionAccount of(
            String name, List<String> players, ClaimsProblem claims, Division.Options options) {
        CoalitionGame game = claims.game(players);
        return new DivisionAccount(
                name, game, false, Division.of(game, options), Optional.of(claims), "", Optional.empty());
    }

    /// What a player gets, or pays where the game states costs.
    /// @param share of the worths, or of the savings
    public double told(int player, double share) {
        return costs ? stated.alone(player) - share : share;
    }

    /// What a coalition is given, or pays.
    public double told(int coalition, double[] shares) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += (coalition >> i & 1) == 1 ? told(i, shares[i]) : 0;
        }
        return sum;
    }

    /// What a player has beyond what it has alone: its part of the gain.
    public double gain(int player, double share) {
        return share - division.game().alone(player);
    }

    /// Which parts of the whole gain the players have; nil where there is no gain [fraction].
    public double[] parts(double[] shares) {
        double[] parts = new double[shares.length];
        for (int i = 0; i < parts.length && division.game().surplus() != 0; i++) {
            parts[i] = gain(i, shares[i]) / division.game().surplus();
        }
        return parts;
    }
}
