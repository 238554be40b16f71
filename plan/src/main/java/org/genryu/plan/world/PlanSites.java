package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.core.Text;

/// Where does what a plan has chosen stand? At the places of the processes that an option builds; where it builds
/// none, in the country that the case gives it.
///
/// @param sites by what is spent there, the most first
/// @param nowhere chosen options of which no place is known
public record PlanSites(List<Site> sites, List<Plan.Verdict> nowhere) {
    /// @param name of the place
    /// @param longitude [degrees east]
    /// @param latitude [degrees north]
    /// @param spent there; the cost of an option that builds at several places in equal parts [currency]
    /// @param options that stand there
    public record Site(Text name, double longitude, double latitude, double spent, List<Plan.Verdict> options) {}

    public PlanSites {
        sites = List.copyOf(sites);
        nowhere = List.copyOf(nowhere);
    }

    public static PlanSites of(CaseFile file, Plan plan) {
        Map<Integer, List<Plan.Verdict>> at = new LinkedHashMap<>();
        Map<Integer, Double> spent = new LinkedHashMap<>();
        List<Plan.Verdict> nowhere = new ArrayList<>();
        for (Plan.Verdict one : plan.options()) {
            if (one.chosen()) {
                int[] places = places(file, one.option());
                for (int place : places) {
                    at.computeIfAbsent(place, _ -> new ArrayList<>()).add(one);
                    spent.merge(place, one.cost() / places.length, Double::sum);
                }
                if (places.length == 0) {
                    nowhere.add(one);
                }
            }
        }
        CaseTable table = file.table("places");
        List<Site> sites = new ArrayList<>();
        at.forEach((place, options) -> sites.add(new Site(
                PlanInputs.name(table, place, table.id(place)),
                table.numbers("lon").values()[place],
                table.numbers("lat").values()[place],
                spent.getOrDefault(place, 0.0),
                options)));
        sites.sort(Comparator.comparingDouble(Site::spent)
                .reversed()
                .thenComparing(site -> site.name().en()));
        return new PlanSites(sites, nowhere);
    }

    /// Rows of places of which it is known where they lie.
    private static int[] places(CaseFile file, PlanOption option) {
        CaseTable processes = file.table("processes");
        CaseTable places = file.table("places");
        IntStream rows = option.builds().isEmpty()
                ? IntStream.of(places.row(option.country()))
                : option.builds().stream()
                        .mapToInt(processes::row)
                        .filter(row -> row >= 0)
                        .map(row -> processes.references("place")[row]);
        return rows.filter(row -> row >= 0
                        && places.numbers("lat").given(row)
                        && places.numbers("lon").given(row))
                .distinct()
                .toArray();
    }
}
