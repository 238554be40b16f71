package org.genryu.bench;

/// The sizes of the benchmark family, about 1e3, 1e4, 1e5 and 1e6 columns.
public enum BenchSize {
    S("simplex", 200),
    M("simplex", 40),
    L("simplex", 0),
    XL("ipm", 0);

    private final String algorithm;
    private final int scenarios;

    BenchSize(String algorithm, int scenarios) {
        this.algorithm = algorithm;
        this.scenarios = scenarios;
    }

    /// HiGHS's name of the algorithm that our `AUTO` takes at this size; the others are told to take the same.
    public String algorithm() {
        return algorithm;
    }

    /// Scenarios of an ensemble run; 0 where there is none.
    public int scenarios() {
        return scenarios;
    }
}
