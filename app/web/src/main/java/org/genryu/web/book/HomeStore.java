package org.genryu.web.book;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.report.write.Html;
import org.genryu.store.KeptChange;
import org.genryu.store.StoreFailure;
import org.genryu.web.http.WebCall;
import org.genryu.web.page.WebDesk;

/// The store of the workbench, opened for each look at it and each change of it, since workers write to it too.
final class HomeStore {
    private HomeStore() {}

    /// Who changes something, when, why and resting on what.
    static KeptChange.Reason reason(WebDesk desk, WebCall call, String why, String cites) {
        return new KeptChange.Reason(
                desk.clock().instant().toString(), call.visitor().name(), why, cites);
    }

    /// What a page does with the store; what the store would not do becomes a refusal in its own words.
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException, WebCall.Refused;
    }

    static <T> T told(Work<T> work) throws IOException, WebCall.Refused {
        try {
            return work.done();
        } catch (StoreFailure lost) {
            throw new WebCall.Refused(lost.writing() ? 503 : 500, lost.why());
        }
    }

    /// A field that must be filled in.
    static String needed(WebCall call, String field, Text name) throws WebCall.Refused {
        Optional<String> given = call.field(field);
        if (given.isEmpty()) {
            throw new WebCall.Refused(
                    422, new Text(name.en() + " is missing; a change keeps it.", name.ja() + "を記入してください。変更とともに残します。"));
        }
        return given.get();
    }

    /// Findings on a page, each in a line.
    static void findings(Html html, WebCall call, List<Finding> findings) {
        findings.forEach(one -> html.leaf("p", one.in(call.lang()), "class", "warn", "role", "alert"));
    }
}
