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

    /// The same limit of the amount with the other sign.
    Bound turned() {
        return switch (this) {
            case NONE -> NONE;
            case AT_LEAST -> AT_MOST;
            case ABOVE -> BELOW;
            case AT_MOST -> AT_LEAST;
            case BELOW -> ABOVE;
        };
    }

    boolean opensAbove() {
        return this == AT_LEAST || this == ABOVE;
    }

    boolean opensBelow() {
        return this == AT_MOST || this == BELOW;
    }
}
