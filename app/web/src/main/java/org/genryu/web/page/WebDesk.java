package org.genryu.web.page;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.genryu.store.StoreAddress;
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
    /// The case of the address.
    public KnownCase chosen(WebCall call) throws WebCall.Refused {
        String reference =
                call.setting(ViewState.CASE).orElseGet(() -> cases.first().id());
        return cases.find(reference).orElseThrow(() -> WebCall.Refused.notFound(WebPhrases.NO_CASE.text()));
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
