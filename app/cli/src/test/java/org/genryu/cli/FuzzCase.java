package org.genryu.cli;

import java.util.Map;
import java.util.TreeMap;
import org.genryu.cases.BuiltInCases;

/// A small sound case in which every table and nearly every column is in use, and the sheets that go with it.
final class FuzzCase {
    private FuzzCase() {}

    static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put("case.yaml", """
                id: small
                title: {en: Small, ja: 小}
                currency: USD
                price_year: 2025
                home: [JP]
                rival: [CN]
                discount_rate: 5 %
                periods: {first: 2025, last: 2027, step: year}
                """);
        files.put("places.csv", """
                place,kind,country,lat,lon,port
                mine,site,CN,31,121,
                port,port,JP,35,139,
                CN,country,CN,31,121,
                JP,country,JP,35,139,
                town,region,JP,,,
                """);
        files.put("commodities.csv", """
                commodity,unit,stage,group,disposal_cost
                ore,t,ore,rock,
                metal,t,metal,pure,5
                scrap,t,scrap,pure,
                """);
        files.put("contents.csv", "commodity,element,amount\nore,Dy,0.1\nmetal,Dy,0.2\nscrap,Dy,0.2\n");
        files.put(
                "recipes.csv",
                "recipe,commodity,amount\ndig,ore,1\nsmelt,ore,-2\nsmelt,metal,1\nmelt,scrap,-1\nmelt,metal,0.9\n");
        files.put("processes.csv", """
                process,place,recipe,owner,status,capacity,cost,min_use,first,last,observed,reserve,capex,life
                pit,mine,dig,acme,operating,100,1,10 %,,,80,1000,,
                works,port,smelt,acme,operating,50,5,,,,40,,,
                melter,port,melt,,planned,10,2,,2026,,,,,
                new,port,smelt,,candidate,20,4,,2026,,,,100,20
                """);
        files.put("straits.csv", "strait,name_en,lat,lon\nnarrows,The Narrows,1,104\n");
        files.put("routes.csv", """
                route,from,to,commodity,cost,tariff,capacity,loss,days,via,observed,ship
                sea,mine,port,ore,2,5 %,120,1 %,10,narrows,80,
                lane,CN,JP,metal,,,50,,,,,container
                rail,port,town,*,1,,,,,,,
                back,town,port,scrap,1,,,,,,,
                land,CN,JP,group:rock,3,,10,,,,,
                """);
        files.put("demands.csv", """
                demand,place,use,commodity,amount,growth,shortage_cost,price,elasticity,curve,priority,sector
                motors,town,motor,metal,30,2 %,1000,,,,1,cars
                lamps,town,lamp,metal,5,,500,20,-0.5,linear,2,
                glass,town,glass,metal,5,,,20,-0.7,isoelastic,,
                """);
        files.put(
                "stores.csv",
                "store,place,commodity,owner,kind,capacity,level,min_level,final_level,cost,loss\nyard,port,ore,acme,commercial,40,10,1,5,0.5,1 %\n");
        files.put(
                "returns.csv",
                "use,place,from,to,lifetime_mean,lifetime_sd,shape,collection\nmotor,town,metal,scrap,2,1,lognormal,50 %\nlamp,town,metal,scrap,1,0.5,weibull,20 %\n");
        files.put("bills.csv", "product,commodity,amount\ncar,metal,0.01\n");
        files.put(
                "sectors.csv",
                "sector,place,value_added,use,critical_share,substitution,buffer_days\ncars,town,5000000,motor,50 %,10 %,30\n");
        files.put(
                "sources.csv",
                "source,title,publisher,date,url,reliability,credibility\na,Yearbook,Office,2025,https://example.org,A,1\n");
        files.put("prices.csv", "place,commodity,price\nport,ore,4\ntown,metal,15\n");
        files.put(
                "series.csv",
                "table,id,column,period,value\nprocesses,pit,cost,2027,1.2\ndemands,motors,amount,2026,32\nroutes,rail,cost,2027,1.5\n");
        files.put(
                "changes.csv",
                "table,id,column,from,until,op,value\nroutes,sea,capacity,2026,2027,multiply,0.9\nprocesses,place.country=CN,cost,2027,,add,0.1\n");
        files.put(
                "moves.csv",
                "move,table,id,column,from,until,op,value,cost\nstop,processes,pit,capacity,2026,,multiply,0.5,10\n");
        files.put("parties.csv", "party,name_en,kind,country\nstate,State,state,JP\n");
        files.put("references.csv", """
                reference,measure,place,from,commodity,stage,elements,weight,period,year,value,tolerance,role
                a,production,mine,,ore,,,,,2024,80,5 %,independent
                b,import-share,JP,CN,ore,,,,2025,2024,90 %,,independent
                c,price,town,,metal,,,,,2024,15,,fitted
                """);
        files.put("scenarios/s.yaml", """
                id: s
                title: {en: Stop, ja: 停止}
                start: 2026-03
                months: 18
                foresight: 3
                events:
                  - ban: {from: CN, commodities: "group:rock", leak: 20 %}
                  - quota: {from: mine, to: JP, commodities: ore, share: 60 %, start: 2027-01}
                  - quota: {from: CN, commodities: ore, amount: 30 t/yr}
                  - tariff: {from: CN, to: JP, rate: 10 %}
                  - closure: {strait: narrows, leak: 0.1}
                  - outage: {processes: [pit, works], loss: 30 %, months: 6}
                  - surge: {demands: motors, factor: 1.2}
                  - change: {table: routes, id: rail, column: cost, op: multiply, value: 1.5}
                measures:
                  - recycle: {use: motor, places: JP, collection: 80 %}
                  - thrift: {demands: lamps, share: 10 %}
                  - subsidy: {processes: works, amount: 1 USD/t}
                  - build: {processes: melter, capacity: 20, first: 2027}
                """);
        return files;
    }

    /// The built-in sheets, and one in which whatever those leave out is in use.
    static Map<String, String> sheets() {
        Map<String, String> sheets = new TreeMap<>();
        for (BuiltInCases.BuiltIn one : BuiltInCases.all()) {
            BuiltInCases.files(one.id()).forEach((name, text) -> {
                if (name.startsWith("projects/")) {
                    sheets.put(name, text);
                }
            });
        }
        for (int copy = 0; copy < 15; copy++) {
            sheets.put("mine-" + copy + ".yaml", SHEET);
        }
        return sheets;
    }

    private static final String SHEET = """
            id: mine
            currency: USD
            price_year: 2025
            exchange: {JPY: 0.0066}
            valuation_date: 2026-01
            rates: {discount: 10 %, riskless: 3 %, inflation: 2 %, timing: mid}
            schedule: {permits: 6 months, build: 24 months, operate: 10 years, delay: {chance: 20 %, months: 6..12, with_overrun: 0.3}}
            capex:
              items: [{item: plant, amount: 100 MUSD}, {item: land, amount: 5億円, kind: land}]
              spread: [50 %, 50 %]
              overrun: {class: mine}
            sustaining_capex: 1 MUSD/yr
            ramp_up: [80 %, 100 %]
            decline: 1 %
            geology: {ore: 100 kt/yr, grade: 2 %, recovery: 70 %, grade_factor: 'triangular(0.8, 1, 1.1)', basket: {oxide: 90 %, other: 10 %}}
            products:
              - {product: oxide, amount: 1400 t/yr, price: oxide}
              - {product: other, amount: 100 t/yr, price: 5 USD/kg}
            prices:
              oxide: {model: mean-reverting, start: 50 USD/kg, level: 60 USD/kg, reversion: 0.3, volatility: 25 %, jumps: 0.1, jump_mean: -0.2, jump_deviation: 0.1}
              gas: {model: schwartz-smith, start: 10 USD/kg, reversion: 0.5, volatility: 0.3, long_volatility: 0.1, correlation: 0.2}
              oil: {model: two-factor, start: 10 USD/kg, reversion: 0.5, volatility: 0.3, yield_volatility: 0.1, correlation: 0.2}
              set: {model: table, values: [1, 2, 3]}
              walk: {model: lognormal, start: 10 USD/kg, drift: 1 %, volatility: 0.2}
            correlation: [[oxide, cost, 0.3], [oxide, gas, -0.2]]
            costs: [{item: power, fixed: 1 MUSD/yr, variable: 2 USD/kg, of: oxide}]
            environment: {closing: 5 MUSD, closing_time: 12 months, waste: 2, waste_cost: 1 USD/t}
            fiscal: {royalty: 3 %, tax: 30 %, depreciation: {method: declining, rate: 20 %}, losses: carry-forward, rent_tax: 10 %, rent_uplift: 5 %}
            working_capital: {days: 30}
            politics: {stop: {hazard: 0.1, months: 6}, seizure: {hazard: 0.01, recovery: 50 %}, link_to_price: 1}
            finance:
              gearing: 60 %
              period: quarter
              loans:
                - {loan: senior, rate: 6 %, tenor: 8, shape: level, amount: 40 MUSD, grace: 6 months}
                - {loan: soft, rank: concessional, rate: 1 %, tenor: 10, shape: sculpted, share: 10 %, dscr: 1.4}
              equity: [{party: acme, share: 70 %}, {party: state, share: 30 %, kind: preferred, rate: 5 %}]
              reserves: {dsra: 6 months}
              lock_up: {dscr: 1.1}
              sweep: 20 %
              sponsor_support: 5 MUSD
            supports:
              - guarantee: {giver: nexi, of: senior, cover: 90 %, fee: 1 %}
              - insurance: {giver: nexi, of: senior, political: 90 %, premium: 1 %, waiting: 6 months, limit: 20 MUSD}
              - floor: {giver: dod, product: oxide, price: 60 USD/kg, first: 2028, last: 2035, share_above: 30 %, cap: 10 MUSD/yr}
              - cfd: {giver: dod, product: oxide, price: 55 USD/kg, amount: 500 t/yr}
              - offtake: {giver: jogmec, product: oxide, amount: 100 t/yr, discount: 5 %}
              - grant: {giver: state, share: 10 %, clawback: 20 %}
              - tax-credit: {giver: us, share: 5 %, per_unit: 1 USD/kg, product: oxide}
            parties: [{party: acme, name: Acme}, {party: state}]
            sources: {a-1: {title: Report}}
            """;
}
