package org.genryu.value.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Text;
import org.genryu.core.name.NearNames;
import org.genryu.core.number.NumberText;
import org.genryu.core.number.ReadText;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;

/// What in a term sheet does not fit its case, in the words in which it is told: one method for each kind.
final class LinkFaults {
    private final String file;
    private final Project project;
    private final NearNames near = new NearNames();
    private final List<Finding> all = new ArrayList<>();

    LinkFaults(String file, Project project) {
        this.file = file;
        this.project = project;
    }

    /// By line.
    List<Finding> all() {
        return all.stream()
                .sorted(Comparator.comparingInt(f -> f.place().line()))
                .toList();
    }

    private void add(Severity severity, int line, String key, Text problem, Text cure) {
        String id = project.header().id();
        all.add(new Finding(
                severity,
                new Finding.Place(file, line, key),
                new Text("Project '" + id + "'", "プロジェクト「" + id + "」"),
                problem,
                Optional.of(cure)));
    }

    private Text cure(String word, List<String> known, Text otherwise) {
        return near.cure(word, known).orElse(otherwise);
    }

    void noProcess(String id, List<String> known) {
        String shown = ReadText.quotable(id);
        add(
                Severity.ERROR,
                project.header().builds().line(),
                "process",
                new Text(
                        "process is '" + shown + "'; it must be a process of the case.",
                        "process が「" + shown + "」です。ケースにある工程でなければなりません。"),
                cure(
                        id,
                        known,
                        new Text(
                                "a row is missing from processes.csv, or the project is not in the case and names no process.",
                                "processes.csv に行を書き足すか、ケースにないプロジェクトなら process を書かないでください。")));
    }

    void linkedToNothing() {
        add(
                Severity.NOTE,
                0,
                "process",
                new Text(
                        "it names no process and no market of the case; it is valued at its own prices alone.",
                        "ケースの工程も市場も示していません。シート自身の価格だけで評価します。"),
                new Text(
                        "`process: …`, or `of: commodity@place` in a price, is missing.",
                        "`process: …`、または価格に `of: 品目@地点` を書き足してください。"));
    }

    void noCommodity(int line, String product, List<String> known) {
        add(
                Severity.NOTE,
                line,
                "product",
                new Text(
                        "product '" + product + "' is no commodity of the case; its price is that of the sheet.",
                        "製品「" + product + "」はケースの品目ではありません。価格はシートのものを使います。"),
                cure(
                        product,
                        known,
                        new Text(
                                "`of: commodity@place` in its price names the market that is meant.",
                                "価格に `of: 品目@地点` を書くと市場を指定できます。")));
    }

    /// @param makers processes that make it, the nearest first
    void notMade(int line, String commodity, List<String> makers) {
        String named = String.join(", ", project.header().builds().processes());
        add(
                Severity.WARNING,
                line,
                "product",
                new Text(
                        "'" + commodity + "' is made by none of its processes (" + named
                                + "); a process of the project must make it.",
                        "「" + commodity + "」をつくる工程が process（" + named + "）にありません。プロジェクトの工程がつくる品目でなければなりません。"),
                makers.isEmpty()
                        ? new Text("no process of the case makes it.", "ケースにこの品目をつくる工程がありません。")
                        : new Text(
                                "`process: a;b` should name one more, such as " + String.join(", ", makers) + ".",
                                "`process: a;b` のように、" + String.join("、", makers) + " などを書き足してください。"));
    }

    void sharedPrice(PlantTerms.Product product, PlantTerms.Product first, String price) {
        add(
                Severity.WARNING,
                product.amount().origin().line(),
                "price",
                new Text(
                        "product '" + product.id() + "' shares price '" + price + "' with '" + first.id()
                                + "', whose market it takes; products of different markets must have prices of their own.",
                        "製品「" + product.id() + "」の価格「" + price + "」は「" + first.id()
                                + "」と共通で、その市場の価格になります。市場の異なる製品には別々の価格が必要です。"),
                new Text("a price of its own under `prices` is missing.", "`prices` にこの製品の価格を書き足してください。"));
    }

    private static String written(Project.Price price) {
        return ReadText.quotable(price.of());
    }

    void noMarketName(int line, Project.Price price) {
        add(
                Severity.ERROR,
                line,
                "of",
                new Text(
                        "price '" + price.name() + "' is of '" + written(price) + "'; it must be commodity@place.",
                        "価格「" + price.name() + "」の of が「" + written(price) + "」です。「品目@地点」でなければなりません。"),
                new Text("such as `of: ndpr-oxide@JP`.", "`of: ndpr-oxide@JP` のように書いてください。"));
    }

    void unknownCommodity(int line, Project.Price price, String word, List<String> known) {
        add(
                Severity.ERROR,
                line,
                "of",
                new Text(
                        "price '" + price.name() + "' is of '" + written(price)
                                + "'; what stands before @ must be a commodity of the case.",
                        "価格「" + price.name() + "」の of が「" + written(price) + "」です。@ の前はケースの品目でなければなりません。"),
                cure(word, known, new Text("a row is missing from commodities.csv.", "commodities.csv に行を書き足してください。")));
    }

    void unknownPlace(int line, Project.Price price, String word, List<String> known) {
        add(
                Severity.ERROR,
                line,
                "of",
                new Text(
                        "price '" + price.name() + "' is of '" + written(price)
                                + "'; what stands behind @ must be a place of the case.",
                        "価格「" + price.name() + "」の of が「" + written(price) + "」です。@ の後はケースの地点でなければなりません。"),
                cure(word, known, new Text("a row is missing from places.csv.", "places.csv に行を書き足してください。")));
    }

    void noMarket(int line, Project.Price price) {
        add(
                Severity.WARNING,
                line,
                "of",
                new Text(
                        "price '" + price.name() + "' is of '" + written(price)
                                + "', which nobody makes, uses, stores or moves there; it must be a market of the case.",
                        "価格「" + price.name() + "」の of が「" + written(price)
                                + "」ですが、そこでは誰も生産・使用・保管・輸送していません。ケースの市場でなければなりません。"),
                new Text("another place is meant.", "別の地点ではありませんか。"));
    }

    void unit(int line, PlantTerms.Product product, String commodity, String unit) {
        add(
                Severity.ERROR,
                line,
                "unit",
                new Text(
                        "product '" + product.id() + "' is counted in " + product.unit() + ", '" + commodity
                                + "' of the case in " + unit + "; both must measure the same.",
                        "製品「" + product.id() + "」の単位は " + product.unit() + "、ケースの「" + commodity + "」の単位は " + unit
                                + " です。同じ種類の量でなければなりません。"),
                new Text(
                        "the unit is wrong, or `trade_unit` and `heating_value` of commodities.csv are missing.",
                        "単位を直すか、commodities.csv の `trade_unit` と `heating_value` を書き足してください。"));
    }

    void noRate(SupplyCase.Money counted) {
        String own = project.header().money().toString();
        String other = counted.currency() + counted.priceYear();
        add(
                Severity.ERROR,
                0,
                "currency",
                new Text(
                        "it counts in " + own + ", the case in " + other + "; a rate between them must be given.",
                        "シートは " + own + "、ケースは " + other + " 建てです。換算率を与えなければなりません。"),
                new Text(
                        "`exchange: {" + project.header().money().currency() + ": …}` of case.yaml was forgotten.",
                        "case.yaml に `exchange: {" + project.header().money().currency() + ": …}` を書き足してください。"));
    }

    void moreThanCapacity(PlantTerms.Product product, double promised, double can, String unit) {
        String all = NumberText.number(promised) + " " + unit + "/yr";
        String most = NumberText.number(can) + " " + unit + "/yr";
        add(
                Severity.WARNING,
                product.amount().origin().line(),
                "amount",
                new Text(
                        "product '" + product.id() + "' is " + all + "; its processes can make " + most
                                + " at most, so sheet and case must not be added up.",
                        "製品「" + product.id() + "」は " + all + " ですが、工程がつくれるのは最大 " + most + " です。シートとケースを合算してはいけません。"),
                new Text(
                        "capacity in processes.csv or the amount of the sheet is of another plan.",
                        "processes.csv の capacity かシートの amount が別の計画のものではありませんか。"));
    }
}
