package eifexplorer.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl+C into a cancelled job: the JVM's shutdown waits for the job to end at its next check, so that nothing is
 * half-written and native code is never torn down under a running computation. Close it when the job has ended.
 */
public final class CancelOnInterrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "cancel-on-interrupt");
  private volatile boolean interrupted;

  /** Starts to watch. */
  public CancelOnInterrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** True once the user asked the program to stop. */
  public boolean isInterrupted() {
    return interrupted;
  }

  private void interrupted() {
    interrupted = true;
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    if (!interrupted) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
