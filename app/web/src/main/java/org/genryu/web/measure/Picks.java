package org.genryu.web.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;
import org.genryu.web.link.ViewState;

/// What was ticked on a page. Browsers send a box for each tick; the address of a page holds them in one setting, so
/// that the same picks have the same address.
final class Picks {
    private Picks() {}

    /// The address with the ticks of each name in one setting, where a form has sent them apart or left blanks.
    static Optional<ViewState> gathered(WebCall call) {
        ViewState state = call.state();
        boolean apart = false;
        for (Map.Entry<String, List<String>> one :
                call.context().queryParamMap().entrySet()) {
            List<String> ticks = one.getValue().stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
            if (one.getValue().size() != 1 || ticks.isEmpty()) {
                state = state.with(one.getKey(), String.join(",", ticks));
                apart = true;
            }
        }
        return apart ? Optional.of(state) : Optional.empty();
    }

    /// What is ticked under a name, in the order of the address.
    static List<String> of(WebCall call, String name) {
        return call.setting(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /// A box with its words; both are one target.
    static void box(Html html, String name, String value, String words, boolean ticked) {
        html.open("label", "class", "tick");
        html.empty("input", "type", "checkbox", "name", name, "value", value, ticked ? "checked" : "", "checked");
        html.text(" " + words).close("label");
    }

    /// What a form must carry along so that case, language and the like stay.
    static void carry(Html html, WebCall call, String... without) {
        List<String> left = new ArrayList<>(List.of(without));
        call.state().settings().forEach((name, value) -> {
            if (!left.contains(name)) {
                html.empty("input", "type", "hidden", "name", name, "value", value);
            }
        });
    }

    /// One line of a form: its name and its field.
    static void field(Html html, String name, String words, String value, String hint) {
        html.leaf("label", words, "for", "f-" + name);
        html.empty(
                "input",
                "id",
                "f-" + name,
                "name",
                name,
                "value",
                value,
                hint.isEmpty() ? "" : "placeholder",
                hint,
                "autocomplete",
                "off");
    }
}
