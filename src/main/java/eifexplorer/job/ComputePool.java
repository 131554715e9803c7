package eifexplorer.job;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * The threads that plain kernels share.
 *
 * <p>Whoever asks takes part: it does pieces until none is left, threads that are free help, and it waits only for pieces
 * that others have begun. So a piece may itself ask, pieces may hold locks that other pieces of the same work don't need,
 * and with all threads busy the work goes on in the asking one. A piece must write only what is its own: then the result
 * does not depend on the number of threads.
 */
public final class ComputePool {
  /** Indices are handed out in so many portions a thread: few enough to cost nothing, enough to end together. */
  private static final int PORTIONS_A_THREAD = 16;

  private static final long IDLE_SECONDS = 10;

  private static volatile ComputePool shared =
      new ComputePool(Runtime.getRuntime().availableProcessors());

  private final int threads;
  private final ThreadPoolExecutor helpers;

  ComputePool(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads");
    }
    this.threads = threads;
    int others = Math.max(1, threads - 1);
    helpers =
        new ThreadPoolExecutor(
            others,
            others,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new NamedThreads("kernel"));
    helpers.allowCoreThreadTimeOut(true);
  }

  /** The pool of this process. */
  public static ComputePool shared() {
    return shared;
  }

  /** From now on kernels use so many threads, at least 1: for the composition root. Work under way ends as it began. */
  public static void useThreads(int threads) {
    ComputePool before = shared;
    if (before.threads != threads) {
      shared = new ComputePool(threads);
      before.helpers.shutdown();
    }
  }

  /** How many threads work at once for one who asks, itself included. */
  public int threads() {
    return threads;
  }

  /**
   * Does a piece of work for every index from 0 to {@code count - 1}, in any order, and returns when all are done.
   *
   * @throws RuntimeException what a piece threw, such as {@link JobCancelledException}; pieces not begun by then are left out
   */
  public void forEach(int count, IntConsumer piece) {
    int portion = Math.max(1, count / (threads * PORTIONS_A_THREAD));
    int portions = (count + portion - 1) / portion;
    int wanted = Math.min(threads, portions) - 1;
    if (wanted <= 0) {
      for (int i = 0; i < count; i++) {
        piece.accept(i);
      }
      return;
    }
    Work work = new Work(count, portion, portions, piece);
    for (int i = 0; i < wanted && helpers.getQueue().size() < threads; i++) {
      if (!askForHelp(work)) {
        break;
      }
    }
    work.run();
    work.await();
  }

  private boolean askForHelp(Work work) {
    try {
      helpers.execute(work);
      return true;
    } catch (RejectedExecutionException e) {
      // Another pool has taken its place: what is left of the work is done by who asks.
      return false;
    }
  }

  /** The results for every index from 0 to {@code count - 1}, in their order; throws as {@link #forEach} does. */
  @SuppressWarnings("unchecked")
  public <T> List<T> map(int count, IntFunction<? extends T> piece) {
    Object[] results = new Object[count];
    forEach(count, i -> results[i] = piece.apply(i));
    return (List<T>) Arrays.asList(results);
  }

  /** One who asks, and what they asked for. */
  private static final class Work implements Runnable {
    private final int count;
    private final int portion;
    private final int portions;
    private final IntConsumer piece;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger open;
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Work(int count, int portion, int portions, IntConsumer piece) {
      this.count = count;
      this.portion = portion;
      this.portions = portions;
      this.piece = piece;
      this.open = new AtomicInteger(portions);
    }

    /** Does portions until none is left. */
    @Override
    public void run() {
      // A late helper looks first, so that the counter can't run over.
      while (next.get() < portions) {
        int p = next.getAndIncrement();
        if (p < portions) {
          portion(p);
        }
      }
    }

    private void portion(int p) {
      try {
        int to = (int) Math.min(count, (p + 1L) * portion);
        for (int i = p * portion; i < to && failure.get() == null; i++) {
          piece.accept(i);
        }
      } catch (Throwable e) {
        failure.compareAndSet(null, e);
      } finally {
        if (open.decrementAndGet() == 0) {
          done.countDown();
        }
      }
    }

    /** Waits for the portions that others have begun; rethrows the first failure. */
    void await() {
      boolean interrupted = false;
      while (true) {
        try {
          done.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      Throwable thrown = failure.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown != null) {
        // Pieces throw no checked exceptions.
        throw (RuntimeException) thrown;
      }
    }
  }
}
