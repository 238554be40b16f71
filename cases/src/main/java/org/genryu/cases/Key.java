package org.genryu.cases;

/// A commodity (or ore, or use) at a place.
record Key(String place, String thing) {}
