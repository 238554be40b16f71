package org.genryu.value.cash;

import org.genryu.core.Text;

/// How the debt stands at the end of a service period.
public enum CreditState {
    /// All that was due is paid and cash may be distributed.
    SERVICE("in service", "返済中"),
    /// All that was due is paid, but the cover is too thin: cash is kept.
    LOCKED("locked up", "配当停止"),
    /// Something is unpaid, or the covenant is broken, and may still be cured.
    BREACH("in breach", "違反（治癒期間）"),
    /// Not cured: everything is due.
    DEFAULT("default", "債務不履行"),
    /// After the default, until the claim is settled.
    WORKOUT("workout", "再建・回収中"),
    /// After the default, once the claim is settled.
    EMERGED("emerged", "再建終了"),
    /// After the default, sold.
    SOLD("sold", "売却済み"),
    /// Nothing is owed.
    FREE("no debt", "借入なし");

    private final String en;
    private final String ja;

    CreditState(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    public Text words() {
        return new Text(en, ja);
    }

    public boolean afterDefault() {
        return this == DEFAULT || this == WORKOUT || this == EMERGED || this == SOLD;
    }

    /// Why the debt is in default.
    public enum Cause {
        NONE("no default", "不履行なし"),
        UNPAID("a service was missed and not made good in time", "元利払いが滞り、期限までに解消されなかった"),
        RATIO("the cover fell below the covenant and was not restored in time", "DSCRが財務制限条項を下回り、期限までに回復しなかった"),
        INSOLVENT("losses were larger than what sponsors are bound to pay", "損失が出資者の負担上限を超えた"),
        SEIZED("the project was seized", "接収された");

        private final String en;
        private final String ja;

        Cause(String en, String ja) {
            this.en = en;
            this.ja = ja;
        }

        public Text words() {
            return new Text(en, ja);
        }
    }
}
