package eifexplorer.ui.testing;

import eifexplorer.job.JobContext;
import eifexplorer.model.BundleImport;
import eifexplorer.model.BundleOptions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.NewWorkspace;
import eifexplorer.session.SessionOpener;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Opens what the test says, and remembers what it was asked for. */
public final class FakeOpener implements SessionOpener {
  private final List<String> asked = new ArrayList<>();
  private volatile Function<JobContext, ExplorerSession> answer;

  /** Answers with this from now on. */
  public FakeOpener answer(Function<JobContext, ExplorerSession> newAnswer) {
    answer = newAnswer;
    return this;
  }

  /** What was asked for, such as {@code workspace /a/b}. */
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  private ExplorerSession open(String what, JobContext context) {
    synchronized (this) {
      asked.add(what);
    }
    return answer.apply(context);
  }

  @Override
  public ExplorerSession openWorkspace(Path folder, String modelId, JobContext context) {
    return open(("workspace " + folder + " " + modelId).strip(), context);
  }

  /** Opens the folder that is there, since there is nothing to compute. */
  @Override
  public UntrainedWorkspace openUntrained(Path folder, JobContext context) {
    return SmallWorkspace.explorer(folder).sessions().openUntrained(folder, context);
  }

  @Override
  public ExplorerSession openBundle(Path file, BundleOptions options, JobContext context) {
    String loss = options.loss().map(LossSpec::name).orElse("");
    return open(("bundle " + file + " " + loss).strip(), context);
  }

  @Override
  public ExplorerSession importBundle(BundleImport.Request request, JobContext context) {
    return open("import " + request.bundle() + " to " + request.folder(), context);
  }

  @Override
  public ExplorerSession openDemo(JobContext context) {
    return open("demo", context);
  }

  @Override
  public ExplorerSession create(NewWorkspace request, JobContext context) {
    return open("create " + request.folder() + " " + request.dataset().format(), context);
  }
}
