package org.genryu.evidence.trend;

import org.genryu.core.number.RandomDraws;

/// Stories of a dozen sentences each, copies of them with small edits, and other stories that share some sentences.
final class Stories {
    private static final String[] WHO = {
        "商務部", "経済産業省", "鉱山会社", "磁石メーカー", "業界団体", "港湾当局", "欧州委員会", "輸入業者", "研究所", "取引所", "州政府", "商社"
    };
    private static final String[] WHAT = {
        "輸出の許可を厳しくする",
        "備蓄を積み増す",
        "新しい鉱区を開く",
        "在庫の点検を始める",
        "価格の下限を設ける",
        "補助金の枠を広げる",
        "船の行き先を変える",
        "契約を見直す",
        "精製の設備を止める",
        "増産を急ぐ",
        "調査の結果を公表する",
        "共同で投資する"
    };
    private static final String[] WHY = {
        "供給が細っているためだ",
        "需要が想定を上回ったからだ",
        "隣国の措置に応じたものだ",
        "環境への懸念に応えるためだ",
        "採算が悪化しているという",
        "長く協議してきた結果だ",
        "選挙を前にした動きとみられる",
        "専門家は時間がかかるとみる",
        "市場は冷静に受け止めた",
        "関係者は影響は小さいと話す"
    };
    private static final int SENTENCES = 12;
    private static final String LETTERS = "のはがをにでとも年月日新大小中国産";

    private Stories() {}

    static String story(int number) {
        return sentences(number, 0, SENTENCES);
    }

    private static String sentences(int number, int from, int to) {
        RandomDraws draws = RandomDraws.of(11, "stories");
        StringBuilder text = new StringBuilder();
        for (int k = from; k < to; k++) {
            long at = 100L * number + 4L * k;
            text.append(pick(WHO, draws.uniform(1, at)))
                    .append("は")
                    .append(1 + (int) (draws.uniform(1, at + 1) * 30))
                    .append("日、")
                    .append(pick(WHAT, draws.uniform(1, at + 2)))
                    .append("と発表した。")
                    .append(pick(WHY, draws.uniform(1, at + 3)))
                    .append("。");
        }
        return text.toString();
    }

    /// Some letters changed, and now and then a sentence left out.
    static String edited(String story, int seed) {
        RandomDraws draws = RandomDraws.of(12, "edits");
        StringBuilder text = new StringBuilder(story);
        int edits = 1 + (int) (draws.uniform(seed, 0) * story.length() / 50);
        for (int i = 0; i < edits; i++) {
            int at = (int) (draws.uniform(seed, 10 + 2L * i) * text.length());
            char letter = LETTERS.charAt((int) (draws.uniform(seed, 11 + 2L * i) * LETTERS.length()));
            text.setCharAt(at, letter);
        }
        if (draws.uniform(seed, 1) < 0.3) {
            int end = text.indexOf("。");
            text.delete(0, end + 1);
        }
        return text.toString();
    }

    /// The first third of one story and two thirds of another.
    static String akin(int number) {
        return sentences(number, 0, SENTENCES / 3) + sentences(number + 5000, SENTENCES / 3, SENTENCES);
    }

    private static String pick(String[] words, double draw) {
        return words[(int) (draw * words.length)];
    }
}
