package org.genryu.evidence.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.core.number.ReadText;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.Newsroom;
import org.junit.jupiter.api.Test;

/// By hand: the number that claims make.
class PoolingTest {
    private static final List<Claim> THREE =
            Newsroom.claims("豪州の生産量は10トンだった。", "豪州の生産量は12トンだった。", "豪州の生産量は約20トンだった。").stream()
                    .filter(claim -> claim.quantity().isPresent())
                    .toList();

    private static String read(Pooling rule, List<Claim> claims) {
        return rule.of(claims).found().orElse("refused");
    }

    @Test
    void everyRuleMustMakeItsNumber() {
        assertThat(read(Pooling.SINGLE, THREE.subList(0, 1))).isEqualTo("10 t");
        assertThat(read(Pooling.MEDIAN, THREE)).isEqualTo("12 t");
        assertThat(read(Pooling.MEDIAN, THREE.subList(0, 2))).isEqualTo("11 t");
        assertThat(read(Pooling.HULL, THREE)).isEqualTo("10..25 t");
        // h = 0.01, 0.012 and 5: (10·10⁴ + 12·6944.4 + 20·0.04)/(16944.5)
        assertThat(Double.parseDouble(read(Pooling.PRECISE, THREE).replace(" t", "")))
                .isCloseTo(
                        (10 / 1e-4 + 12 / 1.44e-4 + 20 / 25.0) / (1 / 1e-4 + 1 / 1.44e-4 + 1 / 25.0),
                        org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void whatCannotBePooledMustSayWhy() {
        assertThat(Pooling.SINGLE.of(THREE)).isInstanceOf(ReadText.Refused.class);
        List<Claim> bound = Newsroom.claims("中国が80%以上の精製を担う。").stream()
                .filter(claim -> claim.quantity().isPresent())
                .toList();
        assertThat(read(Pooling.SINGLE, bound)).isEqualTo("refused");
        List<Claim> mixed =
                List.of(THREE.getFirst(), Newsroom.claims("価格は5ドルだった。").getFirst());
        assertThat(read(Pooling.MEDIAN, mixed)).isEqualTo("refused");
    }

    @Test
    void unitsMustBeConverted() {
        List<Claim> kilograms = Newsroom.claims("豪州の生産量は14000キログラムだった。").stream()
                .filter(claim -> claim.quantity().isPresent())
                .toList();
        assertThat(read(Pooling.HULL, List.of(THREE.getFirst(), kilograms.getFirst())))
                .isEqualTo("10..14 t");
    }
}
