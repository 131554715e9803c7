package eifexplorer.job;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Has those who are at the same thing do it one after the other, such as two jobs that want the same features extracted.
 * Safe for use from any thread; whoever has a turn must not take another.
 *
 * @param <K> what things are told apart by
 */
public final class Turns<K> {
  private final Set<K> taken = new HashSet<>();

  /** Nobody has a turn. */
  public Turns() {}

  /**
   * Does the work once nobody else is at that thing.
   *
   * @throws JobCancelledException when the context is cancelled while it waits
   */
  public <T> T take(K thing, JobContext context, Supplier<T> work) {
    if (!tryTake(thing)) {
      context.log("Waits for another job that is at the same");
      context.await(() -> tryTake(thing));
    }
    try {
      return work.get();
    } finally {
      synchronized (taken) {
        taken.remove(thing);
      }
    }
  }

  private boolean tryTake(K thing) {
    synchronized (taken) {
      return taken.add(thing);
    }
  }
}
