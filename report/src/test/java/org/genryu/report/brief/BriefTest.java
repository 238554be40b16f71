package org.genryu.report.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genryu.balance.Balance;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.Sample;
import org.genryu.report.SampleWorld;
import org.genryu.results.RunResult;
import org.junit.jupiter.api.Test;

/// Rung: by hand, word for word.
class BriefTest {
    private static String said(Brief brief, Lang lang) {
        return Stream.concat(
                        brief.title().stream(),
                        brief.parts().stream()
                                .flatMap(part ->
                                        part.lines().stream().map(line -> part.head() + " | " + line.all(lang))))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theBaseCaseMustBeToldWordForWord() {
        Sample sample = SampleWorld.make();
        assertThat(said(Brief.of(sample.run(), sample.balance(), Lang.EN), Lang.EN))
                .isEqualTo("""
                Sample case: base case, 2025 to 2030
                Depends on | Japan, 2025: Dysprosium oxide, 81% made in China · NdPr oxide 88% Malaysia
                Depends on | United States, 2025: NdFeB magnet, 83% made in China
                Depends on | Behind the first, for United States, by origin of the Neodymium: mined in China 75%, mined in Myanmar 14%, mined in United States 9.7%; 100% passed through China
                Runs short | Short of an amount that is fixed: NdFeB magnet for electric-car motors, Japan: 10% (3,000 t, 2030)
                Runs short | The price keeps no use from more than 1% of what it wants
                Prices | 2025 to 2030: NdFeB magnet, Japan $62,000 → $121,000/t · NdPr oxide, Japan $78,000 → $101,000/t · Dysprosium oxide, Japan $420,000 → $690,000/t (anywhere from $600,000/t to $800,000/t) · Rare-earth ore, United States $7,800 → $8,300/t · Cerium oxide, United States $900 → $760/t
                Money | Users pay $1,000 over all periods, discounted: costs $600, rents $390, unexplained by the base year $10
                How sure | Base year 2025: 4 of 9 observed figures met within 1%, 1.3% of their sum is missed · unexplained 1.0% of what users pay · 1 of 3 published figures left aside come out within tolerance · rows that are assumptions: 1, unverified: 1 · 144 of 156 prices are one number, the others open · proved best for these numbers, not a forecast
                """.stripTrailing());
        assertThat(said(Brief.of(sample.run(), sample.balance(), Lang.JA), Lang.JA))
                .isEqualTo("""
                見本ケース：基準ケース（2025年〜2030年）
                依存先 | 日本（2025年）：酸化ジスプロシウムの81%が中国製 · ネオジム・プラセオジム酸化物 88% マレーシア
                依存先 | 米国（2025年）：ネオジム磁石の83%が中国製
                依存先 | 先頭の品目の背後（米国、ネオジムの由来）：中国で採掘 75%、ミャンマーで採掘 14%、米国で採掘 9.7%。100%が中国を経由
                不足 | 量の決まった用途の不足：日本のネオジム磁石（EVモーター）10%（3,000トン、2030年）
                不足 | 価格のために必要量の1%超を控える用途はない
                価格 | 2025年 → 2030年：日本のネオジム磁石 62,000 → 121,000ドル/トン · 日本のネオジム・プラセオジム酸化物 78,000 → 101,000ドル/トン · 日本の酸化ジスプロシウム 420,000 → 690,000ドル/トン（600,000ドル/トン〜800,000ドル/トンの幅） · 米国の希土類鉱石 7,800 → 8,300ドル/トン · 米国の酸化セリウム 900 → 760ドル/トン
                金額 | 全期間の利用者の支払（割引後）1,000ドル：費用600ドル、レント390ドル、基準年で説明できない分10ドル
                確かさ | 基準年2025年：観測値9件のうち4件を1%以内で再現、差は合計の1.3% · 説明できない分は支払額の1.0% · 較正に使わなかった公表値3件のうち許容範囲内は1件 · 仮定の行は1件、未検証は1件 · 価格156件のうち一点に定まるのは144件 · この数値に対する最適を証明済み。予測ではない
                """.stripTrailing());
    }

    /// In the second year lasers get nothing instead of 20 t, glass 6 t instead of 10 t; a ton costs 900 instead of
    /// 100.
    @Test
    void aScenarioMustBeToldAgainstTheBaseCase() {
        Balance base =
                oxide(20, 10).price("jp", "dy-oxide", 100).country("JP", 30, 50).balance();
        Sample now = oxide(0, 6)
                .price("jp", "dy-oxide", new double[] {100, 900}, new double[] {100, 850}, new double[] {100, 950})
                .country("JP", 30, 20);
        RunResult run = now.run()
                .with(new RunResult.Beside(Optional.of(new Text("No oxide", "酸化物の停止")), List.of(), Optional.of(base)));
        assertThat(said(Brief.of(run, now.balance(), Lang.EN), Lang.EN)).isEqualTo("""
                What if: No oxide
                Sample case, 2026 to 2027, against the base case
                Runs short | Nothing left, against the base case: Dysprosium oxide for lasers, Japan: 100% (20 t, 2027)
                Runs short | Less than in the base case: Dysprosium oxide for glass, Japan: 40% (4 t, 2027)
                Prices | Base case → now: Dysprosium oxide, Japan $100 → $900/t (2027, 9 times, anywhere from $850/t to $950/t)
                Money | Welfare over all periods, discounted: the world gains $0 · Japan loses $30
                Depends on | Japan, 2026: Dysprosium oxide, 100% made in China
                How sure | Not fitted to an observed base year · rows that are assumptions: 0, unverified: 0 · 3 of 4 prices are one number, the others open · proved best for these numbers, not a forecast
                """.stripTrailing());
        assertThat(said(Brief.of(run, now.balance(), Lang.JA), Lang.JA)).isEqualTo("""
                もし：酸化物の停止
                見本ケース（2026年〜2027年）、基準ケースとの比較
                不足 | 基準ケースに比べ皆無になるもの：日本の酸化ジスプロシウム（レーザー）100%（20トン、2027年）
                不足 | 基準ケースより減るもの：日本の酸化ジスプロシウム（ガラス）40%（4トン、2027年）
                価格 | 基準ケース → 今回：日本の酸化ジスプロシウム 100 → 900ドル/トン（2027年、9倍、850ドル/トン〜950ドル/トンの幅）
                金額 | 全期間の厚生（割引後）：世界の利得 0ドル · 日本の損失 30ドル
                依存先 | 日本（2026年）：酸化ジスプロシウムの100%が中国製
                確かさ | 観測された基準年には合わせていない · 仮定の行は0件、未検証は0件 · 価格4件のうち一点に定まるのは3件 · この数値に対する最適を証明済み。予測ではない
                """.stripTrailing());
    }

    private static Sample oxide(double lasers, double glass) {
        return new Sample(2026, 2027, "JP")
                .place("cn", "CN", "China", "中国")
                .place("jp", "JP", "Japan", "日本")
                .commodity("dy-oxide", "oxide", "Dysprosium oxide", "酸化ジスプロシウム")
                .recipe("separate", "dy-oxide", 1)
                .process("plant", "cn", "separate", 30, lasers + glass)
                .route("cn", "jp", "dy-oxide", 30, lasers + glass)
                .demand("jp", "lasers", "dy-oxide", new double[] {20, 20}, 20, lasers)
                .demand("jp", "glass", "dy-oxide", new double[] {10, 10}, 10, glass)
                .reactsToPrice("jp-glass");
    }
}
