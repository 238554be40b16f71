package org.genryu.core;

/// The two languages of the house; neither is the default of the other.
public enum Lang {
    EN,
    JA
}
