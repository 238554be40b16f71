package org.genryu.plan;

/// Every scenario is one part, whose cost is linear in the choices.
record LinearWorld(double[][] slope) implements Recourse {
    @Override
    public int parts() {
        return slope.length;
    }

    @Override
    public Answer at(int part, double[] y) {
        return new Answer(Decisions.dot(slope[part], y), slope[part]);
    }

    Outlook even() {
        int n = slope.length;
        double[] probability = new double[n];
        int[][] parts = new int[n][];
        for (int s = 0; s < n; s++) {
            probability[s] = 1.0 / n;
            parts[s] = new int[] {s};
        }
        return new Outlook(probability, new double[n], parts);
    }
}
