package org.genryu.spark;

import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.genryu.core.Text;
import org.genryu.stress.future.FutureEngine;
import org.genryu.stress.future.FutureLoss;
import org.genryu.study.FutureCluster;
import org.genryu.study.FutureErrand;

/// Futures in Spark's executors. Each job is a few of them; those that an executor took with it when it was lost are
/// gone through again by another, and come to the same.
final class SparkConnection implements FutureCluster.Connection {
    /// At most so many futures a job: what is lost with an executor is small, and what a job costs Spark too.
    private static final int MOST = 64;
    /// Jobs that each processor is given in a run, at least.
    private static final int TURNS = 16;

    private final JavaSparkContext spark;
    private final Broadcast<HeldErrand> errand;
    private final String master;

    SparkConnection(JavaSparkContext spark, FutureErrand errand, String master) {
        this.spark = spark;
        this.errand = spark.broadcast(new HeldErrand(errand));
        this.master = master;
    }

    @Override
    public void each(int futures, Predicate<FutureLoss> goesOn) {
        int slots = spark.defaultParallelism();
        int size = Math.clamp(futures / (slots * TURNS), 1, MOST);
        int jobs = (futures + size - 1) / size;
        try {
            FutureEngine.inOrder(
                    jobs, 2 * slots, job -> begin(job * size, Math.min(futures, (job + 1) * size)), goesOn);
        } catch (IllegalStateException trouble) {
            if (!spark.sc().isStopped()) {
                throw trouble;
            }
            throw new FutureCluster.Unavailable(new Text(
                    "Spark's master '%s' gave the work up. Maybe it was ended, or has no workers any more."
                            .formatted(master),
                    "Spark のマスター '%s' が処理を打ち切りました。終了したか、ワーカーがなくなっていないか確かめてください。".formatted(master)));
        }
    }

    private Future<List<FutureLoss>> begin(int from, int to) {
        return spark.parallelize(IntStream.range(from, to).boxed().toList(), 1)
                .map(new GoThrough(errand))
                .collectAsync();
    }

    /// How many executors there are.
    int executors() {
        return spark.statusTracker().getExecutorInfos().length - 1;
    }

    @Override
    public void close() {
        spark.close();
    }
}
