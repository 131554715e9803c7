package eifexplorer.experiment;

import eifexplorer.job.JobContext;

/**
 * Cancelled with the whole, but its steps do not count as the whole's progress.
 *
 * @param whole what it is a part of
 */
public record QuietContext(JobContext whole) implements JobContext {
  @Override
  public void progress(long done, long total, String unit) {
    // The whole counts units.
  }

  @Override
  public void log(String line) {
    whole.log(line);
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }
}
