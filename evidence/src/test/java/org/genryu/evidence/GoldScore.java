package org.genryu.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How much of what was marked was read, and how much of what was read was marked.
final class GoldScore {
    int right;
    int found;
    int wanted;
    final List<String> wrong = new ArrayList<>();

    /// @return what was read and not marked, and what was marked and not read
    List<List<String>> add(String text, List<String> expected, List<String> read) {
        List<String> left = new ArrayList<>(expected);
        List<String> extra = new ArrayList<>();
        for (String one : read) {
            if (!left.remove(one)) {
                extra.add(one);
            }
        }
        right += read.size() - extra.size();
        found += read.size();
        wanted += expected.size();
        if (!left.isEmpty() || !extra.isEmpty()) {
            wrong.add(text + "\n    wanted " + expected + "\n    read   " + read);
        }
        return List.of(extra, left);
    }

    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
        return wanted == 0 ? 1 : (double) right / wanted;
    }

    double f1() {
        return found + wanted == 0 ? 1 : 2.0 * right / (found + wanted);
    }

    String row(String name, String aim) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.3f | %.3f | %.3f | %s |%n",
                name,
                wanted,
                found,
                right,
                precision(),
                recall(),
                f1(),
                aim);
    }
}
