package eifexplorer.ui.benchmark;

import eifexplorer.ui.kit.FxThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How long the JavaFX thread is kept busy at a stretch: it is asked something over and over, and does not answer before it is
 * done with what it is at. {@link #ask} is called from one other thread, everything else on the JavaFX thread.
 */
final class FxWatch {
  private final FxThread fx = new FxThread();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private volatile boolean open;
  private long longest;
  private long longestOfCpu;
  private long cpu;
  private String during = "";
  private String longestDuring = "";
  private String longestCpuDuring = "";

  /** Asks, unless the question before is not answered yet. */
  void ask() {
    if (!open) {
      open = true;
      long asked = System.nanoTime();
      fx.execute(() -> answer(asked));
    }
  }

  private void answer(long asked) {
    long now = threads.getCurrentThreadCpuTime();
    if (!during.isEmpty()) {
      long waited = System.nanoTime() - asked;
      if (waited > longest) {
        longest = waited;
        longestDuring = during;
      }
      if (now - cpu > longestOfCpu) {
        longestOfCpu = now - cpu;
        longestCpuDuring = during;
      }
    }
    cpu = now;
    open = false;
  }

  /** What is done from now on; what was done before the first of these does not count. */
  void during(String what) {
    if (during.isEmpty()) {
      cpu = threads.getCurrentThreadCpuTime();
    }
    during = what;
  }

  /** What is done; empty before the first. */
  String during() {
    return during;
  }

  /** The longest time an answer took, in milliseconds. */
  double longestMillis() {
    return longest / 1e6;
  }

  /** The most time of the processor that the thread took between two answers, in milliseconds. */
  double longestCpuMillis() {
    return longestOfCpu / 1e6;
  }

  /** What was done during {@link #longestCpuMillis}. */
  String longestCpuDuring() {
    return longestCpuDuring;
  }

  /** What was done during {@link #longestMillis}. */
  String longestDuring() {
    return longestDuring;
  }
}
