package org.genryu.results;

import org.genryu.testkit.TextCase;

/// A world in which things happen that need no trace: a mine is too small, a candidate is built, an owner earns, a
/// border takes a tariff, a base year was observed.
final class Scarce {
    private Scarce() {}

    /// @param observed what the mine made in the base year; empty where nobody knows
    ///
    ///   mine (cn, owner big) --> jp: wants 10; mine makes 4, the rest of the world 0.5, a candidate adds 3; 2.5
    /// are short
    static TextCase world(String observed) {
        return TextCase.years(2025, 2025)
                .table("places", """
                        place,kind,country
                        cn,country,CN
                        jp,country,JP
                        rest,region,
                        """)
                .table("commodities", """
                        commodity,unit,stage,group
                        ore,t,mine,metal
                        """)
                .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1
                        """)
                .table("processes", """
                        process,place,recipe,capacity,cost,owner,status,capex,life,observed
                        pit,cn,dig,4,10,big,,,,%s
                        far,rest,dig,0.5,10,,,,,
                        new-pit,cn,dig,3,10,big,candidate,1,10,
                        """.formatted(observed))
                .table("routes", """
                        route,from,to,commodity,cost,tariff
                        sea,cn,jp,ore,1,0.1
                        ocean,rest,jp,ore,1,
                        """)
                .table("demands", """
                        demand,place,use,commodity,amount,shortage_cost
                        steel,jp,steel,ore,10,1000
                        """);
    }
}
