package org.genryu.testkit;

/// Small worlds with names, one for each mechanism, shared by the tests of all rooms. Every flow is forced by the
/// capacities, so that no test hangs on which of several best answers a solver picks.
///
/// In the pictures a number is an amount of the year, `x` the part that a plant makes of what it takes in.
public final class Zoo {
    private Zoo() {}

    /// Two mines, one hub, one refinery that loses a tenth, two users.
    ///
    /// ```
    ///  A 60 ──50──► Hub ──80──► Ref (x 0.9) ──54──► J 64
    ///   │            ▲                 └─────18──► US 28
    ///   │            30                             ▲
    ///   │          B 40 ──────────10────────────────┘
    ///   └────────────────10──────────────────────► J
    /// ```
    /// Shares of A: refinery 0.625, J 0.683594, US 0.401786.
    public static TextCase streams() {
        return TextCase.years(2025, 2025)
                .table("places", """
                        place,kind,country
                        a,site,AU
                        b,site,BR
                        hub,port,SG
                        ref,site,MY
                        j,country,JP
                        us,country,US""")
                .table("commodities", "commodity,unit,stage,group\nore,t,ore,stone")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-a,a,dig,operating,60,1
                        mine-b,b,dig,operating,40,1""")
                .table("routes", """
                        route,from,to,commodity,cost,capacity,loss
                        a-hub,a,hub,ore,1,50,
                        a-j,a,j,ore,1,10,
                        b-hub,b,hub,ore,1,30,
                        b-us,b,us,ore,1,10,
                        hub-ref,hub,ref,ore,1,80,0.1
                        ref-j,ref,j,ore,1,54,
                        ref-us,ref,us,ore,1,18,""")
                .table("demands", """
                        demand,place,use,commodity,amount
                        need-j,j,tools,ore,64
                        need-us,us,tools,ore,28""");
    }

    /// Mined in Myanmar and Australia, separated in China, made into magnets in Viet Nam, used in Japan.
    ///
    /// ```
    ///  MM ore 30 ─┐
    ///             ├─► CN separate ──► VN magnet ──► JP 10
    ///  AU ore 10 ─┘
    /// ```
    /// One tonne of ore holds 0.25 t of dy, one tonne of oxide or magnet 1 t.
    public static TextCase thirdCountry() {
        return TextCase.years(2025, 2025)
                .table("places", countries("MM", "AU", "CN", "VN", "JP"))
                .table("commodities", """
                        commodity,unit,stage,group
                        ore,t,ore,rare-earth
                        oxide,t,oxide,rare-earth
                        magnet,t,magnet,rare-earth""")
                .table("contents", "commodity,element,amount\nore,dy,0.25\noxide,dy,1\nmagnet,dy,1")
                .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1
                        separate,ore,-4
                        separate,oxide,1
                        press,oxide,-1
                        press,magnet,1""")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-mm,MM,dig,operating,30,1
                        mine-au,AU,dig,operating,10,1
                        separator,CN,separate,operating,10,1
                        press,VN,press,operating,10,1""")
                .table("routes", """
                        route,from,to,commodity,cost
                        mm-cn,MM,CN,ore,1
                        au-cn,AU,CN,ore,1
                        cn-vn,CN,VN,oxide,1
                        vn-jp,VN,JP,magnet,1""")
                .table("demands", "demand,place,use,commodity,amount\nmotors,JP,motors,magnet,10");
    }

    /// A magnet plant whose swarf goes back to the separator: a loop that must be solved at once.
    ///
    /// ```
    ///  AU ore 60 ─┐                ┌─► magnet 100 ──► JP
    ///            ├─► CN oxide 125 ┤
    ///  BR ore 40 ─┘      ▲         └─► swarf 25 ─┐
    ///                   └───────────────────────┘
    /// ```
    /// Nothing is lost: magnets are 0.6 from AU and 0.4 from BR, a fifth of their mass went round.
    public static TextCase loop() {
        return TextCase.years(2025, 2025)
                .table("places", countries("AU", "BR", "CN", "JP"))
                .table("commodities", """
                        commodity,unit,stage,group,disposal_cost
                        ore,t,ore,rare-earth,never
                        oxide,t,oxide,rare-earth,never
                        magnet,t,magnet,rare-earth,never
                        swarf,t,scrap,rare-earth,never""")
                .table("contents", "commodity,element,amount\nore,dy,1\noxide,dy,1\nmagnet,dy,1\nswarf,dy,1")
                .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1
                        separate,ore,-1
                        separate,oxide,1
                        press,oxide,-1.25
                        press,magnet,1
                        press,swarf,0.25
                        recover,swarf,-1
                        recover,oxide,1""")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-a,AU,dig,operating,60,1
                        mine-b,BR,dig,operating,40,1
                        separator,CN,separate,operating,1000,1
                        press,CN,press,operating,1000,1
                        recovery,CN,recover,operating,1000,1""")
                .table("routes", """
                        route,from,to,commodity,cost
                        a-cn,AU,CN,ore,1
                        b-cn,BR,CN,ore,1
                        cn-jp,CN,JP,magnet,1""")
                .table("demands", "demand,place,use,commodity,amount\nmotors,JP,motors,magnet,100");
    }

    /// One ore gives two elements, and each oxide comes from the mines in the proportion of its own element.
    ///
    /// ```
    ///  AU 10 of ore-a (nd 0.3, dy 0.1) ─┐
    ///                                  ├─► CN: nd-oxide 5, dy-oxide 1 ──► JP
    ///  BR 10 of ore-b (nd 0.2, dy 0)   ─┘
    /// ```
    /// Of AU: nd 0.6, dy 1 (by mass of ore it would be 0.5).
    public static TextCase jointProduction() {
        return TextCase.years(2025, 2025)
                .table("places", countries("AU", "BR", "CN", "JP"))
                .table("commodities", """
                        commodity,unit,stage,group,disposal_cost
                        ore-a,t,ore,rare-earth,never
                        ore-b,t,ore,rare-earth,never
                        nd-oxide,t,oxide,rare-earth,never
                        dy-oxide,t,oxide,rare-earth,never""")
                .table("contents", """
                        commodity,element,amount
                        ore-a,nd,0.3
                        ore-a,dy,0.1
                        ore-b,nd,0.2
                        nd-oxide,nd,1
                        dy-oxide,dy,1""")
                .table("recipes", """
                        recipe,commodity,amount
                        dig-a,ore-a,1
                        dig-b,ore-b,1
                        separate,ore-a,-1
                        separate,ore-b,-1
                        separate,nd-oxide,0.5
                        separate,dy-oxide,0.1""")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-a,AU,dig-a,operating,10,1
                        mine-b,BR,dig-b,operating,10,1
                        separator,CN,separate,operating,10,1""")
                .table("routes", """
                        route,from,to,commodity,cost
                        a-cn,AU,CN,ore-a,1
                        b-cn,BR,CN,ore-b,1
                        nd-jp,CN,JP,nd-oxide,1
                        dy-jp,CN,JP,dy-oxide,1""")
                .table("demands", """
                        demand,place,use,commodity,amount
                        motors,JP,motors,nd-oxide,5
                        heat,JP,motors,dy-oxide,1""");
    }

    /// A metal that another metal's refinery gives on the side, without being in any commodity that is used.
    ///
    /// ```
    ///  GN bauxite 100 ──► CN alumina 50, gallium 1 ──► JP
    /// ```
    /// No contents are known: the gallium begins at the refinery.
    public static TextCase byProduct() {
        return TextCase.years(2025, 2025)
                .table("places", countries("GN", "CN", "JP"))
                .table("commodities", """
                        commodity,unit,stage,group
                        bauxite,t,ore,aluminium
                        alumina,t,oxide,aluminium
                        gallium,t,metal,gallium""")
                .table("recipes", """
                        recipe,commodity,amount
                        dig,bauxite,1
                        refine,bauxite,-2
                        refine,alumina,1
                        refine,gallium,0.02""")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine,GN,dig,operating,100,1
                        refinery,CN,refine,operating,50,1""")
                .table("routes", """
                        route,from,to,commodity,cost
                        gn-cn,GN,CN,bauxite,1
                        ga-jp,CN,JP,gallium,1
                        al-jp,CN,JP,alumina,1""")
                .table("demands", """
                        demand,place,use,commodity,amount
                        chips,JP,chips,gallium,1
                        cans,JP,cans,alumina,50""");
    }

    /// Two recipes for the same magnet, one of them without dysprosium; the contents are the mean of both.
    ///
    /// ```
    ///  MM oxide-dy 5 ─► VN magnet 10 (with dy) ──► JP 20
    ///  AU oxide-nd   ─► JP magnet 10 (without) ──► JP
    /// ```
    public static TextCase withoutTheElement() {
        return TextCase.years(2025, 2025)
                .table("places", countries("MM", "AU", "VN", "JP"))
                .table("commodities", """
                        commodity,unit,stage,group
                        oxide-dy,t,oxide,rare-earth
                        oxide-nd,t,oxide,rare-earth
                        magnet,t,magnet,rare-earth""")
                .table("contents", """
                        commodity,element,amount
                        oxide-dy,dy,1
                        oxide-nd,nd,1
                        magnet,dy,0.5
                        magnet,nd,0.5""")
                .table("recipes", """
                        recipe,commodity,amount
                        dig-dy,oxide-dy,1
                        dig-nd,oxide-nd,1
                        with,oxide-dy,-0.5
                        with,oxide-nd,-0.5
                        with,magnet,1
                        without,oxide-nd,-1
                        without,magnet,1""")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-dy,MM,dig-dy,operating,100,1
                        mine-nd,AU,dig-nd,operating,100,1
                        press-vn,VN,with,operating,10,1
                        press-jp,JP,without,operating,10,1""")
                .table("routes", """
                        route,from,to,commodity,cost
                        dy-vn,MM,VN,oxide-dy,1
                        nd-vn,AU,VN,oxide-nd,1
                        nd-jp,AU,JP,oxide-nd,1
                        vn-jp,VN,JP,magnet,1""")
                .table("demands", "demand,place,use,commodity,amount\nmotors,JP,motors,magnet,20");
    }

    /// Gas from two wells, liquefied, shipped: one way leads through a strait.
    ///
    /// ```
    ///  QA gas 60 ─► LNG 60 ══ hormuz, malacca ══► JP 100
    ///  AU gas 40 ─► LNG 40 ─────────────────────► JP
    /// ```
    public static TextCase strait() {
        return TextCase.years(2025, 2025)
                .table("places", countries("QA", "AU", "JP"))
                .table("commodities", "commodity,unit,stage,group\ngas,t,gas,energy\nlng,t,lng,energy")
                .table("straits", "strait,name_en,name_ja\nhormuz,Hormuz,ホルムズ\nmalacca,Malacca,マラッカ")
                .table("recipes", "recipe,commodity,amount\nwell,gas,1\nfreeze,gas,-1\nfreeze,lng,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        well-qa,QA,well,operating,60,1
                        well-au,AU,well,operating,40,1
                        train-qa,QA,freeze,operating,60,1
                        train-au,AU,freeze,operating,40,1""")
                .table("routes", """
                        route,from,to,commodity,cost,via
                        qa-jp,QA,JP,lng,1,hormuz;malacca
                        au-jp,AU,JP,lng,1,""")
                .table("demands", "demand,place,use,commodity,amount\npower,JP,power,lng,100");
    }

    /// Two years, a store that is drawn on in the first and filled in the second with what it may draw in the
    /// third.
    ///
    /// ```
    ///  AU 8, 14, 8 ──► JP 10 a year
    ///                  store: 2 ► 0 ► 4 ► 2
    /// ```
    public static TextCase stock() {
        return TextCase.years(2025, 2027)
                .table("places", countries("AU", "JP"))
                .table("commodities", "commodity,unit,stage,group,disposal_cost\nore,t,ore,stone,never")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,min_use
                        mine,AU,dig,operating,8,1,1""")
                .table("series", "table,id,column,period,value\nprocesses,mine,capacity,2026,14")
                .table("stores", """
                        store,place,commodity,kind,capacity,level,cost
                        shed,JP,ore,strategic,100,2,0""")
                .table("routes", "route,from,to,commodity,cost\na-jp,AU,JP,ore,1")
                .table("demands", "demand,place,use,commodity,amount\ntools,JP,tools,ore,10");
    }

    /// What was used comes back after two years and is used again.
    ///
    /// ```
    ///  AU ──► JP magnet 10 ──► use ──► scrap (half, two years later) ──► JP magnet
    /// ```
    public static TextCase returns() {
        return TextCase.years(2025, 2027)
                .table("places", countries("AU", "JP"))
                .table("commodities", """
                        commodity,unit,stage,group,disposal_cost
                        magnet,t,magnet,rare-earth,never
                        scrap,t,scrap,rare-earth,never""")
                .table("contents", "commodity,element,amount\nmagnet,dy,1\nscrap,dy,1")
                .table("recipes", "recipe,commodity,amount\npress,magnet,1\nremake,scrap,-1\nremake,magnet,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        press,AU,press,operating,100,1
                        remake,JP,remake,operating,100,1""")
                .table("returns", """
                        use,place,from,to,lifetime_mean,shape,collection
                        motors,JP,magnet,scrap,2,fixed,0.5""")
                .table("routes", "route,from,to,commodity,cost\na-jp,AU,JP,magnet,1")
                .table("demands", "demand,place,use,commodity,amount\nneed,JP,motors,magnet,10");
    }

    /// [#thirdCountry] with China's separator at a second site of the same country, reached and left by free lanes.
    ///
    /// ```
    ///  MM ─┐                  ┌─► VN ──► JP
    ///      ├─► CN ══ free ══► cn-south (separator)
    ///  AU ─┘        ◄═ free ══
    /// ```
    public static TextCase splitNode() {
        return thirdCountry()
                .table("places", countries("MM", "AU", "CN", "VN", "JP") + "\ncn-south,site,CN")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-mm,MM,dig,operating,30,1
                        mine-au,AU,dig,operating,10,1
                        separator,cn-south,separate,operating,10,1
                        press,VN,press,operating,10,1""")
                .table("routes", """
                        route,from,to,commodity,cost
                        mm-cn,MM,CN,ore,1
                        au-cn,AU,CN,ore,1
                        down,CN,cn-south,ore,0
                        up,cn-south,CN,oxide,0
                        cn-vn,CN,VN,oxide,1
                        vn-jp,VN,JP,magnet,1""");
    }

    private static String countries(String... codes) {
        StringBuilder rows = new StringBuilder("place,kind,country");
        for (String code : codes) {
            rows.append('\n').append(code).append(",country,").append(code);
        }
        return rows.toString();
    }
}
