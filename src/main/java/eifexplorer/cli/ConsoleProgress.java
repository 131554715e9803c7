package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.job.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Shows a job's progress on the error stream: a bar drawn in place on a terminal, a line every ten seconds elsewhere. */
final class ConsoleProgress implements JobContext {
  private static final int BAR = 24;
  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final long LOG_NANOS = 10_000_000_000L;

  private final Console console;
  private final BooleanSupplier cancelled;
  private final LongSupplier clock;
  private long countingSince;
  private long shown;
  private String unit = "";

  ConsoleProgress(Console console, BooleanSupplier cancelled) {
    this(console, cancelled, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  ConsoleProgress(Console console, BooleanSupplier cancelled, LongSupplier clock) {
    this.console = console;
    this.cancelled = cancelled;
    this.clock = clock;
    this.countingSince = clock.getAsLong();
    this.shown = countingSince;
  }

  @Override
  public synchronized void progress(long done, long total, String newUnit) {
    long now = clock.getAsLong();
    if (done == 0 || !unit.equals(newUnit)) {
      countingSince = now;
      unit = newUnit;
    }
    if (now - shown < (console.terminal() ? TERMINAL_NANOS : LOG_NANOS)) {
      return;
    }
    shown = now;
    Progress progress = new Progress(done, total, newUnit, Duration.ofNanos(now - countingSince));
    if (console.terminal()) {
      console.bar().draw(bar(progress) + describe(progress));
    } else {
      console.note(describe(progress));
    }
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
  public void log(String line) {
    console.note(line);
  }

  /** Wipes a bar that stands open. */
  void endBar() {
    console.bar().wipe();
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }
}
