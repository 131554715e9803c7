package eifexplorer.spark;

import eifexplorer.cli.Console;
import eifexplorer.job.JobContext;

/** Prints what a job on the driver says; Spark shows how far its tasks are. */
record LoggingContext(Console console) implements JobContext {
  @Override
  public void progress(long done, long total, String unit) {}

  @Override
  public void log(String line) {
    console.note(line);
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
