package org.genryu.plan;

/// A need in every scenario that chosen plants and a dear emergency supply cover: its cost is convex in what is
/// chosen.
record NeedWorld(double[] capacity, double[] need, double[] price) implements Recourse {
    @Override
    public int parts() {
        return need.length;
    }

    @Override
    public Answer at(int part, double[] y) {
        double lacking = need[part] - Decisions.dot(capacity, y);
        double[] slope = new double[y.length];
        if (lacking <= 0) {
            return new Answer(0, slope);
        }
        for (int i = 0; i < slope.length; i++) {
            slope[i] = -2 * price[part] * lacking * capacity[i];
        }
        return new Answer(price[part] * lacking * lacking, slope);
    }
}
