package eifexplorer.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.ui.testing.HeldJobRunner;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestJobTest {
  private final HeldJobRunner held = new HeldJobRunner();
  private final LatestJob<String> job = new LatestJob<>(new FxJobs(held, Runnable::run));

  private void ask(String answer) {
    job.ask("ask", Lane.IO, context -> answer);
  }

  private List<Object> state() {
    return Arrays.asList(job.valueProperty().get(), job.busyProperty().get());
  }

  @Test
  void theAnswerBeforeStaysUntilTheNextIsThere() {
    ask("one");
    held.job(0).finish();
    ask("two");
    List<Object> between = state();
    held.job(1).finish();

    assertEquals(
        List.of("one", true, "two", false),
        List.of(between.get(0), between.get(1), state().get(0), state().get(1)));
  }

  @Test
  void anOlderQuestionIsCancelledAndItsAnswerDropped() {
    ask("one");
    ask("two");
    held.job(1).finish();
    held.job(0).finish();

    assertEquals(List.of(true, "two"), List.of(held.job(0).cancelled(), job.valueProperty().get()));
  }

  @Test
  void aFailureTakesThePlaceOfTheAnswerUntilItIsAskedAgain() {
    ask("one");
    held.job(0).finish();
    ask("two");
    held.job(1).fail(new ProblemException("It does not work", "", ""));
    String message = job.failureProperty().get().message();
    assertNull(job.valueProperty().get());

    job.retry();
    held.job(2).finish();

    assertEquals(List.of("It does not work.", "two"), List.of(message, job.valueProperty().get()));
    assertNull(job.failureProperty().get());
  }

  @Test
  void whatIsForgottenIsNotAnsweredAnyMore() {
    ask("one");
    job.clear();
    held.job(0).finish();
    job.retry();

    assertEquals(Arrays.asList(null, false), state());
    assertEquals(1, held.count());
  }

  /** It may be about a session that is closed by now. */
  @Test
  void anAnsweredQuestionIsNotHeld() throws InterruptedException {
    LatestJob<String> latest = new LatestJob<>(new FxJobs(new InlineJobRunner(), Runnable::run));
    WeakReference<?> asked = askAbout(latest, new Object());
    for (int time = 0; asked.get() != null && time < 100; time++) {
      System.gc();
      Thread.sleep(1);
    }
    assertNull(asked.get());
    assertEquals("answer", latest.valueProperty().get());
  }

  private static WeakReference<?> askAbout(LatestJob<String> latest, Object large) {
    WeakReference<?> reference = new WeakReference<>(large);
    latest.ask("ask", Lane.IO, context -> large.hashCode() == 0 ? "" : "answer");
    return reference;
  }
}
