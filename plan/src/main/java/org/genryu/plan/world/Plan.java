package org.genryu.plan.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.Scenario;
import org.genryu.core.Text;

/// The plan, what it buys, how sure that is, and what else could be done.
///
/// @param options all that could be chosen, in the order of the case, with the verdict on each
/// @param fields in the order in which they are filled
/// @param worth what it buys
/// @param scenarios the calm world first
/// @param dependence one for each chain whose dependence was above the target; empty without a target
/// @param frontier the best plan at smaller and larger budgets, the smallest first
/// @param lean the cheapest plan that gains nearly as much
/// @param promise the plan run again through the engine
/// @param waiting what waiting is worth, where that was asked
/// @param robust the plan against the worst, where that was asked
/// @param work how much was done
public record Plan(
        List<Verdict> options,
        List<Field> fields,
        Worth worth,
        List<Outcome> scenarios,
        List<Dependence> dependence,
        List<Point> frontier,
        Optional<Lean> lean,
        Information information,
        Optional<Promise> promise,
        Optional<Waiting> waiting,
        Optional<Robust> robust,
        Work work) {
    /// Share of the gain that a lean plan may leave [fraction].
    public static final double NEARLY = .01;

    /// A promise holds if what it is held against differs by no more [fraction].
    public static final double HELD = .05;

    public Plan {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
        scenarios = List.copyOf(scenarios);
        dependence = List.copyOf(dependence);
        frontier = List.copyOf(frontier);
    }

    /// A gap up to which a plan is called proved [fraction of what a plan can gain].
    public static final double PROVED = .01;

    public boolean isProved() {
        return worth.gap() <= PROVED;
    }

    /// Why an option is in or out.
    public enum Reason {
        /// It saves more than it costs.
        CHOSEN,
        /// It saves less than it costs, whatever else is left as it is: proved.
        DEAR,
        /// It would pay, but a limit leaves no room.
        LIMIT,
        /// An option that it requires is not in the plan.
        REQUIRES,
        /// An option that excludes it is in the plan.
        EXCLUDED,
        /// It moves nothing that the case counts; its field takes it while money is left.
        PLACED,
        /// Its field takes others with the money that is left.
        NOT_PLACED,
        /// Nothing says why: another plan does as well.
        ALIKE
    }

    /// @param saves what it saves in the aim at the margin of the plan: at most so much for one that is left
    /// out, at least so much for one that is chosen [currency]
    /// @param charge what of its cost counts within the horizon [currency]
    /// @param why id of the limit or options that keep it out; empty for other reasons
    public record Verdict(PlanOption option, boolean chosen, Reason reason, double saves, double charge, String why) {
        public double cost() {
            return option.cost();
        }

        /// What a unit of money spent on it saves at the margin.
        public double perMoney() {
            return option.cost() > 0 ? saves / option.cost() : 0;
        }
    }

    /// @param spent by the options of the field that are chosen [currency]
    public record Field(String id, Text name, double spent, int chosen) {}

    /// All against doing nothing, discounted [currency].
    ///
    /// @param budget that was given
    /// @param spent by the options of the case that act on it
    /// @param placed by those that act on nothing that the case counts
    /// @param charge what of the money spent counts within the horizon
    /// @param nothing aim without a plan: weighed cost of the scenarios against the calm world, and a missed
    /// target at the premium
    /// @param objective aim with the plan, charges and premiums included
    /// @param bound no plan within the limits does better
    /// @param expected mean saving of the scenarios before charges
    /// @param tail saving in the mean of the worst part before charges
    /// @param net mean saving less charges: the net present value of the plan
    /// @param premium what ceilings on imports count as costing at the most that one would pay, where the target is
    /// missed
    public record Worth(
            double budget,
            double spent,
            double placed,
            double charge,
            double nothing,
            double objective,
            double bound,
            double expected,
            double tail,
            double net,
            double premium) {
        /// What the plan gains.
        public double gain() {
            return nothing - objective;
        }

        /// How much more any plan could gain, against the gain [fraction].
        public double gap() {
            double most = nothing - bound;
            return most > 0 ? Math.max(0, objective - bound) / most : 0;
        }

        /// What doing nothing is sorry for in the mean and in the tail.
        public double regret() {
            return gain();
        }
    }

    /// @param before what the scenario costs more than the calm world, without a plan [currency]
    /// @param after the same with it
    public record Outcome(PlanScenario scenario, double before, double after) {}

    /// @param chain name of the goods
    /// @param before share of rivals without a plan, in the first year of the target [fraction]
    /// @param wanted the target
    /// @param share of rivals with the plan, of what home then uses [fraction]
    /// @param ceiling what the plan allows to come from rivals, of what home would use without it [fraction]
    /// @param met whether the share is the target, without a premium
    public record Dependence(Text chain, double before, double wanted, double share, double ceiling, boolean met) {}

    /// @param chosen ids
    public record Point(
            double budget,
            double spent,
            double objective,
            double bound,
            double expected,
            double tail,
            List<String> chosen) {
        public Point {
            chosen = List.copyOf(chosen);
        }
    }

    /// @param spent instead of what the plan spends [currency]
    /// @param dropped ids that the plan has and it has not
    /// @param added ids that it has and the plan has not
    public record Lean(double spent, double objective, List<String> dropped, List<String> added) {
        public Lean {
            dropped = List.copyOf(dropped);
            added = List.copyOf(added);
        }
    }

    /// @param perfect EVPI: what knowing the scenario before deciding would save in expectation; waiting for any
    /// information can be worth no more [currency]
    /// @param calm VSS: what the plan saves in expectation against the one that is best for the calm world alone
    /// @param oneMore what one more unit of budget saves at the margin [1]
    public record Information(double perfect, double calm, double oneMore) {}

    /// Each option decided when its spending begins, knowing what has begun by then.
    ///
    /// @param worth what that saves in the aim against the plan [currency]
    /// @param most it saves no more [currency]
    /// @param later options on which it is decided otherwise in some scenario than where nothing has begun
    public record Waiting(double worth, double most, List<Later> later) {
        public Waiting {
            later = List.copyOf(later);
        }
    }

    /// @param today whether the plan has it
    /// @param otherwise whether it is taken where nothing has begun
    /// @param where ids of scenarios in which it is taken alone there
    /// @param not ids of scenarios in which it is given up
    public record Later(String id, boolean today, boolean otherwise, List<String> where, List<String> not) {
        public Later {
            where = List.copyOf(where);
            not = List.copyOf(not);
        }
    }

    /// What can be done worst about doing nothing, the plan, and the plan that is best against the worst.
    ///
    /// @param bound no plan within the limits has a worst case with charges below it [currency]
    /// @param against how many attacks had to be known to prove it
    public record Robust(Attacked nothing, Attacked plan, Attacked robust, double bound, int against) {
        public List<Attacked> all() {
            return List.of(nothing, plan, robust);
        }
    }

    /// @param name `nothing`, `plan` or `robust`
    /// @param attack id of the worst scenario, or of several at once joined by `+`
    /// @param cost of it against the calm world without a plan [currency]
    /// @param charge what of the money spent counts within the horizon, and premiums [currency]
    /// @param chosen ids of options
    public record Attacked(String name, String attack, double cost, double charge, List<String> chosen) {
        public Attacked {
            chosen = List.copyOf(chosen);
        }

        public double total() {
            return cost + charge;
        }
    }

    /// @param cost by scenario id: what the engine says that it costs more than the calm world without a plan
    /// @param miss largest distance from the plan, of what the plan gains [fraction]
    /// @param shares by chain: share of rivals in the calm world with the plan, of what home then uses [fraction]
    /// @param shortage by scenario id: home's shortage without and with the plan [fraction of what is wanted]
    /// @param rules by scenario id: the ceilings on imports that the target comes to, as changes of the case
    public record Promise(
            Map<String, Double> cost,
            double miss,
            Map<String, Double> shares,
            Map<String, Lack> shortage,
            Map<String, List<Scenario.Action>> rules) {
        /// Whether the engine keeps what the plan says.
        public boolean isHeld() {
            return miss <= HELD;
        }

        /// @param scenario id
        public Optional<Double> costOf(String scenario) {
            return Optional.ofNullable(cost.get(scenario));
        }

        /// @param scenario id
        public Optional<Lack> lackOf(String scenario) {
            return Optional.ofNullable(shortage.get(scenario));
        }

        /// @param scenario id
        public List<Scenario.Action> rulesOf(String scenario) {
            return rules.getOrDefault(scenario, List.of());
        }

        /// @param chain name
        public Optional<Double> shareOf(Text chain) {
            return Optional.ofNullable(shares.get(chain.en()));
        }
    }

    /// @param before [fraction], as `after`
    public record Lack(double before, double after) {}

    /// @param solves how many least costs of parts of the world were worked out
    /// @param rounds how often the master was asked for the plan itself
    public record Work(int solves, int rounds, double prepare, double search, double tell) {}
}
