package org.genryu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;

/// A small sound case that every test of this module starts from:
///
/// ```text
/// mine (CN) ──ore──► port (JP) ──► town (JP)        smelt at port: ore 2 → metal 1
/// ```
public record Small(Map<String, String> files) {
    public static Small years() {
        return header("periods: {first: 2025, last: 2027, step: year}");
    }

    public static Small months() {
        return header("periods: {first: 2025-01, last: 2025-12, step: month}");
    }

    private static Small header(String periods) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "case.yaml",
                "id: small\ntitle: {en: Small, ja: 小}\ncurrency: USD\nprice_year: 2025\nhome: [JP]\nrival: [CN]\n"
                        + "discount_rate: 5 %\n" + periods + "\n");
        files.put("places.csv", "place,kind,country\nmine,site,CN\nport,port,JP\ntown,region,JP\n");
        files.put("commodities.csv", "commodity,unit,group\nore,t,rock\nmetal,t,pure\n");
        files.put("recipes.csv", "recipe,commodity,amount\ndig,ore,1\nsmelt,ore,-2\nsmelt,metal,1\n");
        files.put(
                "processes.csv",
                "process,place,recipe,capacity,cost,observed\npit,mine,dig,100,1,80\nworks,port,smelt,50,5,\n");
        files.put("straits.csv", "strait,name_en\nnarrows,The Narrows\n");
        files.put(
                "routes.csv",
                "route,from,to,commodity,cost,capacity,via,observed\nsea,mine,port,ore,2,120,narrows,80\nrail,port,town,*,1,,,\n");
        files.put("demands.csv", "demand,place,use,commodity,amount,shortage_cost\nmotors,town,motor,metal,30,1000\n");
        files.put("stores.csv", "store,place,commodity,capacity,level\nyard,port,ore,40,10\n");
        return new Small(files);
    }

    public Small with(String file, String text) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(file, text);
        return new Small(more);
    }

    public Small scenario(String body) {
        return with("scenarios/s.yaml", "id: s\n" + body);
    }

    public Outcome<CaseFile> read() {
        return CaseReader.readText(files);
    }

    public CaseFile file() {
        Outcome<CaseFile> read = read();
        assertThat(texts(read, Lang.EN)).isEmpty();
        return read.value().orElseThrow();
    }

    public Outcome<ResolvedCase> resolve() {
        CaseFile file = read().clean().orElseThrow(() -> new AssertionError(texts(read(), Lang.EN)));
        return CaseResolver.resolve(file, file.scenario("s"));
    }

    public ResolvedCase resolved() {
        Outcome<ResolvedCase> outcome = resolve();
        assertThat(texts(outcome, Lang.EN)).isEmpty();
        return outcome.value().orElseThrow();
    }

    public List<String> findings(Lang lang) {
        return texts(read(), lang);
    }

    public static List<String> texts(Outcome<?> outcome, Lang lang) {
        return outcome.findings().stream().map((Finding f) -> f.in(lang)).toList();
    }

    /// Values of a grid's row by period.
    public static double[] row(PeriodColumn grid, int row, int periods) {
        double[] values = new double[periods];
        for (int t = 0; t < periods; t++) {
            values[t] = grid.at(row, t);
        }
        return values;
    }

    public Optional<Scenario> scenario() {
        return file().scenario("s");
    }
}
