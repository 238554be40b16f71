package org.genryu.evidence.amount;

/// Is an amount a limit of what is meant, and does it belong to it?
public enum Bound {
    NONE(""),
    AT_LEAST(">="),
    ABOVE(">"),
    AT_MOST("<="),
    BELOW("<");

    private final String sign;

    Bound(String sign) {
        this.sign = sign;
    }

    /// As it is written in results; empty for none.
    public String sign() {
        return sign;
    }

    boolean opensAbove() {
        return this == AT_LEAST || this == ABOVE;
    }

    boolean opensBelow() {
        return this == AT_MOST || this == BELOW;
    }
}
