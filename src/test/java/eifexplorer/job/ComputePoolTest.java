package eifexplorer.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ComputePoolTest {
  private final int threadsBefore = ComputePool.shared().threads();

  @AfterEach
  void restore() {
    ComputePool.useThreads(threadsBefore);
  }

  private static int[] ones(int count) {
    return IntStream.generate(() -> 1).limit(count).toArray();
  }

  private static int[] array(AtomicIntegerArray counts) {
    return IntStream.range(0, counts.length()).map(counts::get).toArray();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 7", "2, 1", "2, 33", "3, 10000", "7, 100"})
  void everyPieceIsDoneOnce(int threads, int count) {
    AtomicIntegerArray times = new AtomicIntegerArray(count);
    new ComputePool(threads).forEach(count, times::incrementAndGet);
    assertArrayEquals(ones(count), array(times));
  }

  @Test
  void resultsKeepTheirOrder() {
    assertEquals(
        IntStream.range(0, 500).mapToObj(i -> "r" + i).toList(),
        new ComputePool(3).map(500, i -> "r" + i));
    assertEquals(List.of(), new ComputePool(3).map(0, i -> i));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void soManyThreadsWorkAtOnce(int threads) {
    Set<String> names = ConcurrentHashMap.newKeySet();
    CountDownLatch all = new CountDownLatch(threads);
    new ComputePool(threads)
        .forEach(
            threads,
            i -> {
              names.add(Thread.currentThread().getName());
              all.countDown();
              await(all);
            });
    assertEquals(threads, names.size());
  }

  /** More pieces that ask than there are threads: each must get on by itself. */
  @Test
  void aPieceMayAskItself() {
    ComputePool pool = new ComputePool(2);
    AtomicInteger leaves = new AtomicInteger();
    pool.forEach(20, i -> pool.forEach(20, j -> pool.forEach(20, k -> leaves.incrementAndGet())));
    assertEquals(8000, leaves.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatAPieceThrowsComesOutAndEndsTheWork(int threads) {
    AtomicInteger begun = new AtomicInteger();
    JobCancelledException cancelled = new JobCancelledException();
    ComputePool pool = new ComputePool(threads);

    JobCancelledException thrown =
        assertThrows(
            JobCancelledException.class,
            () ->
                pool.forEach(
                    100_000,
                    i -> {
                      begun.incrementAndGet();
                      if (i == 5) {
                        throw cancelled;
                      }
                      Thread.onSpinWait();
                    }));

    assertSame(cancelled, thrown);
    assertTrue(begun.get() < 100_000, begun + " begun");
    assertEquals(List.of(0, 1, 2), pool.map(3, i -> i));
  }

  @Test
  void anErrorComesOutAsItIs() {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            new ComputePool(2)
                .forEach(
                    10,
                    i -> {
                      throw new OutOfMemoryError("test");
                    }));
  }

  @Test
  void workUnderWayEndsWhenTheNumberOfThreadsChanges() {
    ComputePool.useThreads(3);
    AtomicIntegerArray times = new AtomicIntegerArray(200);
    ComputePool old = ComputePool.shared();
    old.forEach(
        200,
        i -> {
          if (i == 0) {
            ComputePool.useThreads(2);
          }
          times.incrementAndGet(i);
        });
    assertArrayEquals(ones(200), array(times));
    assertEquals(2, ComputePool.shared().threads());
    assertEquals(List.of(0, 1), old.map(2, i -> i));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
