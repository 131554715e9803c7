package eifexplorer.ui.review;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobRunner;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Review screen's model on a workspace of twelve training images in three classes, with a clock that is set. */
final class ReviewBench implements AutoCloseable {
  final SmallWorkspace small;
  final Explorer explorer;
  final ExplorerSession session;
  final NoticesViewModel notices = new NoticesViewModel();
  final MarksViewModel marks;
  final List<TestPair> opened = new ArrayList<>();
  final ReviewViewModel model;
  boolean paints = true;
  long nanos;
  final List<String> asked = new ArrayList<>();

  private ReviewBench(SmallWorkspace small, JobRunner runner) {
    this.small = small;
    this.explorer = small.explorer();
    this.session = explorer.sessions().openWorkspace(small.workspace(), JobContext.unattended());
    FxJobs jobs = new FxJobs(runner, Runnable::run);
    marks = new MarksViewModel(jobs, notices);
    model =
        new ReviewViewModel(
            jobs,
            new ReviewServices(
                explorer.reviews(), explorer.demo()::ensure, explorer.copies()::kept),
            marks,
            notices,
            () -> nanos,
            () -> asked.add("labels"),
            () -> asked.add("labels and model"),
            opened::add);
    model
        .queue()
        .shownProperty()
        .addListener((value, old, now) -> paint(now == null ? -1 : now.trainIndex()));
    model.show(session);
  }

  /** A bench on a new workspace below a folder. */
  static ReviewBench in(Path folder, JobRunner runner) {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    return new ReviewBench(small, runner);
  }

  /** Another window on the same workspace. */
  ReviewBench again(JobRunner runner) {
    return new ReviewBench(small, runner);
  }

  /** What a view does once the image has been painted. */
  void paint(int trainIndex) {
    if (paints) {
      queue().seen(trainIndex);
    }
  }

  QueueViewModel queue() {
    return model.queue();
  }

  int shown() {
    return queue().shownProperty().get().trainIndex();
  }

  String label(int trainIndex) {
    return session.className(session.trainSample(trainIndex).label());
  }

  List<String> said() {
    return notices.notices().stream().map(Notice::message).toList();
  }

  @Override
  public void close() {
    model.close();
    explorer.close();
  }
}
