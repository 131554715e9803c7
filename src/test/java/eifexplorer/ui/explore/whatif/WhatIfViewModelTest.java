package eifexplorer.ui.explore.whatif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.InfluenceScope;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import eifexplorer.ui.testing.SeededTrials;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final ExploreServices services = SeededServices.standard();
  private final SeededTrials trials = (SeededTrials) services.trials();
  private final ExploreViewModel explore =
      new ExploreViewModel(jobs, services, new MarksViewModel(jobs, notices), notices, () -> {});
  private final WhatIfViewModel model = explore.sheets().whatIf();

  @BeforeEach
  void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
    model.form().seedsProperty().set("3");
  }

  private InfluenceScores scores() {
    return explore.influence().shownProperty().get().scores();
  }

  private InfluenceItem item(InfluenceKind kind, int rank) {
    return explore.strip(kind).item(rank);
  }

  @Test
  void asInThePaperHarmfulImagesAreLeftOutAndHelpfulOnesCountTwice() {
    model.toggle();
    model.run();

    double[] expected = new double[SampleSession.trainSize()];
    Arrays.fill(expected, 1);
    Arrays.stream(scores().harmful()).forEach(i -> expected[i] = 0);
    Arrays.stream(scores().helpful()).forEach(i -> expected[i] = 2);
    assertArrayEquals(expected, trials.requests().get(0).weights());
    assertEquals(Map.of(), trials.requests().get(0).labels());
  }

  @Test
  void everySeedIsTriedAndHeldAgainstARandomSetOfTheSameSize() {
    model.run();

    List<ReweightRequest> requests = trials.requests();
    assertEquals(
        List.of(0L, 0L, 1L, 1L, 2L, 2L), requests.stream().map(r -> r.seeds().get(0)).toList());
    for (int i = 1; i < requests.size(); i += 2) {
      double[] control = requests.get(i).weights().clone();
      double[] trial = requests.get(i - 1).weights().clone();
      assertFalse(Arrays.equals(control, trial));
      Arrays.sort(control);
      Arrays.sort(trial);
      assertArrayEquals(trial, control);
    }
    assertEquals(
        "Pushed apart by 0.110 ± 0.010 in 3 of 3 seeds; random sets of the same size: +0.003 ±"
            + " 0.012.",
        model.resultProperty().get().sentence());
  }

  @Test
  void onlyPickedImagesAreChanged() {
    InfluenceItem harmful = item(InfluenceKind.HARMFUL, 2);
    explore.strips().togglePicked(harmful);
    model.toggle();
    model.form().harmfulWeightProperty().set("0.5");
    model.run();

    double[] expected = new double[SampleSession.trainSize()];
    Arrays.fill(expected, 1);
    expected[harmful.trainIndex()] = 0.5;
    assertArrayEquals(expected, trials.requests().get(0).weights());
    assertEquals("1 harmful counted × 0.5", model.effectProperty().get());
  }

  @Test
  void picksAreTakenBackTheSameWay() {
    InfluenceItem harmful = item(InfluenceKind.HARMFUL, 2);
    explore.strips().togglePicked(harmful);
    explore.strips().togglePicked(harmful);
    model.toggle();
    assertEquals(WhatIfSelection.ALL, model.form().selectionProperty().get());

    model.form().selectionProperty().set(WhatIfSelection.PICKED);
    assertEquals(
        "No image is picked: Ctrl+click tiles in the strips, or choose all.",
        model.problemProperty().get());
  }

  @Test
  void theStrongestOfEachKindAreChangedAlone() {
    model.form().selectionProperty().set(WhatIfSelection.STRONGEST);
    model.form().strongestProperty().set("2");

    assertEquals("2 harmful left out, 2 helpful counted × 2", model.effectProperty().get());
  }

  @Test
  void imagesGetTheirLikeliestOtherLabel() {
    InfluenceItem harmful = item(InfluenceKind.HARMFUL, 0);
    explore.strips().togglePicked(harmful);
    model.toggle();
    model.form().changeProperty().set(WhatIfChange.RELABEL);
    model.run();

    Map<Integer, Integer> labels = trials.requests().get(0).labels();
    assertEquals(List.of(harmful.trainIndex()), List.copyOf(labels.keySet()));
    assertFalse(labels.containsValue(harmful.sample().label()));
  }

  @Test
  void imagesGetTheChosenLabel() {
    explore.strips().togglePicked(item(InfluenceKind.HARMFUL, 0));
    model.toggle();
    model.form().changeProperty().set(WhatIfChange.RELABEL);
    model.form().relabelProperty().set(3);
    model.run();

    assertEquals(List.of(3), List.copyOf(trials.requests().get(0).labels().values()));
  }

  @Test
  void whatMakesNoSenseIsNamedAndNotTried() {
    model.form().helpfulWeightProperty().set("-1");
    assertEquals(
        "How often an image counts: a number from 0 (left out) to 1000.",
        model.problemProperty().get());
    model.form().helpfulWeightProperty().set("2");
    model.form().rateProperty().set("1e-320");
    assertEquals("Learning rate: a number from 1e-7 to 1.", model.problemProperty().get());
    model.form().rateProperty().set("4e-5");
    model.form().seedsProperty().set("many");
    assertEquals("Seeds: a whole number, 1 to 20.", model.problemProperty().get());
    model.run();

    assertNull(model.resultProperty().get());
  }

  @Test
  void theLastLayerLearnsAsFastAsAskedFor() {
    model.form().rateProperty().set("0.001");
    model.run();

    assertEquals(0.001, trials.requests().get(1).plan().optimiser().headRate());
  }

  private String pairName() {
    PairItem pair = explore.influence().pairProperty().get();
    return "%s as %s (test %d, %d)"
        .formatted(
            pair.wrongClass(),
            pair.confusedClass(),
            pair.pair().wrong(),
            pair.pair().confusedWith());
  }

  @Test
  void anAnswerOfAnotherPairSaysWhoseItIsAndTheTitleIsTheNewOnes() {
    model.toggle();
    model.run();
    String first = pairName();
    String title = model.subjectProperty().get();
    explore.pairs().next();

    assertTrue(model.staleProperty().get().contains(" for " + first + ", "));
    assertTrue(title.startsWith(first + " · "), title);
    assertTrue(model.subjectProperty().get().startsWith(pairName() + " · "));
    assertNotEquals(title, model.subjectProperty().get());

    explore.pairs().previous();
    assertEquals("", model.staleProperty().get());
    assertEquals(title, model.subjectProperty().get());
  }

  @Test
  void theSheetOpensOnAnotherPairWithoutTheOldAnswer() {
    model.toggle();
    model.run();
    model.toggle();
    explore.pairs().next();
    model.toggle();

    assertNull(model.resultProperty().get());
    assertEquals("", model.staleProperty().get());
  }

  @Test
  void anAnswerIsOutOfDateWithAnotherSetOrOtherParametersAndNotWithWhatDoesNotCount() {
    model.toggle();
    model.run();
    model.form().relabelProperty().set(2);
    model.form().strongestProperty().set("7");
    assertEquals("", model.staleProperty().get());
    List<String> stale = new ArrayList<>();
    List<Runnable> changes =
        List.of(
            () -> model.form().seedsProperty().set("4"),
            () -> model.form().rateProperty().set("0.1"),
            () -> model.form().harmfulWeightProperty().set("0.5"),
            () -> model.form().selectionProperty().set(WhatIfSelection.STRONGEST),
            () -> model.form().changeProperty().set(WhatIfChange.RELABEL),
            () -> model.form().seedsProperty().set("none"));
    for (Runnable change : changes) {
      model.run();
      stale.add(model.staleProperty().get());
      change.run();
      stale.add(model.staleProperty().get());
    }

    for (int i = 0; i < stale.size(); i++) {
      assertEquals(i % 2 == 0, stale.get(i).isEmpty(), i + ": " + stale.get(i));
    }
  }

  @Test
  void anAnswerIsOutOfDateWithAnotherScope() {
    model.toggle();
    model.run();
    explore.influence().scopeProperty().set(InfluenceScope.CLASS_PAIR);

    assertFalse(model.staleProperty().get().isEmpty());
    model.run();
    assertEquals("", model.staleProperty().get());
  }

  @Test
  void aKeptTrialIsNamedAndOpenedOnlyByTheButtonThatSaysSo(@TempDir Path folder) {
    ExplorerSession kept =
        SampleSession.in(
            Workspace.create(folder, "birds", DatasetReference.clean("demo", "x", "", "")), folder);
    List<String> opened = new ArrayList<>();
    explore.others().openModelsWith(opened::add);
    explore.show(kept, PairIndex.of(kept), ScopePairs.of(kept.confusions()));
    model.form().selectionProperty().set(WhatIfSelection.STRONGEST);
    model.form().strongestProperty().set("2");
    model.toggle();
    model.run();
    model.trialProperty().set(1);
    model.keep();

    Notice notice = notices.notices().get(0);
    assertTrue(
        notice
            .message()
            .contains(
                "“what if: 2 harmful left out, 2 helpful counted × 2 · "
                    + pairName()
                    + " · seed 1”"),
        notice.message());
    assertEquals(List.of(), opened);
    assertEquals("Open that model", notice.action().orElseThrow().title());
    notice.action().orElseThrow().run().run();
    assertEquals(List.of("kept1"), opened);
  }

  @Test
  void aBundleHasNoPlaceForAModel() {
    model.run();

    assertFalse(model.canKeep());
    model.keep();
    assertTrue(notices.notices().isEmpty());
  }
}
