package eifexplorer.job;

import java.util.function.Supplier;

/**
 * Lets urgent work go first: a background job comes to the gate between its steps and waits there while a person waits for
 * something else. Safe for use from any thread.
 */
public final class Gate {
  /** How long a waiting job sleeps before it looks whether it was cancelled. */
  private static final long LOOK_MILLIS = 50;

  private final Object lock = new Object();
  private int urgent;
  private long restsUntil = System.nanoTime();

  /** Runs urgent work at once, on the calling thread; whoever comes to the gate meanwhile waits. */
  public <T> T urgent(Supplier<T> work) {
    synchronized (lock) {
      urgent++;
    }
    try {
      return work.get();
    } finally {
      synchronized (lock) {
        urgent--;
        lock.notifyAll();
      }
    }
  }

  /** Whoever comes to the gate in the next so many milliseconds waits until they are over. */
  public void rest(long millis) {
    synchronized (lock) {
      restsUntil = Math.max(restsUntil, System.nanoTime() + millis * 1_000_000);
    }
  }

  private boolean isResting() {
    return System.nanoTime() - restsUntil < 0;
  }

  /**
   * Waits until no urgent work is under way and the rest is over. Not to be called within urgent work, nor from tasks that it may wait for.
   *
   * @throws JobCancelledException when the context is cancelled, also while waiting
   */
  public void giveWay(JobContext context) {
    boolean interrupted = false;
    synchronized (lock) {
      context.checkCancelled();
      while (urgent > 0 || isResting()) {
        try {
          lock.wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
        context.checkCancelled();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
