package org.genryu.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.genryu.stress.future.FutureLoss;

/// What an executor does with the number of a future.
final class GoThrough implements Function<Integer, FutureLoss> {
    private static final long serialVersionUID = 1;
    private final Broadcast<HeldErrand> errand;

    GoThrough(Broadcast<HeldErrand> errand) {
        this.errand = errand;
    }

    @Override
    public FutureLoss call(Integer future) {
        return errand.value().futures().loss(future);
    }
}
