package org.genryu.evidence.amount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.text.Shadow;
import org.genryu.evidence.time.PeriodScanner;
import org.genryu.evidence.time.TimeFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// By hand: amounts as the press writes them.
class AmountScannerTest {
    static List<AmountMention> amounts(String text) {
        String shadow = Shadow.of(text).text();
        TimeFrame frame = TimeFrame.undated(LocalDate.of(2026, 1, 1));
        return AmountScanner.scan(shadow, PeriodScanner.taken(PeriodScanner.scan(shadow, frame)))
                .amounts();
    }

    /// `low..high unit basis`, the ends open where they are, and the bound in front where they are one number.
    static String shown(Quantity q) {
        String low = q.low().isPresent() ? NumberText.exact(q.low().getAsDouble()) : "";
        String high = q.high().isPresent() ? NumberText.exact(q.high().getAsDouble()) : "";
        String value = low.equals(high) ? low : low + ".." + high;
        String also = q.also().map(a -> " = " + shown(a)).orElse("");
        String content = q.content().isEmpty() ? "" : " " + q.content();
        return (q.bound().sign() + value + " " + q.unit()).strip()
                + content
                + (q.basis() == AmountBasis.YOY ? " yoy" : "")
                + (q.approx() ? " approx" : "")
                + also;
    }

    private static String shown(String text) {
        return String.join(
                " | ", amounts(text).stream().map(a -> shown(a.quantity())).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3兆6000億円; 3600000000000 JPY",
                "2兆5,000億円規模; 2500000000000 JPY",
                "1億2,345万6,789円; 123456789 JPY",
                "1.5百万; 1500000",
                "1.5百万1.5千20; 1501520",
                "1.2百万トン; 1200000 t",
                "百二十三万四千五百六十七; 1234567",
                "百2十3万4千5百6十7; 1234567",
                "七〇〇万; 7000000",
                "9.3万円; 93000 JPY",
                "三人以上; >=3.. person",
                "三人以下; <=..3 person",
                "100億円超; >10000000000.. JPY",
                "50%以上; >=50.. %",
                "▲5.3%; -5.3 %",
                "△3.2%; -3.2 %",
                "前年比12.5%減; -12.5 % yoy",
                "前年同月比で2割増; 20 % yoy",
                "1トン当たり5万ドル; 50000 USD/t",
                "日量100万バレル; 1000000 bbl/d",
                "百万BTU当たり12ドル; 12 USD/MMBtu",
                "10億ドル(約1500億円); 1000000000 USD = 145000000000..155000000000 JPY approx",
                "十万二千五百円; 102500 JPY",
                "１．２万３４５．６７; 12345.67",
                "一千七百〇八; 1708",
                "時速50km～60km; 50000..60000 m/h",
                "世界50カ国から3000人; 50 country | 3000 person",
                "約3兆円; 2500000000000..3500000000000 JPY approx",
                "100億円弱; 9000000000..10000000000 JPY approx",
                "100億円強; 10000000000..11000000000 JPY approx",
                "500年分の埋蔵量; 500 yr",
                "この4月から3ヶ月間; 3 month",
                "5対5の利益配分; 1 1",
                "半減; -50 %",
                "3倍; 3 1",
                "数億ドルの資金; 100000000..900000000 USD",
                "十数社以上; >=11.. company",
                "数十社; 10..90 company",
                "1年半; 1.5 yr",
                "47%から87%の銅; 47..87 %",
                "3～5億円; 300000000..500000000 JPY",
                "1,000トン(REO); 1000 t REO",
                "需要の4分の1以上; >=25.. %",
                "警察官1万8千人を動員; 18000 person",
                "1日あたり350トンのレアアース含有堆積物; 350 t/d mud",
                "1ドル=150円; 150 JPY/USD",
                "1キロワット当たり5万円; 50000 JPY/kW",
                "1日350トン; 350 t/d",
                "10年以上前から; >=10.. yr",
                "銅は0.8%反落した; -0.8 %",
                "シェアを8%失った; -8 %",
                "0.9メートル水位が下がった; -0.9 m",
                "3日続落した; 3 d",
                "1.25ドル(1.8%)安の66.15ドル; -1.25 USD | -1.8 % | 66.15 USD",
                "前日比▲1.8ドル; -1.8 USD",
                "減少率は3%から5%に広がった; -3 % | -5 %",
                "1kWh18円; 18 JPY/kWh",
                "1ポンド=195円; 195 JPY/GBP",
                "1ポンド82ドル; 82 USD/lb",
                "前期比-3.4%、利益は同+12.1%; -3.4 % yoy | 12.1 % yoy",
                "1平方メートル当たり月4,500円; 4500 JPY/m2/month",
                "5,000t/月; 5000 t/month",
                "千分の一; 0.1 %",
                "LCE換算で46万トン; 460000 t LCE",
                "数量は4%、金額は6%それぞれ減った; -4 % | -6 %",
                "売上高は450億円(前年比3.2%減)、利益は45億円(同12%増); 45000000000 JPY | -3.2 % yoy | 4500000000 JPY | 12 % yoy",
                "5から7億ドルに増えた; 500000000 USD | 700000000 USD",
                "2・5倍; 2.5 1",
                "0・3%減った; -0.3 %",
                "1億数千万円; 110000000..190000000 JPY",
                "百数十億円; 11000000000..19000000000 JPY",
                "3兆5千数百億円; 3510000000000..3590000000000 JPY",
                "百万分の一; 0.0001 %",
                "3割五分上がり; 35 %",
                "12%弱かった; 12 %"
            })
    void japaneseMustBeReadAsItIsMeant(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "USD 5.5 billion; 5500000000 USD",
                "$550 billion; 550000000000 USD",
                "US$8.5bn; 8500000000 USD",
                "$3.5m; 3500000 USD",
                "A$200 million; 200000000 AUD",
                "12 million tonnes; 12000000 t",
                "1.2 Mt of REO; 1200000 t REO",
                "$110/kg; 110 USD/kg",
                "$12 per MMBtu; 12 USD/MMBtu",
                "5,000 tonnes a year; 5000 t/yr",
                "1 million barrels per day; 1000000 bbl/d",
                "at least 50%; >=50.. %",
                "more than 90 percent; >90.. %",
                "up to 1 Mtpa; <=..1000000 t/yr",
                "between 5 and 7 percent; 5..7 %",
                "$3-5 billion; 3000000000..5000000000 USD",
                "10 to 15 tonnes; 10..15 t",
                "about 3 billion yen; 2500000000..3500000000 JPY approx",
                "nearly 100 companies; 90..100 company approx",
                "fell 12.5% year on year; -12.5 % yoy",
                "a 20% increase; 20 %",
                "a 7 percent decline; -7 %",
                "fell to 5%; 5 %",
                "two million tonnes; 2000000 t",
                "hundreds of millions of dollars; 100000000..900000000 USD",
                "two-thirds of output; 66.66667 %",
                "17 elements; 17 element",
                "a 20-year contract; 20 yr",
                "2.5 GW; 2500000000 W",
                "several hundred tonnes; 100..900 t",
                "2.5m tonnes; 2500000 t",
                "a depth of 2.5 m; 2.5 m",
                "₹7,280 crore; 72800000000 INR",
                "JPY 1.2 trln; 1200000000000 JPY",
                "RMB 1 million; 1000000 CNY",
                "11.3 Bcf/d; 11300000000 cf/d",
                "0.8 mb/d; 800000 bbl/d",
                "62.5 $/kg; 62.5 USD/kg",
                "rose sevenfold; 7 1",
                "plus or minus 15%; 15 %",
                "Sales were off 8%; -8 %",
                "sold off 30% of it; 30 %",
                "The decline widened from 3% to 5%; -3 % | -5 %",
                "by roughly a quarter; 24.375..25.625 % approx",
                "450 '000 t; 450000 t",
                "('000 t) was 450; ''",
                "300 kT; 300000 t",
                "20 MMT; 20000000 t",
                "2.1 tcm; 2100000000000 m3",
                "320 MMboe; 320000000 boe",
                "a discount of $4 a barrel; -4 USD/bbl",
                "missed the plan by 3,000 tonnes; -3000 t",
                "3,000 tonnes below plan; -3000 t",
                "fell by 5 to 8 percent; -8..-5 %",
                "went from $3 to $4 million; 3000000 USD | 4000000 USD",
                "negative growth of 7%; -7 %",
                "gave back $320; -320 USD",
                "lost $2.1 over the week to $16.8; -2.1 USD | 16.8 USD",
                "chopped by $8 to $64; -8 USD | 64 USD",
                "wrote $89bn off its mine; 89000000000 USD",
                "gone up to $17; 17 USD"
            })
    void englishMustBeReadAsItIsMeant(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "080-6006-4451",
                "ver2.3.4",
                "1.2.2 2-2-2",
                "一体それがどうした。九州。四国。",
                "田中京一",
                "京・京",
                "13/13",
                "経済版2+2の推進",
                "G7",
                "第1部に書いた",
                "3. JOGMECおよびJBICを活用した",
                "第 2 のポイント",
                "5Gスマホ",
                "三位一体",
                "千載一遇のチャンス",
                "COVID-19",
                "大正15年",
                "2010年",
                "▲500億円",
                "価格.5の",
                "(単位:百万円)",
                "百分率",
                "Tier 2 companies",
                "US Patent 6,123,456",
                "1,23円",
                "健二氏",
                "https://example.org/2025/12000t"
            })
    void whatIsNoAmountMustNotBecomeOne(String text) {
        assertThat(shown(text)).isEmpty();
    }

    @Test
    void whatIsRefusedMustSayWhy() {
        assertThat(AmountScanner.scan("▲500億円").refused())
                .singleElement()
                .satisfies(no -> assertThat(no.reason().en()).startsWith("▲ and △ mean minus"));
        assertThat(AmountScanner.scan("1,23円").refused())
                .singleElement()
                .satisfies(no -> assertThat(no.reason().ja()).isEqualTo("コンマは三桁ごとの区切りにしか使えません。"));
    }

    @Test
    void whatIsDoubtfulMustGoToReview() {
        assertThat(amounts("5,000 tons").getFirst().doubt().orElseThrow().en()).startsWith("'ton' may be");
        for (String text : new String[] {
            "営業利益は▲12億円",
            "Orders were 20%, or ¥3.5bn, short of plan.",
            "10kg当たり640ドル",
            "数量は3.7%、金額は5%減った",
            "performs 15% worse",
            "輸出は12%しなびた",
            "輸出は12%尻すぼんだ",
            "減産の規模は12%に達した",
            "gave up 12%",
            "薬品代を35%、工程を9段階に縮める",
            "ピークから6割値を消した",
            "出荷の5割を失い",
            "plunged 24.7% by value, though just 3.4% by number",
            "saves 35% on chemicals",
            "wobbled 12%",
            "came up 12% short",
            "took a 12% haircut",
            "4 times lower",
            "20 mt of LNG",
            "450 mb/d"
        }) {
            assertThat(amounts(text)).as(text).anyMatch(one -> one.doubt().isPresent());
        }
        assertThat(amounts("down 3.7% by volume and 21.9% by value").getLast().doubt())
                .isPresent();
        for (String text :
                new String[] {"資本の12%を占めた", "輸出は12%伸びた", "12%出資した", "averaged 12%", "bought 12% of it", "climbed 12%"
                }) {
            assertThat(amounts(text)).as(text).allMatch(one -> one.doubt().isEmpty());
        }
        assertThat(amounts("down 3.7% by volume and up 21.9% by value")
                        .getLast()
                        .doubt())
                .isEmpty();
        assertThat(amounts("grew from 5% to 10%").stream()
                                .anyMatch(a -> a.doubt().isPresent())
                        || amounts("grew from 5% to 10%").size() == 2)
                .isTrue();
    }
}
