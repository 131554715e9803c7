package eifexplorer.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.testing.SampleSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleViewModelTest {
  @TempDir Path folder;

  private final NoticesViewModel notices = new NoticesViewModel();
  private final SampleViewModel sample =
      new SampleViewModel(
          new FxJobs(new InlineJobRunner(), Runnable::run), new FileManager("Linux"), notices);

  private void show(Optional<Path> images, double[][] deltaLoss, double... deltaDistance) {
    ExplorerSession session = SampleSession.of(images);
    double[] influence = new double[SampleSession.trainSize()];
    influence[5] = 0.2;
    RankedInfluence scores =
        RankedInfluence.of(
            InfluenceQuery.pair(0, 1),
            new InfluenceScores(influence, deltaLoss, deltaDistance, 0.3));
    sample.show(InfluenceItem.of(session, scores, InfluenceKind.HARMFUL, 0), scores);
  }

  @Test
  void theScoreIsExplainedByItsTwoFactors() {
    double[] losses = new double[SampleSession.trainSize()];
    losses[5] = 0.25;

    show(Optional.empty(), new double[][] {losses}, 0.8);

    assertEquals(
        "When the weights move so that the distance grows by 0.800, the loss of this image rises"
            + " by 0.250.",
        sample.explanationProperty().get());
  }

  @Test
  void estimatorsWithoutThetaGiveNoExplanation() {
    show(Optional.empty(), new double[0][]);

    assertEquals("", sample.explanationProperty().get());
  }

  @Test
  void aBundlesSampleHasNoFile() {
    show(Optional.empty(), new double[0][]);

    assertEquals(Optional.empty(), sample.file());
  }

  @Test
  void aFileThatIsGoneIsToldOfInANotice() {
    show(Optional.of(folder), new double[0][]);

    sample.reveal();

    assertEquals(
        List.of(
            "The file is no longer there: "
                + folder.resolve("001.Amber_Tern/Amber_Tern_0005.png")
                + ". Check the data set's folder."),
        notices.notices().stream().map(notice -> notice.message()).toList());
  }
}
