package org.genryu.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.name.Finder.Named;
import org.junit.jupiter.api.Test;

/// Rung: by hand.
class FinderTest {
    private static final Finder GOODS = new Finder(
            new Text("Commodity", "品目"),
            List.of(
                    new Named("dy-oxide", new Text("Dysprosium oxide", "酸化ジスプロシウム")),
                    new Named(
                            "ndfeb-magnet",
                            new Text("Sintered NdFeB magnet, heat-resistant (with Dy)", "焼結ネオジム磁石（耐熱級）")),
                    new Named("smco-magnet", new Text("SmCo magnet", "サマコバ磁石"), List.of("samarium magnet")),
                    new Named("lng", new Text("LNG", "LNG"))));

    private static String said(Finder finder, String word, Lang lang) {
        return finder.find(word).findings().getFirst().in(lang);
    }

    @Test
    void thingsMustBeFoundByIdAndByNameInBothLanguages() {
        for (String word : List.of(
                "dy-oxide",
                "DY-OXIDE",
                "dy oxide",
                "dysprosium oxide",
                "Dysprosium-Oxide",
                " 酸化ジスプロシウム ",
                "ｄｙ－ｏｘｉｄｅ")) {
            assertThat(GOODS.find(word).value()).as(word).contains(0);
        }
        assertThat(GOODS.find("Sintered NdFeB magnet").value()).contains(1);
        assertThat(GOODS.find("焼結ネオジム磁石").value()).contains(1);
        assertThat(GOODS.find("samarium magnet").value()).contains(2);
    }

    @Test
    void nearOnesMustBeListedWithTheirNames() {
        assertThat(said(GOODS, "magnet", Lang.EN))
                .isEqualTo("Commodity 'magnet': is not known here; there are: dy-oxide (Dysprosium oxide), ndfeb-magnet"
                        + " (Sintered NdFeB magnet, heat-resistant (with Dy)), smco-magnet (SmCo magnet), lng."
                        + " Maybe 'ndfeb-magnet' (Sintered NdFeB magnet, heat-resistant (with Dy)), 'smco-magnet' (SmCo"
                        + " magnet): one of these is meant.");
        assertThat(said(GOODS, "磁石", Lang.JA))
                .isEqualTo("品目 '磁石': はここにありません(あるのは dy-oxide (酸化ジスプロシウム)、ndfeb-magnet (焼結ネオジム磁石（耐熱級）)、"
                        + "smco-magnet (サマコバ磁石)、lng)。 対処案: 「ndfeb-magnet」 (焼結ネオジム磁石（耐熱級）)、「smco-magnet」"
                        + " (サマコバ磁石)のいずれかではありませんか。");
        assertThat(said(GOODS, "lgn", Lang.EN)).endsWith("Maybe 'lng' is meant.");
    }

    private static final Finder COPPERS = new Finder(
            new Text("Commodity", "品目"),
            List.of(
                    new Named("cu-ore", new Text("Copper (ore)", "銅（鉱石）")),
                    new Named("cu-refined", new Text("Refined copper", "精製銅")),
                    new Named("magnet", new Text("Sintered neodymium magnet", "ネオジム焼結磁石（標準級）"))));

    @Test
    void aShortNameThatAnotherHoldsTooMustNotBeGuessed() {
        assertThat(said(COPPERS, "銅", Lang.JA))
                .isEqualTo("品目 '銅': は複数のものの名前です(cu-ore (銅（鉱石）)、cu-refined (精製銅))。IDで指定してください。");
        assertThat(said(COPPERS, "copper", Lang.EN))
                .isEqualTo("Commodity 'copper': is the name of several: cu-ore (Copper (ore)), cu-refined (Refined"
                        + " copper); it must be one of their ids.");
        assertThat(COPPERS.find("精製銅").value()).contains(1);
        assertThat(COPPERS.find("銅（鉱石）").value()).contains(0);
    }

    @Test
    void allWordsOfANameOrItsLettersInOrderMustBeNear() {
        assertThat(said(COPPERS, "ネオジム磁石", Lang.JA)).endsWith("対処案: 「magnet」 (ネオジム焼結磁石（標準級）)ではありませんか。");
        assertThat(said(COPPERS, "magnet neodymium", Lang.EN))
                .endsWith("Maybe 'magnet' (Sintered neodymium magnet) is meant.");
        assertThat(said(COPPERS, "磁石ネオジム", Lang.JA)).doesNotContain("対処案");
    }

    @Test
    void aNameOfSeveralThingsMustNotBeGuessed() {
        Finder twins = new Finder(
                new Text("Place", "地点"),
                List.of(new Named("a", new Text("Kuantan", "クアンタン")), new Named("b", new Text("Kuantan", "クアンタン"))));
        assertThat(said(twins, "kuantan", Lang.EN))
                .isEqualTo(
                        "Place 'kuantan': is the name of several: a (Kuantan), b (Kuantan); it must be one of their ids.");
        assertThat(said(twins, "kuantan", Lang.JA))
                .isEqualTo("地点 'kuantan': は複数のものの名前です(a (クアンタン)、b (クアンタン))。IDで指定してください。");
        assertThat(twins.find("b").value()).contains(1);
    }

    @Test
    void whereThereIsNothingOrMuchTheListMustNotBeEmptyOrEndless() {
        assertThat(said(new Finder(new Text("Element", "元素"), List.of()), "dy", Lang.EN))
                .isEqualTo("Element 'dy': is not known here; there is none.");
        assertThat(said(new Finder(new Text("Element", "元素"), List.of()), "dy", Lang.JA))
                .isEqualTo("元素 'dy': はここにありません(一つもありません)。");
        List<Named> many = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> new Named("place-" + i, Text.same("place-" + i)))
                .toList();
        assertThat(said(new Finder(new Text("Place", "地点"), many), "xyz", Lang.EN))
                .isEqualTo("Place 'xyz': is none of the 30 known here.");
        assertThat(said(new Finder(new Text("Place", "地点"), many), "xyz", Lang.JA))
                .isEqualTo("地点 'xyz': はここにある 30 件のどれでもありません。");
        assertThat(new Finder(new Text("Place", "地点"), many).find("").hasErrors())
                .isTrue();
    }
}
