package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.job.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Shows a job's progress on the error stream: a bar drawn in place on a terminal, a line every ten seconds elsewhere. */
final class ConsoleProgress implements JobContext {
  private static final int BAR = 24;
  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final long LOG_NANOS = 10_000_000_000L;

  private final Console console;
  private final BooleanSupplier cancelled;
  private long countingSince = System.nanoTime();
  private long shown = System.nanoTime();
  private String unit = "";
  private boolean barOpen;

  ConsoleProgress(Console console, BooleanSupplier cancelled) {
    this.console = console;
    this.cancelled = cancelled;
  }

  @Override
  public synchronized void progress(long done, long total, String newUnit) {
    long now = System.nanoTime();
    if (done == 0 || !unit.equals(newUnit)) {
      countingSince = now;
      unit = newUnit;
    }
    boolean last = total > 0 && done >= total;
    if (now - shown < (console.terminal() ? TERMINAL_NANOS : LOG_NANOS) && !(last && barOpen)) {
      return;
    }
    shown = now;
    print(new Progress(done, total, newUnit, Duration.ofNanos(now - countingSince)), last);
  }

  private void print(Progress progress, boolean last) {
    if (console.terminal()) {
      console.err().printf("\r%-78s", bar(progress) + describe(progress));
      barOpen = !last;
      if (last) {
        console.err().println();
      }
    } else {
      console.err().println(describe(progress));
    }
    console.err().flush();
  }

  private static String bar(Progress progress) {
    if (progress.fraction() < 0) {
      return "";
    }
    int filled = (int) Math.round(progress.fraction() * BAR);
    return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] ";
  }

  static String describe(Progress progress) {
    StringBuilder text = new StringBuilder();
    if (progress.fraction() >= 0) {
      text.append(progress.done()).append(" of ").append(progress.total());
    } else {
      text.append(progress.done());
    }
    text.append(' ').append(progress.unit());
    if (progress.rate() > 0) {
      text.append(String.format(Locale.ROOT, ", %.1f/s", progress.rate()));
    }
    progress
        .remaining()
        .ifPresent(left -> text.append(", ").append(left.toSeconds()).append(" s left"));
    return text.toString();
  }

  @Override
  public synchronized void log(String line) {
    endBar();
    console.err().println(line);
    console.err().flush();
  }

  /** Wipes a bar that stands open: half a bar says nothing once the work is over. */
  synchronized void endBar() {
    if (barOpen) {
      console.err().printf("\r%-78s\r", "");
      console.err().flush();
      barOpen = false;
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }
}
