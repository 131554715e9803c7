package eifexplorer.ui.jobs;

import eifexplorer.job.Progress;
import eifexplorer.ui.kit.Texts;
import java.time.Duration;
import java.util.StringJoiner;

/** Progress in words. */
final class ProgressText {
  private static final Duration TELLING = Duration.ofSeconds(1);

  private ProgressText() {}

  /** How much of it, how fast and how long still: {@code 902 of 1,487 · 38 images/s · 15 s left}. */
  static String full(Progress progress) {
    StringJoiner text = new StringJoiner(" · ");
    if (progress.total() > 0) {
      text.add(Texts.of("{0} of {1}", Texts.count(progress.done()), Texts.count(progress.total())));
    } else if (progress.done() > 0) {
      text.add((Texts.count(progress.done()) + " " + Texts.said(progress.unit())).strip());
    }
    // The first moments say nothing about the speed.
    if (progress.elapsed().compareTo(TELLING) >= 0 && progress.done() > 0) {
      if (!progress.unit().isEmpty()) {
        text.add(rate(progress.rate()) + " " + Texts.said(progress.unit()) + "/s");
      }
      String left = left(progress);
      if (!left.isEmpty()) {
        text.add(left);
      }
    }
    return text.toString();
  }

  /** How long still: {@code 15 s left}; empty when it can't be told. */
  static String left(Progress progress) {
    return progress
        .remaining()
        .filter(time -> progress.elapsed().compareTo(TELLING) >= 0)
        .map(time -> Texts.of("{0} left", Texts.span(time)))
        .orElse("");
  }

  private static String rate(double rate) {
    return rate >= 10 ? Texts.count(Math.round(rate)) : Texts.number("%.1f", rate);
  }
}
