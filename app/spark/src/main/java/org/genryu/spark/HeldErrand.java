package org.genryu.spark;

import java.io.Serializable;
import org.genryu.study.FutureErrand;
import org.genryu.study.StressFutures;
import org.jspecify.annotations.Nullable;

/// An errand on the machine where it is done: read and balanced once in each of Spark's executors, which share what is
/// broadcast, for all the futures that come there.
final class HeldErrand implements Serializable {
    private static final long serialVersionUID = 1;
    private final FutureErrand errand;
    private transient @Nullable StressFutures futures;

    HeldErrand(FutureErrand errand) {
        this.errand = errand;
    }

    synchronized StressFutures futures() {
        if (futures == null) {
            futures = errand.open();
        }
        return futures;
    }
}
