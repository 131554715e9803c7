package eifexplorer.testing;

import eifexplorer.job.JobContext;

/** A context that is cancelled once so many units are done. */
public final class CancelAfter implements JobContext {
  private final int units;
  private volatile boolean cancelled;

  /** Cancelled when {@code units} are done. */
  public CancelAfter(int units) {
    this.units = units;
  }

  @Override
  public void progress(long done, long total, String unit) {
    cancelled |= done >= units;
  }

  @Override
  public void log(String line) {
    // Nobody reads it.
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
