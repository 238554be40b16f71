package org.genryu.web.page;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// Texts of the frame of all pages, in both languages.
enum WebPhrases implements Phrase {
    WORKBENCH("Genryu", "源流"),
    SKIP("Skip to the content", "本文へ移動"),
    PAGES("Pages", "ページ"),
    SITUATION("Situation", "現況"),
    NETWORK("Case and network", "ケース"),
    STRESS("Stress test", "有事試験"),
    COMPARE("Compare measures", "対策比較"),
    PROJECTS("Projects and finance", "プロジェクト"),
    SPLIT("Partner split", "配分"),
    LEDGER("Evidence ledger", "根拠台帳"),
    TRENDS("Trends", "動向"),
    SHARING("Sharing", "共有"),
    RUNS("Runs, audit, settings", "実行・監査"),
    CASE("Case", "ケース"),
    SCENARIO("Scenario", "シナリオ"),
    CALM("calm world (no scenario)", "平時（シナリオなし）"),
    SHOW("Show", "表示"),
    ACCOUNT("Your account", "自分のアカウント"),
    LOG_OUT("Log out", "ログアウト"),
    OTHER_LANGUAGE("日本語", "English"),
    EXAMPLE("example", "例"),
    LABEL("Label: %s", "公開区分：%s"),
    PERMALINK("Permalink", "固定リンク"),
    COPY("Copy the link", "リンクをコピー"),
    COPIED("Copied.", "コピーしました。"),
    WORKING("This is being worked out.", "計算中です。"),
    WAITING("It waits for its turn.", "順番を待っています。"),
    RELOAD("The page shows the answer as soon as it is there.", "答えが出しだいこのページに表示します。"),
    CANCEL("Cancel", "中止"),
    FAILED("There is no answer.", "答えを出せませんでした。"),
    CANCELLED("This was cancelled.", "中止されました。"),
    AGAIN("Ask again", "もう一度計算する"),
    STEPS("%s of %s", "%s／%s"),
    NOT_PROVED("Not everything in this answer is proved.", "この答えには証明されていない部分があります。"),
    TABLES_CSV("all tables (zip)", "すべての表（zip）"),
    FOOTER(
            "Genryu computes from public figures and marked assumptions; it does not predict.",
            "源流は公表値と明示した仮定から計算します。予測ではありません。"),
    REFUSED("This was refused.", "受け付けられませんでした。"),
    NO_CASE("There is no such case here.", "そのようなケースはありません。"),
    NO_JOB("There is no such job here.", "そのようなジョブはありません。"),
    OTHERS("Somebody else waits for this too; a keeper may stop it.", "ほかの人も待っています。中止できるのは管理者です。"),
    NO_FILE("There is no such file here.", "そのようなファイルはありません。");

    private final String en;
    private final String ja;

    WebPhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
