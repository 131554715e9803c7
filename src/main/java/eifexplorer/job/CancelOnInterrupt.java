package eifexplorer.job;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl+C into a cancelled job, which ends at its next check, so that nothing is half-written and native code is never
 * torn down under a running computation; whoever presses it again does not want to wait for that, and the program ends at
 * once. Asked to end by the system, the JVM's shutdown waits for the job in the same way, but some seconds only: what can't be
 * broken off, such as PyTorch being unpacked for the first time, ends as it would by a kill, which leaves no half file behind.
 * Close it when the job has ended.
 */
public final class CancelOnInterrupt implements AutoCloseable {
  /** Whoever ends a program waits ten seconds or more before it is killed. */
  private static final long PATIENCE_SECONDS = 8;

  private static final int INTERRUPTED = 130;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::shutDown, "cancel-on-interrupt");
  private final Runnable whenStopping;
  private final Runnable halt;
  private final Optional<InterruptSignal> signal;
  private volatile boolean interrupted;

  /** Starts to watch; {@code whenStopping} tells the person who pressed Ctrl+C that it was heard. */
  public CancelOnInterrupt(Runnable whenStopping) {
    this(whenStopping, () -> Runtime.getRuntime().halt(INTERRUPTED));
  }

  /** The same with another way to end at once. */
  CancelOnInterrupt(Runnable whenStopping, Runnable halt) {
    this.whenStopping = whenStopping;
    this.halt = halt;
    Runtime.getRuntime().addShutdownHook(hook);
    signal = InterruptSignal.handle(this::pressed);
  }

  /** True once the user asked the program to stop. */
  public boolean isInterrupted() {
    return interrupted;
  }

  /** What Ctrl+C does. */
  void pressed() {
    if (interrupted) {
      halt.run();
    } else {
      interrupted = true;
      whenStopping.run();
    }
  }

  private void shutDown() {
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
    signal.ifPresent(InterruptSignal::close);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down, and the hook has just been let go.
    }
  }
}
