package org.genryu.evidence.amount;

/// Of what is an amount stated?
public enum AmountBasis {
    /// of the thing itself
    ABS("abs"),
    /// a part of a whole, or a change [%] whose base is not said
    SHARE("share"),
    /// a change against the same time a year before, or against the period before where that is said
    YOY("yoy"),
    /// for one unit of something else, or of time
    RATE("rate"),
    /// so many times as much, or so many to so many
    RATIO("ratio");

    private final String word;

    AmountBasis(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
