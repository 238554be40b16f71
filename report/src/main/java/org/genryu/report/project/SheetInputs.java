package org.genryu.report.project;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.write.FigureTable;
import org.genryu.value.project.SheetFigure;
import org.genryu.value.project.TermSheet;
import org.genryu.value.project.TermSheet.Entry;
import org.genryu.value.project.TermSheet.Part;

/// Every number that the sheet gives, with its line, source and note: what a reader checks first.
///
/// @param figures in the order of the sheet
public record SheetInputs(List<SheetFigure> figures) {
    private static final String ASSUMPTION = "assumption";

    public SheetInputs {
        figures = List.copyOf(figures);
    }

    public static SheetInputs of(TermSheet sheet) {
        List<SheetFigure> found = new ArrayList<>();
        collect(sheet.root(), found);
        return new SheetInputs(found);
    }

    private static void collect(Part part, List<SheetFigure> found) {
        for (Entry entry : part.entries().values()) {
            switch (entry) {
                case Entry.Number(SheetFigure figure) -> found.add(figure);
                case Entry.Numbers(List<SheetFigure> figures, int _) -> found.addAll(figures);
                case Entry.Shares(var figures, int _) -> found.addAll(figures.values());
                case Entry.Section(Part inner) -> collect(inner, found);
                case Entry.Sections(List<Part> inner) -> inner.forEach(one -> collect(one, found));
                case Entry.Triples(var triples) -> triples.forEach(triple -> found.add(triple.value()));
                case Entry.Word _, Entry.Titled _, Entry.Month _, Entry.Unread _ -> {}
            }
        }
    }

    /// How many numbers rest on an assumption.
    public long assumed() {
        return figures.stream().filter(SheetInputs::assumed).count();
    }

    /// How many numbers say whose they are.
    public long sourced() {
        return figures.stream()
                .filter(figure -> figure.origin().source().isPresent() && !assumed(figure))
                .count();
    }

    private static boolean assumed(SheetFigure figure) {
        return figure.origin().source().filter(ASSUMPTION::equals).isPresent();
    }

    FigureTable sheet(Lang lang) {
        FigureTable sheet = new FigureTable(
                "inputs",
                5,
                new Text("key", "項目").in(lang),
                new Text("as written", "記載").in(lang),
                new Text("line", "行").in(lang),
                new Text("source", "出典").in(lang),
                new Text("note", "備考").in(lang));
        for (SheetFigure figure : figures) {
            SheetFigure.Origin origin = figure.origin();
            sheet.row(
                    FigureTable.word(origin.key()),
                    FigureTable.word(origin.written()),
                    FigureTable.word(Integer.toString(origin.line())),
                    FigureTable.word(origin.source().orElse("")),
                    FigureTable.word(origin.note().orElse("")));
        }
        return sheet;
    }
}
