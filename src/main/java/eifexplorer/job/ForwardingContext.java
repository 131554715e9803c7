package eifexplorer.job;

import java.util.function.BooleanSupplier;

/** The context of a part of a job: what is not overridden is the whole's. */
abstract class ForwardingContext implements JobContext {
  private final JobContext whole;

  ForwardingContext(JobContext whole) {
    this.whole = whole;
  }

  @Override
  public void progress(long done, long total, String unit) {
    whole.progress(done, total, unit);
  }

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

  @Override
  public void giveWay() {
    whole.giveWay();
  }

  @Override
  public void await(BooleanSupplier ready) {
    whole.await(ready);
  }
}
