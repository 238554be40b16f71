package org.genryu.stress.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.genryu.core.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Parts begun ahead and told in their order. Rung: by hand.
@Timeout(120)
class FutureEngineTest {
    private static List<FutureLoss> part(int number) {
        return List.of(FutureLoss.none(2 * number), FutureLoss.none(2 * number + 1));
    }

    /// So memory does not grow with their number: what is held is what is begun and not yet told.
    @Test
    void noMoreMustBeHeldThanIsBegunAhead() {
        AtomicInteger begun = new AtomicInteger();
        List<Integer> told = new ArrayList<>();
        FutureEngine.inOrder(
                100,
                4,
                part -> {
                    assertThat(begun.incrementAndGet() - told.size() / 2).isLessThanOrEqualTo(4);
                    return CompletableFuture.completedFuture(part(part));
                },
                loss -> told.add(loss.number()));
        assertThat(told).hasSize(200).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotWantedAnyMoreMustBeGivenUp() {
        List<CompletableFuture<List<FutureLoss>>> all = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        FutureEngine.inOrder(
                100,
                3,
                part -> {
                    all.add(part < 2 ? CompletableFuture.completedFuture(part(part)) : new CompletableFuture<>());
                    return all.getLast();
                },
                loss -> {
                    told.add(loss.number());
                    return told.size() < 3;
                });
        assertThat(told).containsExactly(0, 1, 2);
        assertThat(all).hasSize(4);
        assertThat(all.subList(2, 4)).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void troubleOfAPartMustComeOutAsItIs() {
        IllegalArgumentException trouble = new IllegalArgumentException("this future");
        assertThatThrownBy(() -> FutureEngine.inOrder(2, 2, _ -> CompletableFuture.failedFuture(trouble), _ -> true))
                .isSameAs(trouble);
        for (int workers = 1; workers <= 3; workers++) {
            int many = workers;
            assertThatThrownBy(() -> each(many, trouble)).isSameAs(trouble);
        }
    }

    private static void each(int workers, RuntimeException trouble) {
        new FutureWorkers(workers, future -> {
                    if (future == 3) {
                        throw trouble;
                    }
                    return FutureLoss.none(future);
                })
                .each(10, _ -> true);
    }

    /// A part that never ends.
    @Test
    void theTimeLimitMustHoldWhileAPartIsWaitedFor() {
        assertThatThrownBy(() -> Deadline.in(0.2).over(() -> {
                    FutureEngine.inOrder(1, 1, _ -> new CompletableFuture<>(), _ -> true);
                    return true;
                }))
                .isInstanceOf(Deadline.TimeUp.class);
    }
}
