package org.genryu.store.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.core.Text;

/// How far an entry of the programme has come. Each stage is beyond the one before; an entry may also be dropped.
public enum EntryStage {
    CANDIDATE("candidate", "候補"),
    SCREENED("screened", "審査済み"),
    RECOMMENDED("recommended", "推薦済み"),
    SELECTED("selected", "選定済み"),
    FUNDED("funded", "資金拠出済み"),
    BUILT("built", "建設済み"),
    DELIVERING("delivering", "供給中"),
    DROPPED("dropped", "取りやめ");

    private final String en;
    private final String ja;

    EntryStage(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    /// As in results and as it is typed.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text text() {
        return new Text(en, ja);
    }

    /// Whether an entry of this stage has come at least so far and is not dropped.
    public boolean reaches(EntryStage stage) {
        return this != DROPPED && compareTo(stage) >= 0;
    }

    public static Optional<EntryStage> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(EntryStage::word).toList();
    }
}
