package org.genryu.web.told;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.genryu.core.Lang;
import org.genryu.results.ResultFolder;
import org.genryu.web.job.JobFolder;

/// The pages that jobs have written, taken apart once; those asked for last are kept in memory.
///
/// Thread-safe.
public final class ToldPages {
    private static final int MOST = 48;

    private final Map<String, ToldPage> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    /// The page of a job that is done, in one language.
    public ToldPage of(JobFolder job, Lang lang) throws IOException {
        String key = job.id() + lang;
        synchronized (this) {
            ToldPage known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        ToldPage page = ToldPage.read(job.out().resolve(ResultFolder.page(lang)), address(job.id(), lang));
        synchronized (this) {
            kept.put(key, page);
            while (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return page;
    }

    /// Under which the files of a page are asked for.
    public static String address(String job, Lang lang) {
        return "/jobs/" + job + "/files/" + lang.name().toLowerCase(Locale.ROOT) + "/";
    }
}
