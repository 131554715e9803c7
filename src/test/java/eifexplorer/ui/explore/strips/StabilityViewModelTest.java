package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import eifexplorer.influence.ScoreStability;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StabilityViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final ExploreViewModel explore =
      new ExploreViewModel(
          jobs, SeededServices.standard(), new MarksViewModel(jobs, notices), notices, () -> {});
  private final StripsViewModel strips = explore.strips();

  @BeforeEach
  void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
  }

  private List<Integer> harmful() {
    StripViewModel strip = strips.strip(InfluenceKind.HARMFUL);
    return IntStream.range(0, strip.count())
        .mapToObj(place -> strip.item(place).trainIndex())
        .toList();
  }

  @Test
  void onlyStableOnesAreShownAndKeepTheirRanks() {
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
    strips.stability().stableOnlyProperty().set(true);
    List<Integer> listed = harmful();
    strips.choose(strips.strip(InfluenceKind.HARMFUL).item(0));
    strips.step(InfluenceKind.HARMFUL, 1);

    assertEquals(listed.get(1), strips.chosenProperty().get().trainIndex());
  }

  @Test
  void whereThereIsNothingToHoldThemAgainstNothingIsSaid() {
    StabilityViewModel model =
        new StabilityViewModel(
            jobs,
            explore.influence(),
            (of, id, options, query, scores, context) -> Optional.empty(),
            Duration.ZERO);
    model.show(session);
    explore.pairs().next();

    assertNull(model.knownProperty().get());
    assertEquals("", model.text(0));
  }

  @Test
  void stabilityIsToldInTheLanguageOfTheUser() {
    int first = harmful().get(0);
    try {
      Texts.use(Locale.GERMAN);
      assertEquals(
          "nicht stabil: gleiches Vorzeichen in 0 von 1, Rang 1 (1 bis 64 von 64), über a view",
          strips.stability().text(first));
    } finally {
      Texts.use(Locale.ENGLISH);
    }
  }
}
