package eifexplorer.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Maps items in parallel, a bounded number ahead of the consumer, and hands the results out in order.
 *
 * @param <I> item
 * @param <O> result
 */
public final class Prefetch<I, O> implements Iterator<O>, AutoCloseable {
  private final Iterator<? extends I> items;
  private final Function<? super I, ? extends O> task;
  private final Workers workers;
  private final int ahead;
  private final Deque<CompletableFuture<O>> pending = new ArrayDeque<>();

  /**
   * Starts mapping.
   *
   * @param ahead results held at most, at least 1
   */
  public Prefetch(
      Iterator<? extends I> items,
      Function<? super I, ? extends O> task,
      Workers workers,
      int ahead) {
    this.items = items;
    this.task = task;
    this.workers = workers;
    this.ahead = ahead;
    fill();
  }

  private void fill() {
    while (pending.size() < ahead && items.hasNext()) {
      I item = items.next();
      pending.addLast(workers.submit(() -> task.apply(item)));
    }
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty();
  }

  /** The next result, waiting for it if need be; rethrows what its task threw. */
  @Override
  public O next() {
    if (pending.isEmpty()) {
      throw new NoSuchElementException();
    }
    CompletableFuture<O> first = pending.removeFirst();
    fill();
    try {
      return first.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Drops results that nobody will take. */
  @Override
  public void close() {
    pending.forEach(f -> f.cancel(false));
    pending.clear();
  }
}
