package org.genryu.geo;

/// How a country without a coast reaches the sea.
///
/// @param country ISO 3166 two-letter code
/// @param port id of the port that its trade takes
/// @param kilometres [km] over land from its mining or trading centre to the port
/// @param source where the choice and the length come from, or `assumption` with its reason
public record Landlocked(String country, String port, double kilometres, String source) {}
