package eifexplorer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PrefetchTest {
  @Test
  void resultsComeInOrder() {
    try (Workers workers = new Workers("test", 3);
        Prefetch<Integer, Integer> prefetch =
            new Prefetch<>(IntStream.range(0, 200).iterator(), i -> i * i, workers, 7)) {
      List<Integer> got = new ArrayList<>();
      prefetch.forEachRemaining(got::add);

      assertEquals(IntStream.range(0, 200).map(i -> i * i).boxed().toList(), got);
    }
  }

  @Test
  void noMoreThanTheBoundIsHeldAhead() {
    AtomicInteger begun = new AtomicInteger();
    try (Workers workers = new Workers("test", 2);
        Prefetch<Integer, Integer> prefetch =
            new Prefetch<>(
                IntStream.range(0, 100).iterator(), i -> begun.incrementAndGet(), workers, 5)) {
      for (int taken = 1; taken <= 50; taken++) {
        prefetch.next();
        assertTrue(begun.get() <= taken + 5, begun + " begun after " + taken);
      }
    }
  }

  @Test
  void aTasksFailureReachesTheConsumer() {
    try (Workers workers = new Workers("test", 1);
        Prefetch<Integer, Integer> prefetch =
            new Prefetch<>(List.of(0).iterator(), i -> 1 / i, workers, 1)) {
      assertThrows(ArithmeticException.class, prefetch::next);
    }
  }

  @Test
  void closingTheWorkersFreesAWaitingConsumer() {
    Workers workers = new Workers("test", 1);
    java.util.concurrent.CountDownLatch hold = new java.util.concurrent.CountDownLatch(1);
    Prefetch<Integer, Object> prefetch =
        new Prefetch<>(
            List.of(0, 1).iterator(),
            i -> {
              try {
                return hold.await(20, java.util.concurrent.TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                return "interrupted";
              }
            },
            workers,
            2);
    workers.close();
    hold.countDown();
    prefetch.next();

    assertThrows(java.util.concurrent.CancellationException.class, prefetch::next);
  }
}
