package org.genryu.value.price;

/// One exact step of the short-term and the long-term part of a log price, from two independent standard normals:
///
/// χ ← decay χ + shortShift + shortLead z + split w
///
/// ξ ← ξ + longShift + longLead z - split w
///
/// so that the log price itself moves by (shortLead + longLead) z besides its drift: z is the shock of the price, and
/// it is z that other factors are correlated with; w shifts between short and long term. Where `split` is 0 (every
/// model of one factor) w need not be drawn. Exact in distribution for any length of the step.
///
/// @param decay e^{-k h}, the share of χ that is left
/// @param shortShift added to χ
/// @param longShift added to ξ
/// @param shortLead share of the price's shock that dies away
/// @param longLead share of the price's shock that stays
/// @param split standard deviation of the shift between short and long term
public record TwoFactorStep(
        double decay, double shortShift, double longShift, double shortLead, double longLead, double split) {}
