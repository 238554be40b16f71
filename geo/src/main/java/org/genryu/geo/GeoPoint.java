package org.genryu.geo;

/// A point on the globe.
///
/// @param latitude [degrees north]
/// @param longitude [degrees east], -180 .. 180
public record GeoPoint(double latitude, double longitude) {}
