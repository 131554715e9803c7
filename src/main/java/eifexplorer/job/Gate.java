package eifexplorer.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets urgent work go first: a background job comes to the gate between its steps and waits there while a person waits for
 * something else. Safe for use from any thread.
 */
public final class Gate {
  /** How long a waiting job sleeps before it looks whether it was cancelled. */
  private static final long LOOK_MILLIS = 50;

  private final Object lock = new Object();

  /** What urgent work is called, oldest first. */
  private final List<String> urgent = new ArrayList<>();

  private long restsUntil = System.nanoTime();

  /** Runs urgent work at once, on the calling thread; whoever comes to the gate meanwhile waits. */
  public <T> T urgent(Supplier<T> work) {
    enter("");
    try {
      return work.get();
    } finally {
      leave("");
    }
  }

  /** Notes that urgent work begins; {@link #leave} must follow. */
  void enter(String title) {
    synchronized (lock) {
      urgent.add(title);
    }
  }

  void leave(String title) {
    synchronized (lock) {
      urgent.remove(title);
      lock.notifyAll();
    }
  }

  /** The title of the urgent work that began first; empty if there is none. */
  Optional<String> urgentWork() {
    synchronized (lock) {
      return urgent.stream().findFirst();
    }
  }

  /** Asks until something is ready, with sleep in between. Throws {@link JobCancelledException} once the context is cancelled. */
  static void poll(BooleanSupplier ready, JobContext context) {
    boolean interrupted = false;
    try {
      context.checkCancelled();
      while (!ready.getAsBoolean()) {
        try {
          Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
        context.checkCancelled();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
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
      while (!urgent.isEmpty() || isResting()) {
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
