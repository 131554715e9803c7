package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.SuspectRanking;
import eifexplorer.review.revision.OriginalLabels;
import eifexplorer.review.suspect.DefaultOrder;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.review.suspect.SuspectInputs;
import eifexplorer.session.ExplorerSession;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** In which order images are reviewed. */
final class ReviewOrder {
  @Option(
      names = "--detector",
      paramLabel = "NAME",
      defaultValue = RankWeights.DEFAULT_ID,
      description = "What to sort by, as for suspects (default: ${DEFAULT-VALUE}).")
  private String detector = RankWeights.DEFAULT_ID;

  /** A queue to look at. */
  record Opened(ExplorerSession session, ReviewDesk desk, ReviewQueue queue)
      implements AutoCloseable {
    @Override
    public void close() {
      desk.close();
    }
  }

  /** Opens a workspace's queue with its current model and labels, to look at. */
  Opened open(Explorer explorer, Path folder, JobContext progress) {
    RankWeights asked = Detectors.parse(detector);
    Workspace workspace = Workspace.open(folder);
    ExplorerSession session = explorer.sessions().openWorkspace(folder, "", progress);
    SuspectInputs inputs = explorer.reviews().suspects(session);
    RankWeights weights = DefaultOrder.resolve(asked, inputs);
    SuspectRanking ranking =
        new SuspectRanking(
            SuspectDetectors.run(weights.weights().keySet(), inputs, progress), weights);
    ReviewDesk desk = ReviewDesk.look(workspace.review(), OriginalLabels.of(session.dataset()));
    return new Opened(
        session, desk, new ReviewQueue(session.dataset(), ranking, desk, "", session.modelTitle()));
  }
}
