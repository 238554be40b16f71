package org.genryu.balance.origin;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Feed;

/// What does each recipe feed on, as far as one substance goes: what came from the ground, what is synthetic, the scrap
/// of factories, or the scrap of what was used?
///
/// The case may say so (`feed` of recipes.csv). Where it does not: a recipe that takes none of the substance in is a
/// mine. An input is scrap where it leads the substance back: there is a way from what the recipe makes to the input,
/// by recipes and by use, and the input lies further from the mines than what is made of it. It is old scrap if it
/// comes from `returns`, else new scrap. What is made of nothing but scrap is scrap of the same kind.
///
///     d(c) = 0 if a mine makes c, else 1 + min over recipes and returns with c as output of d(input)
///     input a of a recipe that makes b is scrap  ⟺  b leads to a, and d(a) > d(b)
///
/// d – steps from the mines; so separation after a long detour is no scrap (nothing leads back), and swarf is. A
/// recipe that takes in other elements but none of this one, for a commodity that other recipes make with it (a
/// magnet without dysprosium), brings none of it: `contents.csv` holds the mean of all recipes. Neither the order of
/// the rows nor the names of stages matter.
final class RecipeFeeds {
    private static final int FAR = Integer.MAX_VALUE;

    private final SupplyCase.Recipes recipes;
    private final SupplyCase.Returns returns;
    private final Substance substance;
    private final boolean[] takesIn;
    /// By recipe: whether it takes in other elements and none of this one.
    private final boolean[] takesOthers;
    /// By commodity: whether any recipe makes it out of something that holds the substance.
    private final boolean[] madeWith;
    /// The commodities that hold the substance.
    private final int[] members;
    /// By commodity: steps from the mines.
    private final int[] steps;
    /// By commodity: those that it leads to.
    private final boolean[][] leads;
    /// By commodity: the kind of scrap that it is, UNSAID for none.
    private final Feed[] scrap;
    /// By recipe line: of an input that holds the substance, what it is to the recipe; else UNSAID.
    private final Feed[] ofInput;

    RecipeFeeds(SupplyCase supply, Substance substance) {
        this.recipes = supply.industry().recipes();
        this.returns = supply.use().returns();
        this.substance = substance;
        int commodities = substance.weight().length;
        this.takesIn = new boolean[recipes.size()];
        this.ofInput = new Feed[recipes.commodity().length];
        Arrays.fill(ofInput, Feed.UNSAID);
        for (int r = 0; r < recipes.size(); r++) {
            for (int line = recipes.first()[r]; line < recipes.first()[r + 1]; line++) {
                takesIn[r] |= isInput(line);
            }
        }
        this.takesOthers = new boolean[recipes.size()];
        this.madeWith = new boolean[commodities];
        for (int r = 0; r < recipes.size(); r++) {
            takesOthers[r] = !takesIn[r] && substance.isElement() && takesKnown(supply, r);
            for (int line = recipes.first()[r]; line < recipes.first()[r + 1]; line++) {
                madeWith[recipes.commodity()[line]] |= takesIn[r] && recipes.amount()[line] > 0;
            }
        }
        this.members = IntStream.range(0, commodities).filter(substance::isIn).toArray();
        this.steps = new int[commodities];
        this.leads = new boolean[commodities][commodities];
        this.scrap = new Feed[commodities];
        Arrays.fill(scrap, Feed.UNSAID);
        measure();
        lead();
        collect();
        for (int r = 0; r < recipes.size(); r++) {
            for (int line = recipes.first()[r]; line < recipes.first()[r + 1]; line++) {
                if (isInput(line)) {
                    ofInput[line] = recipes.feed()[r] == Feed.UNSAID ? found(r, line) : recipes.feed()[r];
                }
            }
        }
    }

    /// Whether the recipe takes any of the substance in.
    boolean takesIn(int recipe) {
        return takesIn[recipe];
    }

    /// Whether the recipe takes in anything whose contents are known.
    private boolean takesKnown(SupplyCase supply, int recipe) {
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            for (int known : supply.world().contents().commodity()) {
                if (recipes.amount()[line] < 0 && recipes.commodity()[line] == known) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether what the recipe gives out of the commodity holds the substance.
    boolean brings(int recipe, int commodity) {
        return substance.isIn(commodity) && (!takesOthers[recipe] || !madeWith[commodity]);
    }

    /// Of a recipe that takes none of the substance in.
    Feed ofSource(int recipe) {
        return recipes.feed()[recipe] == Feed.UNSAID ? Feed.PRIMARY : recipes.feed()[recipe];
    }

    /// Of an input that holds the substance.
    Feed ofInput(int line) {
        return ofInput[line];
    }

    private boolean isInput(int line) {
        return recipes.amount()[line] < 0 && substance.isIn(recipes.commodity()[line]);
    }

    private boolean isOutput(int recipe, int line) {
        return recipes.amount()[line] > 0 && brings(recipe, recipes.commodity()[line]);
    }

    private interface Step {
        void take(int from, int to);
    }

    /// Every step that the substance can take: by a recipe, and back from use.
    private void eachStep(Step step) {
        for (int r = 0; r < recipes.size(); r++) {
            for (int in = recipes.first()[r]; in < recipes.first()[r + 1]; in++) {
                for (int out = recipes.first()[r]; out < recipes.first()[r + 1] && isInput(in); out++) {
                    if (isOutput(r, out)) {
                        step.take(recipes.commodity()[in], recipes.commodity()[out]);
                    }
                }
            }
        }
        for (int i = 0; i < returns.size(); i++) {
            if (substance.isIn(returns.from()[i]) && substance.isIn(returns.to()[i])) {
                step.take(returns.from()[i], returns.to()[i]);
            }
        }
    }

    /// Steps from the mines: one step further in each round, until nothing changes.
    private void measure() {
        Arrays.fill(steps, FAR);
        for (int r = 0; r < recipes.size(); r++) {
            for (int line = recipes.first()[r]; line < recipes.first()[r + 1]; line++) {
                if (!takesIn[r]
                        && isOutput(r, line)
                        && (ofSource(r) == Feed.PRIMARY || ofSource(r) == Feed.SYNTHETIC)) {
                    steps[recipes.commodity()[line]] = 0;
                }
            }
        }
        boolean[] moved = {true};
        for (int round = 0; moved[0]; round++) {
            int reached = round;
            moved[0] = false;
            eachStep((from, to) -> {
                if (steps[from] == reached && steps[to] == FAR) {
                    steps[to] = reached + 1;
                    moved[0] = true;
                }
            });
        }
    }

    private void lead() {
        eachStep((from, to) -> leads[from][to] = true);
        for (int via : members) {
            for (int from : members) {
                for (int k = 0; k < members.length && leads[from][via]; k++) {
                    leads[from][members[k]] |= leads[via][members[k]];
                }
            }
        }
    }

    /// What comes back from use, what only sources of scrap give out, and what is made of nothing but such.
    private void collect() {
        for (int i = 0; i < returns.size(); i++) {
            if (substance.isIn(returns.to()[i])) {
                scrap[returns.to()[i]] = Feed.OLD_SCRAP;
            }
        }
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int c : members) {
                if (scrap[c] == Feed.UNSAID) {
                    scrap[c] = ofMakers(c);
                    moved |= scrap[c] != Feed.UNSAID;
                }
            }
        }
    }

    /// The kind of scrap that all recipes that make the commodity feed on; UNSAID if one feeds on anything else, or
    /// takes the way back to what comes from mines.
    private Feed ofMakers(int commodity) {
        Feed all = Feed.UNSAID;
        for (int r = 0; r < recipes.size(); r++) {
            for (int line = recipes.first()[r]; line < recipes.first()[r + 1]; line++) {
                if (isOutput(r, line) && recipes.commodity()[line] == commodity) {
                    Feed one = takesIn[r] ? ofInputs(r, commodity) : ofSource(r);
                    if (one == Feed.PRIMARY || one == Feed.SYNTHETIC || one == Feed.UNSAID) {
                        return Feed.UNSAID;
                    }
                    all = one;
                }
            }
        }
        return all;
    }

    private Feed ofInputs(int recipe, int made) {
        Feed all = Feed.UNSAID;
        for (int in = recipes.first()[recipe]; in < recipes.first()[recipe + 1]; in++) {
            if (isInput(in)) {
                Feed one = scrap[recipes.commodity()[in]];
                if (one == Feed.UNSAID || isBack(recipes.commodity()[in], made)) {
                    return Feed.UNSAID;
                }
                all = one;
            }
        }
        return all;
    }

    private boolean isBack(int from, int to) {
        return leads[to][from] && steps[from] > steps[to];
    }

    /// Old scrap from where no mine leads to, made into anything, is scrap too.
    private Feed found(int recipe, int line) {
        int from = recipes.commodity()[line];
        Feed kind = scrap[from];
        boolean back = kind != Feed.UNSAID && steps[from] == FAR;
        for (int out = recipes.first()[recipe]; out < recipes.first()[recipe + 1]; out++) {
            back |= isOutput(recipe, out) && isBack(from, recipes.commodity()[out]);
            back |= isOutput(recipe, out) && kind != Feed.UNSAID && steps[recipes.commodity()[out]] == FAR;
        }
        if (!back) {
            return Feed.PRIMARY;
        }
        return kind == Feed.UNSAID ? Feed.NEW_SCRAP : kind;
    }
}
