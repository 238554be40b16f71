package org.genryu.core.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// Which of the known things did a person mean by a word? By its id, or by its name in either language.
///
/// The first of these that fits anything decides: the id as it is written; the id or a name whatever the case, blanks,
/// hyphens and width of letters; a name without what stands in brackets or after a comma, if no other name holds it
/// (`銅` is no 銅（鉱石） where there is 精製銅). Where it fits several things, or none, a finding lists those that are
/// near: whose id or name holds the word, all of its words or (in Japanese) its letters in their order, or is a few
/// letters away from it.
///
/// @param kind of the things, such as `Place`, `地点`
public record Finder(Text kind, List<Named> things) {
    /// As many things are listed as there are, up to this number.
    private static final int LISTED = 20;

    /// Letters from which on a word is looked for inside names.
    private static final int LEAST = 3;

    /// Near things that are named.
    private static final int NEAR = 8;

    public Finder {
        things = List.copyOf(things);
    }

    /// @param name in both languages; the id where it has none
    /// @param also other words for it
    public record Named(String id, Text name, List<String> also) {
        public Named {
            also = List.copyOf(also);
        }

        /// A thing without other words for it.
        public Named(String id, Text name) {
            this(id, name, List.of());
        }

        private Stream<String> words() {
            return Stream.concat(Stream.of(id, name.en(), name.ja()), also.stream());
        }

        private boolean holds(String folded) {
            return words().anyMatch(one -> folded(one).contains(folded));
        }

        /// Whether a name has all words of it, or its letters in their order.
        private boolean holdsParts(String word, boolean letters) {
            String folded = folded(word);
            List<String> parts = letters
                    ? Arrays.stream(word.strip().split("[\\s\\p{Pd}]+"))
                            .map(Finder::folded)
                            .toList()
                    : folded.codePoints().mapToObj(Character::toString).toList();
            return parts.size() > 1
                    && words().map(Finder::folded)
                            .anyMatch(one -> letters ? parts.stream().allMatch(one::contains) : inOrder(parts, one));
        }

        private static boolean inOrder(List<String> parts, String text) {
            int at = 0;
            for (String part : parts) {
                int found = text.indexOf(part, at);
                if (found < 0) {
                    return false;
                }
                at = found + part.length();
            }
            return true;
        }

        /// `JP (Japan)`; the id alone where there is no name.
        private Text shown() {
            return new Text(shown(name.en()), shown(name.ja()));
        }

        /// The same with the id in quotes.
        private Text quoted() {
            return new Text(
                    "'" + id + "'" + shown(name.en()).substring(id.length()),
                    "「" + id + "」" + shown(name.ja()).substring(id.length()));
        }

        private String shown(String in) {
            return in.isEmpty() || in.equalsIgnoreCase(id) ? id : id + " (" + in + ")";
        }
    }

    /// Index of what was meant, or what is wrong with the word.
    public Outcome<Integer> find(String word) {
        String bare = word.strip();
        List<BiPredicate<Named, String>> rules = List.of(
                (thing, w) -> thing.id().equals(w),
                (thing, w) -> !folded(w).isEmpty()
                        && thing.words().anyMatch(one -> folded(one).equals(folded(w))),
                (thing, w) -> !folded(w).isEmpty()
                        && thing.words().anyMatch(one -> folded(brief(one)).equals(folded(w))));
        for (int k = 0; k < rules.size(); k++) {
            BiPredicate<Named, String> rule = rules.get(k);
            int[] fit = IntStream.range(0, things.size())
                    .filter(i -> rule.test(things.get(i), bare))
                    .toArray();
            boolean whole = k < rules.size() - 1;
            int[] all = whole || fit.length == 0
                    ? fit
                    : IntStream.range(0, things.size())
                            .filter(i -> things.get(i).holds(folded(bare)))
                            .toArray();
            if (all.length == 1) {
                return Outcome.of(all[0]);
            }
            if (all.length > 1) {
                return Outcome.failed(List.of(several(word, all)));
            }
        }
        return Outcome.failed(List.of(unknown(word)));
    }

    /// What is alike whatever the case, blanks, hyphens, and width of letters: 「ＪＰ」 and `jp`.
    static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}_・,、，.']+", "");
    }

    private static String brief(String name) {
        return name.split("[(（,，、]", 2)[0];
    }

    private Text thing(String word) {
        return new Text("%s '%s'".formatted(kind.en(), word), "%s '%s'".formatted(kind.ja(), word));
    }

    private Finding several(String word, int[] fit) {
        List<Text> shown =
                Arrays.stream(fit).mapToObj(i -> things.get(i).shown()).toList();
        return Finding.error(
                Finding.Place.NOWHERE,
                thing(word),
                new Text(
                        "is the name of several: %s; it must be one of their ids.".formatted(joined(shown, Lang.EN)),
                        "は複数のものの名前です(%s)。IDで指定してください。".formatted(joined(shown, Lang.JA))));
    }

    private Finding unknown(String word) {
        List<Text> near = near(word);
        Text problem = things.isEmpty()
                ? new Text("is not known here; there is none.", "はここにありません(一つもありません)。")
                : things.size() <= LISTED
                        ? new Text(
                                "is not known here; there are: %s.".formatted(joined(shown(), Lang.EN)),
                                "はここにありません(あるのは %s)。".formatted(joined(shown(), Lang.JA)))
                        : new Text(
                                "is none of the %s known here.".formatted(things.size()),
                                "はここにある %s 件のどれでもありません。".formatted(things.size()));
        if (near.isEmpty()) {
            return Finding.error(Finding.Place.NOWHERE, thing(word), problem);
        }
        Text cure = new Text(
                joined(near, Lang.EN) + (near.size() == 1 ? " is meant." : ": one of these is meant."),
                joined(near, Lang.JA) + (near.size() == 1 ? "ではありませんか。" : "のいずれかではありませんか。"));
        return Finding.error(Finding.Place.NOWHERE, thing(word), problem, cure);
    }

    private List<Text> shown() {
        return things.stream().map(Named::shown).toList();
    }

    /// Those that hold the word first, then those whose id or name is a few letters away.
    private List<Text> near(String word) {
        String bare = folded(word);
        List<Named> near = new ArrayList<>();
        boolean letters = bare.codePoints().allMatch(c -> c < 0x2000);
        if (bare.length() >= (letters ? LEAST : LEAST - 1)) {
            things.stream()
                    .filter(thing -> thing.holds(bare) || thing.holdsParts(word, letters))
                    .forEach(near::add);
        }
        List<String> words = things.stream().flatMap(Named::words).distinct().toList();
        for (String one : NearestNames.of(word.strip(), words)) {
            things.stream()
                    .filter(thing -> thing.words().anyMatch(one::equals) && !near.contains(thing))
                    .forEach(near::add);
        }
        return near.stream().limit(NEAR).map(Named::quoted).toList();
    }

    private static String joined(List<Text> texts, Lang lang) {
        return String.join(
                lang == Lang.JA ? "、" : ", ",
                texts.stream().map(t -> t.in(lang)).toList());
    }
}
