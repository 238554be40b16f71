package org.genryu.web.login;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// Texts of the pages on which people log in and keep accounts, in both languages.
enum LoginPhrases implements Phrase {
    LOG_IN("Log in", "ログイン"),
    NAME("Name", "名前"),
    PASSWORD("Password", "パスワード"),
    BY_PROVIDER("Log in at %s", "%s でログイン"),
    OTHER_LANGUAGE("日本語", "English"),
    YOURS("Your account", "自分のアカウント"),
    YOU_ARE("%s, %s", "%s（%s）"),
    BACK("Back to the workbench", "ワークベンチに戻る"),
    SESSIONS("Where you are logged in", "ログイン中のブラウザー"),
    BEGUN("Since", "開始"),
    SEEN("Last used", "最終利用"),
    DEVICE("Browser", "ブラウザー"),
    THIS_ONE("this one", "このブラウザー"),
    END("End", "終了する"),
    END_OTHERS("End all others", "他をすべて終了する"),
    CHANGE_PASSWORD("Change the password", "パスワードの変更"),
    PRESENT("Present password", "現在のパスワード"),
    NEW("New password", "新しいパスワード"),
    CHANGED("Done.", "完了しました。"),
    ACCOUNTS("Accounts", "アカウント一覧"),
    ROLE("Role", "役割"),
    STATE("State", "状態"),
    WAYS("Logs in by", "ログイン方法"),
    LOGGED_IN("Sessions", "セッション数"),
    DO("Do", "操作"),
    OPEN("open", "有効"),
    LOCKED("locked", "ロック中"),
    LOCK("Lock", "ロックする"),
    UNLOCK("Unlock", "ロックを解除する"),
    END_ALL("End sessions", "セッションを終了する"),
    CHANGE_ROLE("Change the role", "役割を変更する"),
    RESET("Set the password", "パスワードを設定する"),
    ADD("Add an account", "アカウントを追加する"),
    SUBJECT("Subject at the provider (if any)", "認証プロバイダーの subject（あれば）"),
    NO_PASSWORD_YET(
            "An account has a password, or a subject at the provider, or both.",
            "アカウントには、パスワードかプロバイダーの subject、またはその両方が必要です。"),
    NO_ACCOUNT("There is no such account.", "そのようなアカウントはありません。"),
    NO_SESSION("There is no such session.", "そのようなセッションはありません。"),
    TAKEN("There is an account of this name already.", "この名前のアカウントはすでにあります。"),
    SUBJECT_TAKEN("This subject belongs to another account.", "この subject は別のアカウントのものです。"),
    LAST("This is the last administrator; make another first.", "最後の管理者です。先に別の管理者を作ってください。"),
    BAD_NAME("A name has letters, digits and . _ @ - , 64 signs at most.", "名前は文字・数字と . _ @ - で、64字までです。"),
    BAD_ROLE("There is no such role.", "そのような役割はありません。"),
    WRONG_PRESENT("The present password is wrong.", "現在のパスワードが違います。"),
    UNKNOWN_SUBJECT(
            "The provider knows you as '%s'; no account here has this subject. An administrator can add it.",
            "プロバイダー上の subject は「%s」ですが、対応するアカウントがありません。管理者が追加できます。"),
    PROVIDER_SAID("The provider did not log you in (%s).", "プロバイダーでログインできませんでした（%s）。"),
    PROVIDER_BAD("The answer of the provider does not hold: %s.", "プロバイダーの応答を確認できません：%s"),
    PROVIDER_AWAY("The provider cannot be reached now.", "認証プロバイダーに接続できません。"),
    STALE(
            "This log-in was not begun in this browser, or is too old; begin again.",
            "このブラウザーで始めたログインではないか、時間が経ちすぎています。もう一度始めてください。");

    private final String en;
    private final String ja;

    LoginPhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
