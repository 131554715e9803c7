package eifexplorer.job;

/** What a running job reports to, and asks whether it should stop. */
public interface JobContext {
  /** Says how far the job is: {@code done} of {@code total} units, 0 for a total not known. */
  void progress(long done, long total, String unit);

  /** Adds a line to the job's log. */
  void log(String line);

  /** True once somebody asked the job to stop. */
  boolean cancelled();

  /** Throws {@link JobCancelledException} once somebody asked the job to stop; call it per batch. */
  default void checkCancelled() {
    if (cancelled()) {
      throw new JobCancelledException();
    }
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
