package org.genryu.balance.origin;

/// What is followed through the case: an element inside commodities, or, where no contents are known (gas, LNG), the
/// commodities of a group counted as they are.
///
/// @param element id as in contents.csv, such as `dy`; empty for a group's own amount
/// @param group the group whose own amount is followed; empty for an element
/// @param weight by commodity: amount of it in one unit of the commodity [`unit` per unit]; 0 where it is not inside
/// @param unit `t` for an element, else the unit of the group's first commodity
public record Substance(String element, String group, double[] weight, String unit) {
    /// Whether the commodity holds it.
    public boolean isIn(int commodity) {
        return weight[commodity] > 0;
    }

    public boolean isElement() {
        return !element.isEmpty();
    }

    /// The element, or the group.
    public String name() {
        return isElement() ? element : group;
    }
}
