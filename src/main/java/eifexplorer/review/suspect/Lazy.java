package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import java.util.function.Function;

/** A value that is computed when first asked for, once; a cancelled computation is begun again. */
final class Lazy<T> {
  private final Function<JobContext, T> compute;
  private T value;

  Lazy(Function<JobContext, T> compute) {
    this.compute = compute;
  }

  synchronized T get(JobContext context) {
    if (value == null) {
      value = compute.apply(context);
    }
    return value;
  }
}
