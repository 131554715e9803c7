package eifexplorer.job;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What a running job reports to, and asks whether it should stop. */
public interface JobContext {
  /** Says how far the job is: {@code done} of {@code total} units, 0 for a total not known. */
  void progress(long done, long total, String unit);

  /** Adds a line to the job's log. */
  void log(String line);

  /** True once somebody asked the job to stop. */
  boolean cancelled();

  /** Whether whoever asked it to stop gave it up, rather than have it go on some time. */
  default boolean givenUp() {
    return false;
  }

  /** Throws {@link JobCancelledException} once somebody asked the job to stop; call it per batch. */
  default void checkCancelled() {
    if (cancelled()) {
      throw new JobCancelledException();
    }
  }

  /**
   * Lets what a person waits for go first: a long job comes here between its steps, and waits while such work is under way.
   * Not to be called with a lock that such work may need, unless it waits for that by {@link #await}; nor from the pieces of
   * a {@link ComputePool}.
   *
   * @throws JobCancelledException once somebody asked the job to stop, also while it waits
   */
  default void giveWay() {
    checkCancelled();
  }

  /**
   * Waits until something is ready that another job may be at; whoever gave way to this job goes on meanwhile.
   *
   * @param ready is asked again and again, on the calling thread
   * @throws JobCancelledException once somebody asked the job to stop
   */
  default void await(BooleanSupplier ready) {
    Gate.poll(ready, this);
  }

  /** For a part of the job whose progress is not the whole's: cancelled and logging with it, but silent about how far it is. */
  default JobContext withoutProgress() {
    return new ForwardingContext(this) {
      @Override
      public void progress(long done, long total, String unit) {}
    };
  }

  /** For a part of the job that may take so long at most: from then on it is as good as cancelled. */
  default JobContext atMost(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return new ForwardingContext(this) {
      @Override
      public boolean cancelled() {
        return super.cancelled() || System.nanoTime() - end > 0;
      }
    };
  }

  /** For a job that also gives way at this gate. */
  default JobContext givingWayAt(Gate gate) {
    return new ForwardingContext(this) {
      @Override
      public void giveWay() {
        super.giveWay();
        gate.giveWay(this);
      }
    };
  }

  /** A context that nobody watches and nobody cancels. */
  static JobContext unattended() {
    return new JobContext() {
      @Override
      public void progress(long done, long total, String unit) {}

      @Override
      public void log(String line) {}

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
