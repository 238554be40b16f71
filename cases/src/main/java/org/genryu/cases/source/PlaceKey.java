package org.genryu.cases.source;

/// A commodity (or ore, or use) at a place.
public record PlaceKey(String place, String thing) {}
