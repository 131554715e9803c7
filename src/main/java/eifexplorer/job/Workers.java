package eifexplorer.job;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A small pool of threads for independent tasks, such as decoding images. Close it when done. */
public final class Workers implements AutoCloseable {
  private final ExecutorService pool;
  private static final int PATIENCE_SECONDS = 5;

  private final int width;

  /**
   * Makes a pool.
   *
   * @param name shown in thread dumps
   * @param width number of threads, at least 1
   */
  public Workers(String name, int width) {
    this.width = width;
    this.pool = Executors.newFixedThreadPool(width, new NamedThreads(name));
  }

  /** Number of threads. */
  public int width() {
    return width;
  }

  /** Runs a task when a thread is free. */
  public <T> CompletableFuture<T> submit(Callable<T> task) {
    Pending<T> pending = new Pending<>(task, new CompletableFuture<>());
    pool.execute(pending);
    return pending.future();
  }

  /** Cancels what has not begun, so that nobody waits for it, and waits a while for running tasks to end. */
  @Override
  public void close() {
    for (Runnable dropped : pool.shutdownNow()) {
      if (dropped instanceof Pending<?> pending) {
        pending.future().cancel(false);
      }
    }
    try {
      pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Pending<T>(Callable<T> task, CompletableFuture<T> future) implements Runnable {
    @Override
    public void run() {
      if (future.isCancelled()) {
        return;
      }
      try {
        future.complete(task.call());
      } catch (Throwable e) {
        future.completeExceptionally(e);
      }
    }
  }
}
