package org.genryu.results;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.CaseFile;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.disk.Draft;
import org.genryu.core.number.NumberText;
import org.genryu.plan.world.Plan;
import org.genryu.share.contract.FairSplitAccount;
import org.genryu.share.rule.DivisionAccount;
import org.genryu.store.ChangeStore;
import org.genryu.store.register.ProgrammeAccount;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.backtest.BacktestAccount;
import org.genryu.stress.future.FutureAccount;
import org.genryu.stress.future.Tornado;
import org.genryu.stress.game.GameAccount;
import org.genryu.stress.shelf.Shelf;
import org.genryu.stress.worst.WorstCut;
import org.genryu.value.Valuation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// How was it run, did it come out well, and which files are of it? `run.json`: everything but `seconds` is the same
/// every time. It is written last: it names every other file of the result with its SHA-256.
///
/// Size: one short record for each kind of result.
public final class RunManifest {
    public static final String NAME = "run.json";

    private RunManifest() {}

    public static void write(Draft to, RunResult run) throws IOException {
        record(
                to,
                json -> {
                    facts(json, run);
                    run.balance().ifPresent(balance -> {
                        number(json, "objective", balance.objective());
                        number(json, "cost", balance.account().costs());
                        number(json, "welfare", balance.account().welfare());
                    });
                    run.proof().ifPresent(proof -> proof(json, proof));
                    if (run.result() instanceof BalanceResult.StoppedEarly(var _, double gap, var cause)) {
                        number(json, "gap", gap);
                        cause(json, cause);
                    }
                    run.balance()
                            .flatMap(Balance::calibration)
                            .ifPresent(c -> number(json, "calibration_distance", c.distance()));
                    limits(json, run.result());
                    findings(json, run);
                },
                seconds -> run.seconds().forEach((phase, took) -> number(seconds, phase, took)));
    }

    /// The record of a valued project.
    public static void write(Draft to, Valuation valuation, String version) throws IOException {
        record(to, version, json -> {
            json.writeStringProperty("project", valuation.project().header().id());
            json.writeNumberProperty("seed", valuation.risk().options().seed());
            json.writeNumberProperty("futures", valuation.risk().options().futures());
            json.writeStringProperty("status", "valued");
        });
    }

    /// The record of the months of a scenario.
    public static void write(Draft to, StressAccount account, List<Finding> findings, CaseFile file, String version)
            throws IOException {
        record(to, version, json -> {
            about(json, file);
            json.writeStringProperty("scenario", account.answer().scenario().id());
            json.writeStringProperty("first", account.answer().clock().label(0));
            json.writeNumberProperty("months", account.answer().clock().months());
            json.writeNumberProperty("foresight", account.answer().clock().foresight());
            json.writeStringProperty("status", account.answer().refused().isEmpty() ? "solved" : "stopped");
            number(json, "cost", account.cost());
            warnings(json, findings);
        });
    }

    /// The record of many futures of a scenario.
    public static void write(
            Draft to, FutureAccount account, String scenario, List<Finding> findings, CaseFile file, String version)
            throws IOException {
        record(to, version, json -> {
            about(json, file);
            json.writeStringProperty("scenario", scenario);
            json.writeNumberProperty(
                    "seed", account.draws().hypercube().hypercube().draws().seed());
            json.writeNumberProperty(
                    "futures", account.draws().hypercube().hypercube().futures());
            json.writeNumberProperty("futures_run", account.rows().size());
            json.writeNumberProperty("futures_told", account.told());
            json.writeStringProperty("status", account.told() == account.rows().size() ? "solved" : "stopped");
            warnings(json, findings);
        });
    }

    /// The record of one uncertain number at a time.
    public static void write(
            Draft to, Tornado tornado, String scenario, List<Finding> findings, CaseFile file, String version)
            throws IOException {
        boolean whole = tornado.swings().stream()
                .allMatch(one -> one.atLow().isPresent() && one.atHigh().isPresent());
        record(to, version, json -> {
            about(json, file);
            json.writeStringProperty("scenario", scenario);
            json.writeNumberProperty("numbers", tornado.swings().size());
            json.writeStringProperty("status", whole ? "solved" : "stopped");
            warnings(json, findings);
        });
    }

    /// The record of several scenarios side by side.
    public static void write(Draft to, Shelf shelf, List<Finding> findings, CaseFile file, String version)
            throws IOException {
        record(to, version, json -> {
            about(json, file);
            json.writeName("scenarios").writeStartArray();
            shelf.entries().forEach(entry -> json.writeString(entry.scenario().id()));
            json.writeEndArray();
            json.writeStringProperty("status", shelf.whole() ? "solved" : "stopped");
            warnings(json, findings);
        });
    }

    /// The record of what home loses without each node of its supply.
    /// @param told how many have an answer
    public static void write(Draft to, int nodes, int told, List<Finding> findings, CaseFile file, String version)
            throws IOException {
        record(to, version, json -> {
            about(json, file);
            json.writeNumberProperty("nodes", nodes);
            json.writeStringProperty("status", told == nodes ? "solved" : "stopped");
            warnings(json, findings);
        });
    }

    /// The record of two printed pages.
    /// @param again the line that makes them again
    public static void write(
            Draft to, String status, String again, List<Finding> findings, CaseFile file, String version)
            throws IOException {
        record(to, version, json -> {
            about(json, file);
            json.writeStringProperty("command", again);
            json.writeStringProperty("status", status);
            warnings(json, findings);
        });
    }

    /// The record of the worst moves of a case.
    public static void write(Draft to, WorstCut cut, CaseFile file, String version) throws IOException {
        record(
                to,
                json -> {
                    program(json, version);
                    about(json, file);
                    json.writeStringProperty("status", cut.worst().isProved() ? "proved" : "stopped");
                    json.writeNumberProperty("moves_considered", cut.moves().size());
                    json.writeNumberProperty("moves", cut.worst().most());
                    number(json, "damage", cut.worst().damage());
                    number(json, "bound", cut.worst().bound());
                    number(json, "gap", cut.worst().gap());
                    number(json, "objective", cut.calm());
                    json.writeNumberProperty("columns", cut.work().columns());
                    json.writeNumberProperty("rows", cut.work().rows());
                    json.writeNumberProperty("solves", cut.work().solves());
                    warnings(json, cut.notes());
                },
                seconds -> {
                    number(seconds, "prepare", cut.work().seconds().prepare());
                    number(seconds, "search", cut.work().seconds().search());
                    number(seconds, "tell", cut.work().seconds().tell());
                });
    }

    /// The record of a plan.
    public static void write(Draft to, Plan plan, CaseFile file, String version) throws IOException {
        record(
                to,
                json -> {
                    program(json, version);
                    about(json, file);
                    json.writeStringProperty("status", plan.isProved() ? "proved" : "stopped");
                    number(json, "budget", plan.worth().budget());
                    number(json, "objective", plan.worth().objective());
                    number(json, "bound", plan.worth().bound());
                    number(json, "gap", plan.worth().gap());
                    json.writeNumberProperty("solves", plan.work().solves());
                },
                seconds -> {
                    number(seconds, "prepare", plan.work().prepare());
                    number(seconds, "search", plan.work().search());
                    number(seconds, "tell", plan.work().tell());
                });
    }

    /// The record of a back-test: what each told shape rests on, by episode.
    public static void write(Draft to, BacktestAccount account, List<Finding> findings, String version)
            throws IOException {
        record(to, version, json -> {
            json.writeStringProperty("status", account.untold().isEmpty() ? "solved" : "stopped");
            json.writeNumberProperty("episodes", account.scores().size());
            json.writeNumberProperty("better", account.better());
            json.writeName("inputs").writeStartObject();
            account.scores()
                    .forEach(one -> json.writeStringProperty(one.episode().id(), one.inputs()));
            json.writeEndObject();
            warnings(json, findings);
        });
    }

    /// The record of a game.
    public static void write(Draft to, GameAccount game, List<Finding> findings, CaseFile file, String version)
            throws IOException {
        record(to, version, json -> {
            about(json, file);
            json.writeStringProperty("status", "solved");
            number(json, "value", game.told().ourValue());
            number(json, "their_value", game.told().theirValue());
            number(json, "regret", game.told().regret());
            warnings(json, findings);
        });
    }

    /// The record of the splits of a game.
    public static void write(Draft to, DivisionAccount account, List<Finding> findings, String version)
            throws IOException {
        record(to, version, json -> {
            json.writeStringProperty("game", account.name());
            json.writeStringProperty("status", "solved");
            json.writeNumberProperty("players", account.stated().size());
            json.writeStringProperty("proposed", account.division().proposed().id());
            number(json, "together", account.stated().together());
            warnings(json, findings);
        });
    }

    /// The record of what a split promises over futures.
    public static void write(Draft to, FairSplitAccount account, String project, List<Finding> findings, String version)
            throws IOException {
        record(to, version, json -> {
            json.writeStringProperty("project", project);
            json.writeStringProperty("status", "solved");
            json.writeNumberProperty("futures", account.futures());
            warnings(json, findings);
        });
    }

    /// The record of the programme register on a day.
    public static void write(Draft to, ProgrammeAccount account, ChangeStore.Head head, String version)
            throws IOException {
        record(to, version, json -> {
            json.writeStringProperty("day", account.day().toString());
            json.writeStringProperty("status", "told");
            json.writeNumberProperty("changes", head.changes());
            json.writeStringProperty("hash", head.hash());
        });
    }

    /// The record of the page of a ledger.
    public static void writeLedger(Draft to, int claims, int contradictions, String version) throws IOException {
        record(to, version, json -> {
            json.writeStringProperty("status", "told");
            json.writeNumberProperty("claims", claims);
            json.writeNumberProperty("contradictions", contradictions);
        });
    }

    /// Which case it is, as it was read.
    private static void about(JsonGenerator json, CaseFile file) {
        json.writeStringProperty("case", file.header().id());
        json.writeStringProperty("case_hash", CaseFingerprint.of(file));
        json.writeStringProperty("label", file.label());
    }

    /// A record whose time is not told.
    private static void record(Draft to, String version, Consumer<JsonGenerator> said) throws IOException {
        document(to, json -> {
            program(json, version);
            said.accept(json);
            files(json, to);
        });
    }

    /// A record with the seconds that each part of the work took.
    private static void record(Draft to, Consumer<JsonGenerator> said, Consumer<JsonGenerator> seconds)
            throws IOException {
        document(to, json -> {
            said.accept(json);
            files(json, to);
            json.writeName("seconds").writeStartObject();
            seconds.accept(json);
            json.writeEndObject();
        });
    }

    private static void document(Draft to, Consumer<JsonGenerator> content) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        to.write(NAME, text + "\n");
    }

    private static void program(JsonGenerator json, String version) {
        json.writeStringProperty("program", "genryu");
        json.writeStringProperty("version", version);
    }

    private static void warnings(JsonGenerator json, List<Finding> findings) {
        json.writeName("warnings").writeStartArray();
        findings.forEach(finding -> json.writeString(finding.in(Lang.EN)));
        json.writeEndArray();
    }

    private static void files(JsonGenerator json, Draft to) {
        json.writeName("files").writeStartObject();
        to.files().forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void facts(JsonGenerator json, RunResult run) {
        RunResult.Facts facts = run.facts();
        program(json, facts.version());
        json.writeStringProperty("case", run.supply().info().id());
        json.writeStringProperty("case_hash", facts.caseHash());
        json.writeStringProperty("scenario", facts.scenario());
        ids(json, "in_force", run.beside().happened().events());
        ids(json, "left_out", run.beside().happened().left());
        json.writeStringProperty("label", facts.label());
        json.writeNumberProperty("seed", facts.seed());
        json.writeBooleanProperty("calibrated", facts.calibrated());
        json.writeStringProperty("status", run.status());
    }

    /// Left out where there are none: most cases say nothing of what happened.
    private static void ids(JsonGenerator json, String name, List<RunResult.Prepared> events) {
        if (!events.isEmpty()) {
            json.writeName(name).writeStartArray();
            events.forEach(event -> json.writeString(event.id()));
            json.writeEndArray();
        }
    }

    private static void proof(JsonGenerator json, Balance.Proof proof) {
        json.writeStringProperty("solver", proof.run().solver());
        json.writeStringProperty("solver_version", proof.run().version());
        json.writeStringProperty("algorithm", proof.run().algorithm());
        json.writeNumberProperty("iterations", proof.run().iterations());
        json.writeNumberProperty("columns", proof.columns());
        json.writeNumberProperty("rows", proof.rows());
        json.writeNumberProperty("entries", proof.entries());
        json.writeName("certificate").writeStartObject();
        number(json, "primal", proof.certificate().primal());
        number(json, "dual", proof.certificate().dual());
        number(json, "gap", proof.certificate().gap());
        json.writeEndObject();
    }

    /// Why there is no proved answer: `reason`, and for a proof that failed what was too far apart, and where.
    private static void cause(JsonGenerator json, BalanceResult.Cause cause) {
        json.writeStringProperty("reason", cause.word());
        if (cause instanceof BalanceResult.Cause.NotProved(var miss, var where)) {
            miss.ifPresent(m -> {
                json.writeStringProperty("residual", m.residual().name().toLowerCase(Locale.ROOT));
                number(json, "size", m.size());
                number(json, "tolerance", m.tolerance());
            });
            where.ifPresent(limit -> json.writeStringProperty("where", limit.place()));
        }
    }

    private static void limits(JsonGenerator json, BalanceResult result) {
        Optional<java.util.List<BalanceResult.Limit>> culprits = switch (result) {
            case BalanceResult.Infeasible(var limits) -> Optional.of(limits);
            case BalanceResult.Unbounded(var limits) -> Optional.of(limits);
            case BalanceResult.Balanced _, BalanceResult.StoppedEarly _ -> Optional.empty();
        };
        culprits.ifPresent(limits -> {
            json.writeName("limits").writeStartArray();
            for (BalanceResult.Limit limit : limits) {
                json.writeStartObject();
                json.writeStringProperty("table", limit.table());
                json.writeStringProperty("id", limit.id());
                json.writeStringProperty("column", limit.column());
                json.writeStringProperty("period", limit.period());
                json.writeStringProperty("rule", limit.rule().in(Lang.EN));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void findings(JsonGenerator json, RunResult run) {
        json.writeName("warnings").writeStartArray();
        for (Finding finding : run.allFindings()) {
            json.writeString(finding.in(Lang.EN));
        }
        json.writeEndArray();
    }

    /// JSON has no infinity; what is not finite is null.
    private static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeName(name).writeNumber(NumberText.exact(value));
        } else {
            json.writeNullProperty(name);
        }
    }
}
