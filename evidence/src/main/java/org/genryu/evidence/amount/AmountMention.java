package org.genryu.evidence.amount;

import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;

/// An amount where it stands.
///
/// @param from first character of it in the shadow, words such as 約 and 以上 included
/// @param to after the last one
/// @param rules by which it was read, such as `N8`
/// @param doubt why a person should look at it; empty if nothing is doubtful
public record AmountMention(Quantity quantity, int from, int to, List<String> rules, Optional<Text> doubt) {
    public AmountMention {
        rules = List.copyOf(rules);
    }
}
