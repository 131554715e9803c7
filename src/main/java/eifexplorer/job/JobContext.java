package eifexplorer.job;

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

  /** For a part of the job whose progress is not the whole's: cancelled and logging with it, but silent about how far it is. */
  default JobContext withoutProgress() {
    JobContext whole = this;
    return new JobContext() {
      @Override
      public void progress(long done, long total, String unit) {}

      @Override
      public void log(String line) {
        whole.log(line);
      }

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }

      @Override
      public boolean givenUp() {
        return whole.givenUp();
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
