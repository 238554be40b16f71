package org.genryu.casefile.row;

import java.util.ArrayList;
import java.util.List;
import org.genryu.casefile.CaseTable;

/// The rows of recipes.csv that make up each recipe.
public final class RecipeLines {
    private RecipeLines() {}

    /// By recipe, in the order of first mention: its rows in file order.
    public static List<int[]> of(CaseTable recipes) {
        int[] recipe = new int[recipes.rows()];
        int[] count = new int[recipes.names().size()];
        String[] names = recipes.words("recipe");
        for (int row = 0; row < recipe.length; row++) {
            recipe[row] = recipes.index().find(names[row]);
            count[recipe[row]]++;
        }
        List<int[]> lines = new ArrayList<>();
        for (int n : count) {
            lines.add(new int[n]);
        }
        int[] filled = new int[count.length];
        for (int row = 0; row < recipe.length; row++) {
            lines.get(recipe[row])[filled[recipe[row]]++] = row;
        }
        return lines;
    }
}
