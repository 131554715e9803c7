package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.ScoreStability;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededInsights;
import eifexplorer.ui.testing.SeededServices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StabilityViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final EstimatorViewModel estimators =
      new EstimatorViewModel(
          jobs, SeededServices.standard().factories(), SeededServices.standard().estimators());
  private final InfluenceViewModel influence =
      new InfluenceViewModel(jobs, estimators, SeededServices.standard().keys());
  private boolean comparable = true;
  private StripsViewModel strips;

  /** A view in which all scores but those of the first twenty training images change their signs. */
  private Optional<ScoreStability> stability(InfluenceScores scores) {
    double[] other = scores.influences();
    for (int i = 20; i < other.length; i++) {
      other[i] = -other[i];
    }
    InfluenceScores view = new InfluenceScores(other, new double[0][], new double[0], 1);
    return comparable
        ? Optional.of(ScoreStability.of("a view", scores, List.of(view)))
        : Optional.empty();
  }

  @BeforeEach
  void show() {
    strips =
        new StripsViewModel(
            influence,
            estimators,
            new LabelsViewModel(jobs),
            new SurveyViewModel(jobs, SeededServices.standard().surveyor()),
            new StabilityViewModel(
                jobs,
                influence,
                (of, id, options, query, scores, context) -> stability(scores),
                Duration.ZERO),
            new MarksViewModel(jobs, new NoticesViewModel()),
            pair -> "");
    strips.show(session, new SeededInsights(session));
  }

  private void explain() {
    influence.explain(
        session, ScopePairs.of(session.confusions()), PairIndex.of(session).items().get(0));
  }

  private List<Integer> harmful() {
    StripViewModel strip = strips.strip(InfluenceKind.HARMFUL);
    return IntStream.range(0, strip.count())
        .mapToObj(place -> strip.item(place).trainIndex())
        .toList();
  }

  @Test
  void onlyStableOnesAreShownAndKeepTheirRanks() {
    explain();
    List<Integer> all = harmful();
    ScoreStability known = strips.stability().knownProperty().get();
    strips.stability().stableOnlyProperty().set(true);

    assertEquals(all.stream().filter(known::isStable).toList(), harmful());
    assertEquals(harmful().size(), strips.stability().stable(InfluenceKind.HARMFUL));
    InfluenceItem first = strips.strip(InfluenceKind.HARMFUL).item(0);
    assertEquals(all.indexOf(first.trainIndex()) + 1, first.rank());

    strips.stability().stableOnlyProperty().set(false);
    assertEquals(all, harmful());
  }

  @Test
  void theArrowsWalkAmongStableOnes() {
    explain();
    strips.stability().stableOnlyProperty().set(true);
    List<Integer> listed = harmful();
    strips.choose(strips.strip(InfluenceKind.HARMFUL).item(0));
    strips.step(InfluenceKind.HARMFUL, 1);

    assertEquals(listed.get(1), strips.chosenProperty().get().trainIndex());
  }

  @Test
  void whereThereIsNothingToHoldThemAgainstAllAreShown() {
    comparable = false;
    explain();
    strips.stability().stableOnlyProperty().set(true);

    assertNull(strips.stability().knownProperty().get());
    assertEquals("", strips.stability().text(0));
    assertEquals(strips.count(InfluenceKind.HARMFUL), harmful().size());
  }
}
