package org.genryu.evidence.relation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.core.DataTable;
import org.genryu.evidence.amount.AmountBasis;
import org.genryu.evidence.amount.Bound;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.Claim.Kind;
import org.genryu.evidence.claim.Claim.Nature;
import org.genryu.evidence.text.Stretch;
import org.genryu.evidence.time.StatedPeriod;

/// Facts with their sources that come with the program, as claims: documents are compared with them as with each other.
/// The id of one is that of its row, and its quote says the fact and the source.
public final class References {
    private References() {}

    public static List<Claim> own() {
        List<Claim> found = new ArrayList<>();
        for (NamedCsvRecord row : DataTable.rows(References.class, "references.csv")) {
            found.add(claim(row));
        }
        return List.copyOf(found);
    }

    private static Claim claim(NamedCsvRecord row) {
        Kind kind = Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT));
        return new Claim(
                row.getField("id"),
                kind,
                row.getField("subject"),
                row.getField("measure"),
                row.getField("scope"),
                Nature.valueOf(row.getField("nature").toUpperCase(Locale.ROOT)),
                kind == Kind.AMOUNT ? Optional.of(quantity(row)) : Optional.empty(),
                kind == Kind.STATUS ? Optional.of(row.getField("text")) : Optional.empty(),
                period(row),
                row.getField("to"),
                new Claim.Quote(row.getField("source"), new Stretch(0, 0, row.getField("text"))),
                List.of(),
                row.getField("source"),
                0.95,
                List.of(),
                Optional.empty());
    }

    private static Quantity quantity(NamedCsvRecord row) {
        BigDecimal value = new BigDecimal(row.getField("value"));
        OptionalDouble one = OptionalDouble.of(value.doubleValue());
        double grain = value.signum() == 0
                ? 0
                : BigDecimal.ONE
                                .scaleByPowerOfTen(-value.stripTrailingZeros().scale())
                                .doubleValue()
                        / 2;
        String content = row.getField("unit").equals("t/d") ? "mud" : "";
        return new Quantity(
                one,
                one,
                one,
                grain,
                row.getField("unit"),
                AmountBasis.valueOf(row.getField("basis").toUpperCase(Locale.ROOT)),
                Bound.NONE,
                false,
                content,
                Optional.empty());
    }

    private static Optional<StatedPeriod> period(NamedCsvRecord row) {
        if (row.getField("from").isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = LocalDate.parse(row.getField("from"));
        LocalDate to = LocalDate.parse(row.getField("to"));
        return Optional.of(new StatedPeriod(
                Optional.of(from),
                Optional.of(to),
                from.equals(to) ? StatedPeriod.Kind.INSTANT : StatedPeriod.Kind.CALENDAR,
                Optional.empty(),
                List.of(),
                Optional.empty()));
    }

    /// Whether a claim is one of these.
    public static boolean isReference(Claim claim) {
        return claim.id().startsWith("ref-");
    }
}
