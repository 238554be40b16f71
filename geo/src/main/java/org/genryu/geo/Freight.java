package org.genryu.geo;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Explanation;
import org.genryu.core.Text;

/// What does it cost to carry a tonne along a way by sea?
///
/// D = (1 + r) nm / (24 v)                    days sailed, r = share of the way back that is paid
/// hire = c (D + p)                           c = charter a day, p = days in port
/// fuel = F q D + f q p, or  b e g D          bunkers at sea and in port, or boil-off b at energy e and gas price g
/// fees = s hire + i (D + p)                  brokers and insurance
/// freight = (hire + fuel + fees + canals + ports) / tonnes + handling
///
/// Source of the form and of the LNG parameters: github.com/ModellingEnergyMarkets/LNG-Market (2020); the other
/// parameters with their sources stand in `ships.csv`. US dollars. Canals are paid once a cargo. Not a market rate:
/// spot rates differ by a factor of two or more from year to year.
///
/// @param ship the type of ship
/// @param way where it sails
/// @param days D [days]
/// @param lines what makes the sum [USD/voyage]
public record Freight(Ship ship, SeaPassage.Way way, double days, List<Line> lines) {
    public Freight {
        lines = List.copyOf(lines);
    }

    /// @param amount [USD/voyage]
    public record Line(Text name, double amount, Text how) {}

    public static Freight of(Ship ship, SeaPassage.Way way) {
        Ship.Voyage voyage = ship.voyage();
        double days = (1 + voyage.returnShare()) * way.days(voyage.speed());
        double hired = days + voyage.portDays();
        double hire = ship.hire().charter() * hired;
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                new Text("hire", "用船料"),
                hire,
                new Text("charter rate × (days sailed + days in port)", "日額用船料 ×（航海日数 + 港内日数）")));
        lines.add(fuel(ship, days));
        double fees = ship.hire().feeShare() * hire + ship.hire().insurance() * hired;
        lines.add(new Line(
                new Text("brokers and insurance", "仲介料・保険料"),
                fees,
                new Text("share of the hire + insurance a day × days", "用船料に対する率 + 日額保険料 × 日数")));
        for (String strait : way.straits()) {
            if (ship.dues().canals().containsKey(strait)) {
                lines.add(new Line(
                        SeaNetwork.world().strait(strait).map(Strait::name).orElse(Text.same(strait)),
                        ship.dues().canals().getOrDefault(strait, 0.0),
                        new Text("canal dues", "運河通航料")));
            }
        }
        lines.add(new Line(new Text("ports", "港費"), ship.dues().ports(), new Text("both ends", "両端の合計")));
        return new Freight(ship, way, days, lines);
    }

    private static Line fuel(Ship ship, double days) {
        return switch (ship.fuel()) {
            case Ship.Fuel.Bunker f ->
                new Line(
                        new Text("bunkers", "燃料油"),
                        f.price()
                                * (f.sailing() * days + f.idle() * ship.voyage().portDays()),
                        new Text(
                                "price × (use at sea × days sailed + use in port × days in port)",
                                "単価 ×（航海時消費 × 航海日数 + 停泊時消費 × 港内日数）"));
            case Ship.Fuel.BoilOff f ->
                new Line(
                        new Text("boil-off", "ボイルオフガス"),
                        f.energy() * f.price() * days,
                        new Text("evaporated energy a day × gas price × days sailed", "一日の気化量（熱量）× ガス単価 × 航海日数"));
        };
    }

    /// Cost of the voyage [USD], without handling.
    public double voyage() {
        return lines.stream().mapToDouble(Line::amount).sum();
    }

    /// Freight [USD/t], handling included.
    public double perTonne() {
        return voyage() / ship.cargo().tonnes() + ship.dues().handling();
    }

    /// The story of [#perTonne].
    public Explanation explain() {
        List<Explanation> parts = new ArrayList<>();
        for (Line line : lines) {
            parts.add(new Explanation(line.name(), line.amount(), "USD", line.how(), List.of()));
        }
        Explanation voyage =
                new Explanation(new Text("voyage", "一航海の費用"), voyage(), "USD", new Text("sum", "合計"), parts);
        return new Explanation(
                new Text("freight by " + ship.name().en(), ship.name().ja() + "の運賃"),
                perTonne(),
                "USD/t",
                new Text("voyage / tonnes delivered + handling", "一航海の費用 ÷ 輸送量 + 荷役費"),
                List.of(
                        voyage,
                        Explanation.leaf(
                                new Text("tonnes delivered", "輸送量"),
                                ship.cargo().tonnes(),
                                "t"),
                        Explanation.leaf(
                                new Text("handling", "荷役費"), ship.dues().handling(), "USD/t"),
                        way.explain()));
    }
}
