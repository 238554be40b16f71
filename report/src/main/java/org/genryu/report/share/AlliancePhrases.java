package org.genryu.report.share;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The sentences of the [AllianceLines], in both languages. Blanks as in [Phrase].
enum AlliancePhrases implements Phrase {
    TOGETHER("Together", "共に動くと"),
    ACT("Best for all: %1$s. It gains %2$s against the events alone", "全員に最善：%1$s。出来事だけの場合より%2$sの得"),
    APART(
            "Acting all together (%1$s) gains %2$s; in parts they gain %3$s, so they had better not act as one here",
            "全員で動く（%1$s）と%2$s、分かれて動くと%3$s。ここでは一体で動かない方が得です"),
    NOTHING("do nothing", "何もしない"),
    MEASURES("the measures, without sharing", "対策のみ（融通なし）"),
    SHARING("sharing alone", "融通のみ"),
    BOTH("measures and sharing", "対策と融通"),
    PAYS("Who pays", "負担"),
    MEMBER("%1$s: %2$s fall to it, it pays %3$s", "%1$s：%2$sの得が生じ、%3$sを負担"),
    GETS(", is to get %1$s", "、受取 %1$s"),
    GIVES(", is to give %1$s", "、支払 %1$s"),
    FREE("Free rides", "ただ乗り"),
    RIDES("%1$s would have %2$s without joining, more than its part", "%1$sは加わらなくても%2$sを得て、取り分より多い"),
    NO_RIDER("Nobody has more by letting the others act alone.", "他の当事者に任せた方が得になる者はいません。"),
    AIMS("Aims", "目的"),
    STABLE("%1$s: stable (%2$s)", "%1$s：安定（%2$s）"),
    UNSTABLE("%1$s: no split holds all (%2$s)", "%1$s：どの配分でも全員をとどめられない（%2$s）"),
    ALL("all together", "全体"),
    PRICE("prices and costs", "価格と費用"),
    SECURITY("value added kept", "守られる付加価値"),
    TERRITORY("nothing on others' territory", "他の領土で動かない"),
    OWN_TERRITORY("the measures on their own territory, without sharing", "自らの領土での対策のみ（融通なし）"),
    OWN_TERRITORY_SHARING("the measures on their own territory and sharing", "自らの領土での対策と融通"),
    BONDS("Holds", "保たれる同盟"),
    BOND("%1$s: %2$s (%3$s)", "%1$s：%2$s（%3$s）"),
    BOND_PAID("%1$s: %2$s (%3$s), if %4$s is handed over", "%1$s：%2$s（%3$s、%4$sを渡せば）"),
    NO_BOND("%1$s: none; letting others act is worth more", "%1$s：なし（任せる方が得）"),
    WEIGHTS("Brings", "もたらすもの"),
    WEIGHT("%1$s %2$s (money at risk %3$s, plants %4$s, risk borne %5$s)", "%1$s %2$s（リスクにさらす資金%3$s、設備%4$s、負うリスク%5$s）"),
    AIM("aim", "目的"),
    WORTH("worth", "値"),
    ALL_OUTSIDE("outside, in all", "外で得る額の計"),
    HANDED("to be handed over", "渡す額"),
    HELD("does it hold?", "保たれるか"),
    BREAKS("no: letting others act is worth more", "いいえ：任せる方が得"),
    KEEPS("yes", "はい"),
    GROWS("yes; %1$s should join", "はい。%1$sも加わる方が得"),
    PARTNER("partner", "当事者"),
    COALITION("coalition", "提携"),
    USERS("users", "利用者"),
    PLANTS("plants", "工程の得"),
    LANES("lanes", "輸送路"),
    PAID("pays for measures", "対策の負担"),
    ALONE("with its own measures", "自らの対策のみ"),
    OUTSIDE("without joining", "加わらない場合"),
    TRANSFER("to be given", "受取額");

    private final String en;
    private final String ja;

    AlliancePhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
