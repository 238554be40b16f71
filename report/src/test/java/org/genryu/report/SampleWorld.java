package org.genryu.report;

import java.util.List;
import java.util.Map;
import org.genryu.results.Evidence;
import org.genryu.results.RowId;

/// A made-up rare-earth world, wide enough to show every section of the page: eight countries, five stages,
/// recycling, a stock, a third country, a shortage, a negative price, an interval without an upper end.
///
///   ore (cn us au mm) -> oxide (cn my) -> metal (cn jp) -> magnet (cn jp vn) -> motors (jp us de cn)
public final class SampleWorld {
    private SampleWorld() {}

    public static Sample make() {
        Sample s = new Sample(2025, 2030, "JP", "US");
        for (String[] p : List.of(
                new String[] {"cn", "CN", "China", "中国"},
                new String[] {"jp", "JP", "Japan", "日本"},
                new String[] {"us", "US", "United States", "米国"},
                new String[] {"au", "AU", "Australia", "オーストラリア"},
                new String[] {"mm", "MM", "Myanmar", "ミャンマー"},
                new String[] {"my", "MY", "Malaysia", "マレーシア"},
                new String[] {"vn", "VN", "Viet Nam", "ベトナム"},
                new String[] {"de", "DE", "Germany", "ドイツ"})) {
            s.place(p[0], p[1], p[2], p[3]);
        }
        s.commodity("re-ore", "ore", "Rare-earth ore", "希土類鉱石")
                .commodity("ndpr-oxide", "oxide", "NdPr oxide", "ネオジム・プラセオジム酸化物")
                .commodity("dy-oxide", "oxide", "Dysprosium oxide", "酸化ジスプロシウム")
                .commodity("ce-oxide", "oxide", "Cerium oxide", "酸化セリウム")
                .commodity("ndpr-metal", "metal", "NdPr metal", "ネオジム・プラセオジム金属")
                .commodity("magnet", "magnet", "NdFeB magnet", "ネオジム磁石")
                .commodity("magnet-scrap", "scrap", "Magnet scrap", "磁石スクラップ");
        s.content("re-ore", "nd", 0.2)
                .content("re-ore", "dy", 0.01)
                .content("re-ore", "ce", 0.45)
                .content("ndpr-oxide", "nd", 0.65)
                .content("dy-oxide", "dy", 0.87)
                .content("ce-oxide", "ce", 0.81)
                .content("ndpr-metal", "nd", 0.78)
                .content("magnet", "nd", 0.24)
                .content("magnet", "dy", 0.012)
                .content("magnet-scrap", "nd", 0.24)
                .content("magnet-scrap", "dy", 0.012);
        s.recipe("mining", "re-ore", 1)
                .recipe("separation", "re-ore", -1, "ndpr-oxide", 0.28, "dy-oxide", 0.01, "ce-oxide", 0.5)
                .recipe("reduction", "ndpr-oxide", -1.25, "ndpr-metal", 1)
                .recipe("sintering", "ndpr-metal", -0.32, "dy-oxide", -0.014, "magnet", 1)
                .recipe("recycling", "magnet-scrap", -1, "ndpr-oxide", 0.3);
        s.process("cn-bayan-obo", "cn", "mining", 210000, 215000, 215000, 220000, 220000, 225000)
                .process("us-mountain-pass", "us", "mining", 45000, 46000, 47000, 48000, 50000, 50000)
                .process("au-mount-weld", "au", "mining", 21000, 24000, 26000, 28000, 30000, 32000)
                .process("mm-kachin", "mm", "mining", 38000, 30000, 28000, 25000, 20000, 18000);
        s.process("cn-separation", "cn", "separation", 275000, 275000, 272000, 270000, 265000, 262000)
                .process("my-kuantan", "my", "separation", 21000, 24000, 26000, 28000, 30000, 32000)
                .process("us-separation", "us", "separation", 18000, 16000, 18000, 23000, 25000, 31000)
                .process("cn-recycling", "cn", "recycling", 3000)
                .process("cn-reduction", "cn", "reduction", 62000)
                .process("jp-reduction", "jp", "reduction", 5000)
                .process("cn-sintering", "cn", "sintering", 190000, 190000, 188000, 185000, 185000, 180000)
                .process("jp-sintering", "jp", "sintering", 16000, 16000, 17000, 18000, 18000, 19000)
                .process("vn-sintering", "vn", "sintering", 4000, 5000, 6000, 7000, 8000, 9000);
        s.route("us", "cn", "re-ore", 27000, 30000, 29000, 25000, 25000, 19000)
                .route("mm", "cn", "re-ore", 38000, 30000, 28000, 25000, 20000, 18000)
                .route("au", "my", "re-ore", 21000, 24000, 26000, 28000, 30000, 32000)
                .route("my", "jp", "ndpr-oxide", 5500)
                .route("cn", "jp", "ndpr-oxide", 750)
                .route("cn", "jp", "dy-oxide", 220)
                .route("cn", "vn", "dy-oxide", 56)
                .route("cn", "vn", "ndpr-metal", 1280, 1600, 1920, 2240, 2560, 2880)
                .route("cn", "jp", "ndpr-metal", 400)
                .route("cn", "jp", "magnet", 3000)
                .route("cn", "us", "magnet", 7500)
                .route("cn", "de", "magnet", 18000)
                .route("vn", "jp", "magnet", 2500)
                .route("vn", "us", "magnet", 1500, 2500, 3500, 4500, 5500, 6500)
                .route("cn", "my", "ce-oxide", 1);
        s.demand(
                        "jp",
                        "ev-motors",
                        "magnet",
                        new double[] {21500, 22500, 24000, 26000, 28000, 30000},
                        21500,
                        21500,
                        22000,
                        23500,
                        25500,
                        27000)
                .demand(
                        "us",
                        "defence",
                        "magnet",
                        new double[] {9000, 10000, 11000, 12000, 13000, 14000},
                        9000,
                        10000,
                        11000,
                        12000,
                        13000,
                        14000)
                .demand("de", "wind", "magnet", s.years(18000), 18000)
                .demand("cn", "ev-motors", "magnet", s.years(160000), 160000)
                .demand("us", "catalysts", "ce-oxide", s.years(9000), 9000)
                .demand("cn", "polishing", "ce-oxide", s.years(60000), 60000);
        s.returned("cn", "magnet", "magnet-scrap", 3000)
                .store("jp-stock", "jp", "dy-oxide", 400, 350, 300, 300, 250, 250, 250);
        s.published("cn", "re-ore", 210000, 0.01, true)
                .published("us", "re-ore", 60000, 0.05, false)
                .published("", "magnet", 210000, 0.05, false)
                .published("de", "magnet", 100, 0.05, false);
        prices(s);
        return proofs(s);
    }

    private static void prices(Sample s) {
        s.price(
                "jp",
                "magnet",
                new double[] {62000, 64000, 90000, 110000, 118000, 121000},
                new double[] {60000, 61000, 70000, 90000, 100000, 110000},
                new double[] {64000, 70000, 130000, 150000, 150000, Double.POSITIVE_INFINITY});
        s.price("cn", "magnet", 51000, 52000, 52500, 53000, 54000, 55000)
                .price("us", "magnet", 63000, 65000, 91000, 111000, 119000, 122000);
        s.price("jp", "ndpr-oxide", 78000, 80000, 84000, 90000, 95000, 101000)
                .price("cn", "ndpr-oxide", 61000, 62000, 62000, 63000, 64000, 66000);
        s.price(
                        "jp",
                        "dy-oxide",
                        new double[] {420000, 560000, 720000, 720000, 700000, 690000},
                        new double[] {380000, 400000, 500000, 520000, 560000, 600000},
                        new double[] {480000, 700000, 850000, 900000, 850000, 800000})
                .price("cn", "dy-oxide", 230000, 235000, 236000, 240000, 244000, 250000);
        s.price("cn", "ce-oxide", -120, -140, -150, -90, 0, 20).price("us", "ce-oxide", 900, 850, 850, 800, 780, 760);
        s.price("cn", "re-ore", 9000)
                .price("us", "re-ore", 7800, 7900, 8000, 8100, 8200, 8300)
                .price("jp", "ndpr-metal", 99000)
                .price("cn", "ndpr-metal", 82000);
    }

    private static Sample proofs(Sample s) {
        return s.observed("activity", "cn-bayan-obo", 210000, 210000, 120)
                .observed("activity", "us-mountain-pass", 45500, 45000, -80)
                .observed("activity", "au-mount-weld", 21000, 21000, 0)
                .observed("activity", "jp-sintering", 16500, 16000, 950)
                .observed("flow", "cn-jp-magnet", 3100, 3000, 44)
                .observed("flow", "cn-us-magnet", 7341, 7500, -12)
                .observed("flow", "vn-jp-magnet", 0, 2500, 0)
                .observed("price", "cn/dy-oxide", 228000, 230000, 0)
                .observed("price", "jp/magnet", 62000, 62000, 0)
                .distance(0.0134)
                .owner("Shenghe", 3.4e9)
                .owner("Lynas", 6.2e8)
                .owner("MP Materials", 4.1e8)
                .owner("owner-jp", -2.5e7)
                .country("CN", 8.1e9, 4.2e9)
                .country("JP", 3.1e8, 2.2e9)
                .country("US", 4.4e8, 1.1e9)
                .country("AU", 6.2e8, 0)
                .country("MM", 2.1e8, 0)
                .country("VN", -4e7, 0)
                .evidence(new Evidence(
                        List.of(
                                new Evidence.Source(
                                        "usgs-mcs-2026",
                                        "Mineral Commodity Summaries 2026: rare earths",
                                        "U.S. Geological Survey",
                                        "2026-01",
                                        "https://pubs.usgs.gov/periodicals/mcs2026/",
                                        "A",
                                        "2",
                                        24),
                                new Evidence.Source("jp-customs", "財務省貿易統計", "財務省", "2026-03", "", "A", "1", 12)),
                        List.of(new Evidence.Marked(
                                new RowId("processes", "vn-sintering"),
                                "capacity read from a company release; cost as in Japan")),
                        List.of(new Evidence.Marked(
                                new RowId("recipes", "separation"),
                                "basket of the deposit recalled, no source at hand")),
                        Map.of()));
    }
}
