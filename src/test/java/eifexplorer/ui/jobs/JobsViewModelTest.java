package eifexplorer.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobKind;
import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.ui.testing.HeldJobRunner;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsViewModelTest {
  private final HeldJobRunner runner = new HeldJobRunner();
  private long now;
  private final JobsViewModel jobs = new JobsViewModel(runner, () -> now);

  private HeldJobRunner.HeldJob<?> submit(String title) {
    return submit(title, Lane.ENGINE);
  }

  private HeldJobRunner.HeldJob<?> submit(String title, Lane lane) {
    runner.submit(title, lane, context -> title);
    return runner.job(runner.count() - 1);
  }

  private void sampleAfterMillis(long millis) {
    now += millis * 1_000_000;
    jobs.sample();
  }

  private List<String> titles() {
    return jobs.jobs().stream().map(JobViewModel::title).toList();
  }

  @Test
  void shortJobsAreNotListed() {
    HeldJobRunner.HeldJob<?> job = submit("Influence");
    jobs.sample();
    sampleAfterMillis(100);
    job.finish();
    sampleAfterMillis(1000);

    assertEquals(List.of(), titles());
  }

  @Test
  void housekeepingIsNotListedHoweverLong() {
    runner.submit("Save the settings", Lane.IO, JobKind.HOUSEKEEPING, context -> "");
    runner.job(0).begin();
    jobs.sample();
    sampleAfterMillis(60_000);

    assertEquals(List.of(), titles());
    assertNull(jobs.runningProperty().get());
  }

  @Test
  void housekeepingThatFailsIsListed() {
    runner.submit("Keep a mark", Lane.IO, JobKind.HOUSEKEEPING, context -> "");
    runner.job(0).fail(new ProblemException("The disk is full", "", ""));
    jobs.sample();

    assertEquals(List.of("Keep a mark"), titles());
  }

  @Test
  void clearingLeavesWhatHasNotEnded() {
    submit("Open").fail(new ProblemException("The file is empty", "a.npz", ""));
    submit("Train").begin();
    jobs.sample();
    sampleAfterMillis(1000);
    jobs.selectedProperty().set(jobs.jobs().get(1));

    jobs.clearEnded();

    assertEquals(List.of("Train"), titles());
    assertNull(jobs.failedProperty().get());
    assertNull(jobs.selectedProperty().get());
  }

  @Test
  void lastingJobsAreListedNewestFirst() {
    submit("first");
    submit("second");
    jobs.sample();
    sampleAfterMillis(1000);

    assertEquals(List.of("second", "first"), titles());
  }

  @Test
  void theStatusBarHasTheJobThatRunsLongest() {
    submit("first").begin();
    submit("second").begin();
    submit("third");
    jobs.sample();
    sampleAfterMillis(1000);

    assertEquals(
        List.of("first", "second runs too, third waits", "second runs\nfirst runs\nthird waits"),
        List.of(
            jobs.runningProperty().get().title(),
            jobs.waitingProperty().get(),
            jobs.presentProperty().get()));
  }

  @Test
  void aFailedJobIsListedHoweverShort() {
    submit("Open").fail(new ProblemException("The file is empty", "a.npz", ""));
    jobs.sample();

    assertEquals("The file is empty: a.npz.", jobs.failedProperty().get().message());
  }

  @Test
  void aFailureGivesWayToWhatIsBegunLater() {
    HeldJobRunner.HeldJob<?> earlier = submit("Train");
    jobs.sample();
    submit("Open").fail(new ProblemException("The file is empty", "a.npz", ""));
    sampleAfterMillis(10);
    earlier.begin();
    sampleAfterMillis(1000);
    assertEquals("Open", jobs.failedProperty().get().title());

    submit("Open again").finish();
    sampleAfterMillis(10);
    assertNull(jobs.failedProperty().get());
    assertEquals(1, jobs.unseenFailuresProperty().get());
    jobs.acknowledgeFailure();
    assertEquals(0, jobs.unseenFailuresProperty().get());
  }

  @Test
  void whatWaitsSaysForWhat() {
    HeldJobRunner.HeldJob<?> training = submit("Training b", Lane.ENGINE);
    HeldJobRunner.HeldJob<?> opening = submit("Opening the model", Lane.ENGINE);
    HeldJobRunner.HeldJob<?> reading = submit("Reading", Lane.IO);
    assertEquals("Opening the model waits for its turn", jobs.waitingText(opening));
    training.begin();
    training.progress(10, 20, "batches");
    assertEquals("Opening the model waits for Training b, 10 s left", jobs.waitingText(opening));
    assertEquals("Reading waits for its turn", jobs.waitingText(reading));
    opening.begin();
    assertEquals("", jobs.waitingText(opening));
  }

  @Test
  void aTrainingThatGivesWaySaysToWhat() {
    HeldJobRunner.HeldJob<?> training = submit("Training b", Lane.NETWORK);
    training.begin();
    training.progress(10, 20, "batches");
    jobs.sample();
    sampleAfterMillis(1000);
    JobViewModel shown = jobs.runningProperty().get();
    assertEquals("10 of 20 · 1.0 batches/s · 10 s left", shown.progressText());

    training.giveWayTo("Opening a");
    jobs.sample();
    assertEquals("lets Opening a go first", shown.progressText());
  }

  @Test
  void anAcknowledgedFailureLeavesTheStatusBarForGood() {
    submit("Open").fail(new ProblemException("The file is empty", "a.npz", ""));
    jobs.sample();

    jobs.acknowledgeFailure();
    jobs.sample();

    assertNull(jobs.failedProperty().get());
  }

  @Test
  void cancellingAsksTheJobAndSaysSo() {
    HeldJobRunner.HeldJob<?> job = submit("Open");
    job.begin();
    jobs.sample();
    sampleAfterMillis(1000);

    jobs.cancelRunning();

    assertEquals(
        List.of(true, "cancelling"),
        List.of(job.cancelled(), jobs.runningProperty().get().stateText()));
  }

  @Test
  void theLogOfTheChosenJobGrows() {
    HeldJobRunner.HeldJob<?> job = submit("Open");
    jobs.sample();
    sampleAfterMillis(1000);
    jobs.selectedProperty().set(jobs.jobs().get(0));
    job.log("one");
    jobs.sample();
    job.log("two");

    jobs.sample();

    assertEquals(List.of("one", "two"), jobs.jobs().get(0).log());
  }

  @Test
  void detailsHaveStateTraceAndLog() {
    HeldJobRunner.HeldJob<?> job = submit("Open");
    job.log("reading");
    job.fail(new IllegalStateException("index 3"));
    jobs.sample();

    String details = jobs.jobs().get(0).details();

    assertTrue(
        details.startsWith("Open: failed\njava.lang.IllegalStateException: index 3")
            && details.endsWith("reading\n"),
        details);
  }
}
