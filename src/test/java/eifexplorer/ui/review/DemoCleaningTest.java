package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.dataset.InjectedNoise;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.Job;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobHandle;
import eifexplorer.job.JobKind;
import eifexplorer.job.JobRunner;
import eifexplorer.job.JobStatus;
import eifexplorer.job.Lane;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.DemoPictures;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.workspace.UserFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who knows the birds cleans the demo. In five minutes, at two and a half seconds an image, they come to 120 images.
 */
class DemoCleaningTest {
  private static final int IMAGES = 120;
  private static final long AN_IMAGE = Duration.ofMillis(2_500).toNanos();

  @TempDir Path folder;
  private long nanos;

  @Test
  void fewerThanOneLabelInAHundredIsWrongAfterFiveMinutes() {
    try (Explorer explorer =
        Composition.explorer(MeanColourEngine::new, new UserFolders(folder, folder), "test")) {
      DemoPictures.putInto(explorer.demo().images());
      ExplorerSession session = explorer.sessions().openDemo(JobContext.unattended());
      ReviewViewModel review = review(explorer);
      review.show(session);
      review.enter();
      int typed = 0;
      for (int i = 0; i < IMAGES; i++) {
        typed += decide(review.queue(), session) ? 0 : 1;
      }

      assertEquals(0, typed, "class names that had to be typed");
      long wrong = wrong(review.queue(), session);
      assertTrue(wrong < session.dataset().train().size() / 100.0, wrong + " are wrong");
      review.close();
    }
  }

  /** Runs what somebody waits for; the other detectors, which the order does without, never come. */
  private static final class WithoutBackground implements JobRunner {
    private final JobRunner now = new InlineJobRunner();
    private final JobRunner never = new HeldJobRunner();

    @Override
    public <T> JobHandle<T> submit(String title, Lane lane, JobKind kind, Job<T> job) {
      return (lane == Lane.BACKGROUND ? never : now).submit(title, lane, kind, job);
    }

    @Override
    public void forgetEnded() {
      now.forgetEnded();
    }

    @Override
    public List<JobStatus> jobs() {
      return now.jobs();
    }
  }

  private ReviewViewModel review(Explorer explorer) {
    NoticesViewModel notices = new NoticesViewModel();
    FxJobs jobs = new FxJobs(new WithoutBackground(), Runnable::run);
    return new ReviewViewModel(
        jobs,
        new ReviewServices(explorer.reviews(), explorer.demo()::ensure, explorer.copies()::kept),
        new MarksViewModel(jobs, notices),
        notices,
        () -> nanos,
        () -> {},
        () -> {},
        pair -> {});
  }

  private static int truth(ExplorerSession session, int trainIndex) {
    return session
        .dataset()
        .noise()
        .map(InjectedNoise::trueLabels)
        .orElse(Map.of())
        .getOrDefault(trainIndex, session.trainSample(trainIndex).label());
  }

  /** Whether one key was enough. */
  private boolean decide(QueueViewModel queue, ExplorerSession session) {
    ShownImage image = queue.shownProperty().get();
    queue.seen(image.trainIndex());
    nanos += AN_IMAGE;
    int truth = truth(session, image.trainIndex());
    if (truth == session.trainSample(image.trainIndex()).label()) {
      queue.decisions().keep();
      return true;
    }
    List<Integer> candidates = image.candidates().stream().map(Candidate::label).toList();
    queue.decisions().choose(candidates.indexOf(truth) + 1);
    return candidates.contains(truth);
  }

  private static long wrong(QueueViewModel queue, ExplorerSession session) {
    return queue.images().stream()
        .filter(i -> session.trainSample(i).label() != truth(session, i))
        .filter(i -> !queue.item(i).decision().startsWith("→ "))
        .count();
  }
}
