package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value that is computed when first asked for, once; a cancelled computation is begun again. */
final class Lazy<T> {
  private final Function<JobContext, T> compute;
  private @Nullable T value;

  Lazy(Function<JobContext, T> compute) {
    this.compute = compute;
  }

  /** Computes it again when it is next asked for. */
  synchronized void forget() {
    value = null;
  }

  synchronized T get(JobContext context) {
    T known = value;
    if (known == null) {
      known = compute.apply(context);
      value = known;
    }
    return known;
  }
}
