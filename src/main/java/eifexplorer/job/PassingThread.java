package eifexplorer.job;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One job at a time, in order, with one thread more for each that the others were let past. */
final class PassingThread extends ThreadPoolExecutor {
  private int hung;

  /** A lane without jobs yet. */
  PassingThread(ThreadFactory threads) {
    super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
  }

  /** Lets the others past a job that runs, until it ends. */
  @SuppressWarnings("FutureReturnValueIgnored") // nothing is to be done about how it ends
  void pass(TrackedJob<?> job) {
    if (job.passBy()) {
      beside(1);
      job.result().whenComplete((value, error) -> beside(-1));
    }
  }

  private synchronized void beside(int more) {
    hung += more;
    // No thread is kept without a job for it, so the most must never be below the least.
    if (more > 0) {
      setMaximumPoolSize(1 + hung);
      setCorePoolSize(1 + hung);
    } else {
      setCorePoolSize(1 + hung);
      setMaximumPoolSize(1 + hung);
    }
  }
}
