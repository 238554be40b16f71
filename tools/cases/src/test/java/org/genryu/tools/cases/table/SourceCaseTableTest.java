package org.genryu.tools.cases.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Tables of the case while they are made. Rung: by hand.
class SourceCaseTableTest {
    private static final SourceRow ROW = new SourceRow(
            "gas_places.csv:2",
            Map.of("place", "sea-port", "lat", "035.50", "depth", "14", "port", "", "source", "a;b", "note", "deep"));

    @Test
    void columnsMustStandInTheOrderOfTheSchemaAndBlankOnesBeLeftOut() {
        SourceCaseTable table = SourceCaseTable.of("prices");
        table.row().put("note", "x").put("price", 1234.567891).put("commodity", "lng");
        table.row().put("commodity", "gas").put("price", Optional.empty());
        assertThat(table.csv()).isEqualTo("commodity,price,note\nlng,1234.5679,x\ngas,,\n");
    }

    @Test
    void whatStandsInTheSourceAsInTheCaseMustBeCopiedWhole() {
        assertThat(SourceCaseTable.copied("places", List.of(ROW)).csv())
                .isEqualTo("place,lat,source,note\nsea-port,35.5,a;b,deep\n");
    }

    @Test
    void namedCellsAndTheCitationMustBeCopiedUnderTheirNames() {
        SourceCaseTable table = SourceCaseTable.of("places");
        table.row().copy(ROW, "place", "lat").cite(ROW);
        assertThat(table.csv())
                .isEqualTo(SourceCaseTable.copied("places", List.of(ROW)).csv());
    }

    @Test
    void rowsOfSeveralChainsMustBeJoinedInTheirOrder() {
        SourceCaseTable one = SourceCaseTable.of("prices");
        one.row().put("commodity", "lng").put("price", 2);
        SourceCaseTable two = SourceCaseTable.of("prices");
        two.row().put("place", "JP").put("commodity", "gas");
        SourceCaseTable both = SourceCaseTable.joined("prices", List.of(one, two));
        assertThat(both.fill("note", row -> row.cell("commodity") + "!").csv())
                .isEqualTo("place,commodity,price,note\n,lng,2,lng!\nJP,gas,,gas!\n");
    }

    @Test
    void whatTheSchemaDoesNotKnowMustBeRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceCaseTable.of("ports"))
                .withMessage("Table 'ports' is not in the schema.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceCaseTable.of("prices").row().put("cost", 1))
                .withMessage("Table prices has no column 'cost'.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SourceCaseTable.of("prices").row().put("price", 1).put("price", 2))
                .withMessageStartingWith("Table prices: 'price' is put twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceCaseTable.joined("prices", List.of(SourceCaseTable.of("routes"))))
                .withMessage("Table prices: rows of routes do not belong there.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceCaseTable.of("prices").row().put("price", Double.NaN))
                .withMessage("A number of the case is NaN; it must be finite.");
    }
}
