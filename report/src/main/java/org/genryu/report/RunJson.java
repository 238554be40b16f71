package org.genryu.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.core.Figures;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// How was it run, and did it come out well? `run.json`: everything but `seconds` is the same every time.
public final class RunJson {
    private RunJson() {}

    public static void write(Path file, Run run) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
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
            json.writeName("seconds").writeStartObject();
            run.seconds().forEach((phase, seconds) -> number(json, phase, seconds));
            json.writeEndObject().writeEndObject();
        }
        Files.writeString(file, "\n", java.nio.file.StandardOpenOption.APPEND);
    }

    private static void facts(JsonGenerator json, Run run) {
        Run.Facts facts = run.facts();
        json.writeStringProperty("program", "genryu");
        json.writeStringProperty("version", facts.version());
        json.writeStringProperty("case", run.supply().info().id());
        json.writeStringProperty("case_hash", facts.caseHash());
        json.writeStringProperty("scenario", facts.scenario());
        json.writeStringProperty("label", facts.label());
        json.writeNumberProperty("seed", facts.seed());
        json.writeBooleanProperty("calibrated", facts.calibrated());
        json.writeStringProperty("status", run.status());
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

    private static void findings(JsonGenerator json, Run run) {
        json.writeName("warnings").writeStartArray();
        for (Finding finding : run.allFindings()) {
            json.writeString(finding.in(Lang.EN));
        }
        json.writeEndArray();
    }

    /// JSON has no infinity; what is not finite is null.
    private static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeName(name).writeNumber(Figures.exact(value));
        } else {
            json.writeNullProperty(name);
        }
    }
}
