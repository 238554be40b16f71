package org.genryu.tools.cases.rareearth;

/// A commodity (or ore, or use) at a place.
record PlaceKey(String place, String thing) {}
