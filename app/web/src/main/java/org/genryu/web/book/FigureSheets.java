package org.genryu.web.book;

import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.web.http.ExportForm;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobState;
import org.genryu.web.page.WebDesk;

/// The table under a picture as a file for a spreadsheet.
final class FigureSheets {
    private static final Text NO_FILE = new Text("There is no such file here.", "そのようなファイルはありません。");

    private final WebDesk desk;

    FigureSheets(WebDesk desk) {
        this.desk = desk;
    }

    void file(WebCall call) throws Exception {
        Job job = desk.jobs()
                .job(call.parameter("id"))
                .filter(one -> one.state() instanceof JobState.Done)
                .orElseThrow(() -> WebCall.Refused.notFound(NO_FILE));
        Lang lang = call.parameter("lang").equals("ja") ? Lang.JA : Lang.EN;
        String name = call.parameter("name");
        String csv = Optional.ofNullable(
                        desk.told().of(job.folder(), lang).files().get(name))
                .orElseThrow(() -> WebCall.Refused.notFound(NO_FILE));
        if (call.setting("as").orElse("").equals("xlsx")) {
            call.export(desk.imprint(job), lang, name.replaceFirst("csv$", "xlsx"), new ExportForm.Sheet(csv));
        } else {
            call.export(desk.imprint(job), lang, name, new ExportForm.ExcelCsv(csv));
        }
    }
}
