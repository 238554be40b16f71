package org.genryu.web.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.evidence.claim.JsonTree;
import org.genryu.results.RunManifest;
import org.genryu.store.StoreAddress;
import org.genryu.web.http.Imprint;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobQuestion;
import org.genryu.web.link.ViewState;
import org.genryu.web.told.ToldPages;
import org.genryu.web.world.CaseShelf;
import org.genryu.web.world.KnownCase;

/// What all pages work with.
///
/// @param home the folder of the workbench
/// @param store of what people change: cases, claims, the register
/// @param jobs long work
/// @param cases that it knows
/// @param told the pages that jobs have written
/// @param clock for histories; no result depends on it
/// @param version of the program
public record WebDesk(
        Path home, StoreAddress store, JobDesk jobs, CaseShelf cases, ToldPages told, Clock clock, String version) {
    private static final String SCENARIO = "--scenario";
    private static final JsonTree NOTHING = new JsonTree(Map.of());

    /// The case of the address.
    public KnownCase chosen(WebCall call) throws WebCall.Refused {
        String reference =
                call.setting(ViewState.CASE).orElseGet(() -> cases.first().id());
        return cases.find(reference).orElseThrow(() -> WebCall.Refused.notFound(WebPhrases.NO_CASE.text()));
    }

    /// What an export of a case says about itself.
    public Imprint imprint(KnownCase of) {
        return new Imprint(
                of.id() + "@" + of.hash(),
                Imprint.NONE,
                Imprint.NONE,
                today(),
                Imprint.NONE,
                of.file().label());
    }

    /// The same of the answer of a job: as its record tells it, else as the case that it is about.
    public Imprint imprint(Job job) throws IOException {
        Path record = job.folder().out().resolve(RunManifest.NAME);
        JsonTree told =
                Files.exists(record) ? JsonTree.read(Files.readString(record)).orElse(NOTHING) : NOTHING;
        Optional<KnownCase> about = cases.all().stream()
                .filter(one -> one.hash().equals(job.question().subject()))
                .findFirst();
        String id = told.text("case")
                .or(() -> about.map(KnownCase::id))
                .map(one -> one + "@")
                .orElse("");
        List<String> typed = job.question().typed();
        int at = typed.indexOf(SCENARIO) + 1;
        return new Imprint(
                id + job.question().subject(),
                told.text("scenario").orElse(at > 0 && at < typed.size() ? typed.get(at) : Imprint.NONE),
                job.id(),
                LocalDate.ofInstant(job.asked(), ZoneOffset.UTC),
                shown(typed),
                told.text("label")
                        .or(() -> about.map(one -> one.file().label()))
                        .orElse(""));
    }

    /// The same of what people have kept, which is of no one case.
    public Imprint imprint(String of) {
        return new Imprint(of, Imprint.NONE, Imprint.NONE, today(), Imprint.NONE, "");
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// A question as people may see it: files of the home folder without the way to it.
    public String shown(List<String> words) {
        String folder = home.toAbsolutePath().normalize() + File.separator;
        return "genryu " + String.join(" ", words).replace(folder, "");
    }

    /// Asks a command about a case; its kept answer, or a job.
    public Job ask(KnownCase about, String command, String... words) throws IOException {
        return ask(about, command, List.of(words));
    }

    public Job ask(KnownCase about, String command, List<String> words) throws IOException {
        return jobs.ask(question(about, command, words), clock.instant());
    }

    /// The same for what nobody waits for yet.
    public Job prepare(KnownCase about, String command, String... words) throws IOException {
        return jobs.prepare(question(about, command, List.of(words)), clock.instant());
    }

    /// Refuses to stop what somebody else waits for too, unless the route lets who asks.
    public void mayCancel(WebCall call, Job job) throws WebCall.Refused {
        call.must(job.isOwn(call.visitor().name()), WebPhrases.OTHERS.text());
    }

    private static JobQuestion question(KnownCase about, String command, List<String> words) {
        return new JobQuestion(command, about.hash(), about.argument(), new ArrayList<>(words));
    }
}
