package org.genryu.web.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.genryu.core.Lang;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// State to link to state is the identity. Rung: by hand, and a law.
class ViewStateTest {
    private static final String[] SIGNS = {
        "a",
        "Z",
        "0",
        " ",
        "+",
        "%",
        "&",
        "=",
        "?",
        "#",
        "/",
        ";",
        "\"",
        "'",
        "<",
        ">",
        "\\",
        "日",
        "本",
        "\ud83d\ude00",
        "é",
        "\t"
    };

    @Test
    void anAddressMustNameEverySettingInOneOrder() {
        ViewState state = ViewState.of("/stress", Map.of("scenario", "japan stop", "case", "alliance@0123456789ab"));
        assertThat(state.address()).isEqualTo("/stress?case=alliance%400123456789ab&scenario=japan+stop");
        assertThat(state.in(Lang.JA).address()).endsWith("&lang=ja&scenario=japan+stop");
        assertThat(state.with("scenario", "").address()).isEqualTo("/stress?case=alliance%400123456789ab");
        assertThat(state.with("year", "2030").at("/case").address())
                .doesNotContain("year")
                .startsWith("/case?");
    }

    @Test
    void whatIsNoAddressOfOursMustNotThrow() {
        assertThat(ViewState.parse("/?a=%zz&b&=c&&d=1").settings()).isEqualTo(Map.of("a", "%zz", "d", "1"));
        assertThat(ViewState.parse("").path()).isEmpty();
    }

    @Test
    void everyStateMustComeBackFromItsAddress() {
        Law.of(16, 10_000).holds(input -> {
            TreeMap<String, String> settings = new TreeMap<>();
            int count = input.whole("settings", 0, 6);
            for (int i = 0; i < count; i++) {
                settings.put("k" + word(input), word(input));
            }
            ViewState state = ViewState.of("/page", settings);
            assertThat(ViewState.parse(state.address())).isEqualTo(state);
            assertThat(ViewState.parse(state.address()).address()).isEqualTo(state.address());
        });
    }

    private static String word(org.genryu.laws.Input input) {
        StringBuilder word = new StringBuilder();
        int length = input.whole("length", 0, 8);
        for (int i = 0; i < length; i++) {
            word.append(SIGNS[input.whole("sign", 0, SIGNS.length - 1)]);
        }
        return word.toString();
    }
}
