package org.genryu.web.job;

import org.genryu.core.Text;

/// How far is a job?
public sealed interface JobState {
    /// Before others.
    record Waiting() implements JobState {}

    /// @param stage what it is doing
    /// @param done steps of `total`; 0 of 0 if that is not known
    record Running(Text stage, long done, long total) implements JobState {}

    /// The answer is kept.
    /// @param code how the command ended: 0, or 4 if not everything was proved
    record Done(int code) implements JobState {}

    /// @param code exit code of the command, or one of those below
    record Failed(int code) implements JobState {
        /// The process was lost.
        static final int LOST = -1;
        /// It took longer than a job may.
        static final int TOO_LONG = -2;
        /// It took more memory than a job may.
        static final int TOO_LARGE = -3;
        /// Its answer could not be kept.
        static final int UNWRITTEN = -4;

        private static final int USAGE = 2;
        private static final int MEMORY = 4;

        /// Whether the same question to the same program fails again: something is wrong with the question.
        public boolean forGood() {
            return code >= 1 && code <= 3;
        }

        /// What became of it, and what helps.
        public Text why() {
            return switch (code) {
                case 1 -> new Text("The case has errors.", "ケースにエラーがあります。");
                case USAGE -> new Text("The question cannot be asked this way.", "この形では計算を依頼できません。");
                case 3 -> new Text("No answer exists.", "解がありません。");
                case MEMORY ->
                    new Text("Time, memory or proof was lacking; nothing is kept.", "時間、メモリ、または証明が足りず、残せる結果がありません。");
                case LOST ->
                    new Text(
                            "The process that worked on it broke or was ended. Only this job is lost; ask again.",
                            "計算プログラムが異常終了しました。失われたのはこのジョブだけです。もう一度依頼してください。");
                case TOO_LONG ->
                    new Text(
                            "It took longer than a job may and was ended. Ask for less.",
                            "ジョブに許された時間を超えたため終了しました。範囲を絞って依頼してください。");
                case TOO_LARGE ->
                    new Text(
                            "It took more memory than a job may and was ended. Ask for less, or make the case smaller.",
                            "ジョブに許されたメモリを超えたため終了しました。範囲を絞るか、ケースを小さくしてください。");
                case UNWRITTEN ->
                    new Text(
                            "The answer could not be kept on the disk. Make room there and ask again.",
                            "結果をディスクに保存できませんでした。空きを確保して、もう一度依頼してください。");
                default -> new Text("This is a fault of the program.", "プログラムの不具合です。");
            };
        }
    }

    record Cancelled() implements JobState {}

    /// Whether nothing more will happen.
    default boolean over() {
        return switch (this) {
            case Waiting _, Running _ -> false;
            case Done _, Failed _, Cancelled _ -> true;
        };
    }

    /// One word for programs.
    default String word() {
        return switch (this) {
            case Waiting _ -> "waiting";
            case Running _ -> "running";
            case Done _ -> "done";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }
}
