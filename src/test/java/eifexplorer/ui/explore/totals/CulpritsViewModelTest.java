package eifexplorer.ui.explore.totals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.ClassHarm;
import eifexplorer.influence.HarmAgreement.Place;
import eifexplorer.influence.HarmCover;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.OtherScreens;
import eifexplorer.ui.explore.confusions.FilterChip;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CulpritsViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final MarksViewModel marks = new MarksViewModel(jobs, notices);
  private final ExploreViewModel explore =
      new ExploreViewModel(jobs, SeededServices.standard(), marks, notices, () -> {});
  private final CulpritsViewModel model = explore.sheets().culprits();

  @BeforeEach
  void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
  }

  private InfluenceSurvey survey() {
    return explore.strips().survey().surveyProperty().get();
  }

  @Test
  void theFindingIsOfferedOnceAllPairsAreExplainedThoughNobodyAsked() {
    ClassHarm worst = ClassHarm.of(survey(), session.bundle().trainLabels()).get(0);

    assertFalse(model.openProperty().get());
    assertEquals(
        session.className(worst.label()) + ": " + worst.pairs() + " of " + survey().pairs(),
        model.offer());
    assertNull(model.agreement().valueProperty().get());
  }

  @Test
  void classesAreRankedByHarmAndTheWorstIsChosen() {
    model.toggle();

    List<ClassHarm> expected = ClassHarm.of(survey(), session.bundle().trainLabels());
    List<Culprit> shown = model.culpritsProperty().get();
    assertEquals(
        expected.stream().map(ClassHarm::label).toList(),
        shown.stream().map(Culprit::label).toList());
    assertEquals(List.of(shown.get(0)), model.chosenProperty().get());
    assertEquals(expected.get(0).pairs(), model.subject().orElseThrow().pairs().size());
  }

  @Test
  void theFewImagesThatHarmMostTogetherAreChosenAsOne() {
    model.toggle();
    model.chooseFew();

    List<Integer> all = IntStream.range(0, session.bundle().trainLabels().length).boxed().toList();
    HarmCover few = HarmCover.of(survey(), all, HarmTotals.FEW);
    CulpritSubject subject = model.subject().orElseThrow();
    assertEquals(CulpritKind.IMAGE, model.kindProperty().get());
    assertEquals(Set.copyOf(few.images()), subject.images());
    assertEquals(few.pairs(), subject.pairs().size());
    assertEquals(few.images().size() + " images alone harm " + few.pairs(), model.fewText());
  }

  @Test
  void theChosenClassesPairsAreListedAndTheSheetCloses() {
    model.toggle();
    CulpritSubject subject = model.subject().orElseThrow();
    model.listPairs();

    assertFalse(model.openProperty().get());
    assertEquals(
        Set.copyOf(subject.pairs()),
        explore.pairs().visible().stream()
            .map(item -> new TestPair(item.pair().wrong(), item.pair().confusedWith()))
            .collect(Collectors.toSet()));
    assertEquals(
        List.of("touching " + subject.harmingTitle()),
        explore.pairs().chips().stream().map(FilterChip::text).toList());
  }

  @Test
  void theImagesThatHarmAreFlaggedAndUnflaggedTogether() {
    model.toggle();
    Set<String> paths =
        model.subject().orElseThrow().harming().stream()
            .map(image -> session.trainSample(image).path())
            .collect(Collectors.toSet());

    model.flag();
    assertEquals(paths, marks.flagged());
    assertTrue(model.isFlagged());
    model.flag();
    assertEquals(Set.of(), marks.flagged());
  }

  @Test
  void theImagesThatHarmAreHandedToReview() {
    List<Set<String>> asked = new ArrayList<>();
    explore.others().reviewWith(new OtherScreens.Reviewing(i -> {}, i -> {}, c -> {}, asked::add));
    model.toggle();
    model.review();

    assertEquals(
        List.of(model.subject().orElseThrow().harming().size()),
        asked.stream().map(Set::size).toList());
  }

  @Test
  void anImageLeadsToThePairItHarmsMost() {
    model.toggle();
    HarmingImage worst = model.culpritsProperty().get().get(0).worst().get(0);
    model.goTo(worst);

    assertFalse(model.openProperty().get());
    assertEquals(worst.worst(), explore.influence().shownProperty().get().query().pairs().get(0));
    assertEquals(worst.trainIndex(), explore.strips().chosenProperty().get().trainIndex());
  }

  @Test
  void whatWasTriedStaysWithThoseItIsOf() {
    model.toggle();
    List<Culprit> all = model.culpritsProperty().get();
    TryWithoutViewModel trial = model.trial();
    trial.run();

    assertEquals(
        List.of(session.pairs().get(0).wrong()),
        trial.shownProperty().get().outcome().usuallyFixed());
    model.choose(List.of(all.get(1)));
    assertNull(trial.shownProperty().get());
    model.choose(List.of(all.get(0)));
    assertEquals(all.get(0).images(), List.copyOf(trial.shownProperty().get().subject().images()));
  }

  @Test
  void whatWasKeptIsNamedBesideItsNumbersAndNotKeptTwice(@TempDir Path folder) {
    ExplorerSession stored =
        SampleSession.in(
            Workspace.create(folder, "birds", DatasetReference.clean("demo", "x", "", "")), folder);
    explore.show(stored, PairIndex.of(stored), ScopePairs.of(stored.confusions()));
    model.toggle();
    List<Culprit> all = model.culpritsProperty().get();
    TryWithoutViewModel trial = model.trial();
    trial.run();
    assertNull(trial.keptProperty().get());
    trial.keep();

    String first = "without " + trial.subjectProperty().get().title();
    assertEquals(first, trial.keptProperty().get().title());
    model.choose(List.of(all.get(1)));
    assertNull(trial.keptProperty().get());
    model.choose(List.of(all.get(0)));
    assertEquals(first, trial.keptProperty().get().title());
  }

  @Test
  void agreementIsSaidInWords() {
    Place worst = new Place("EIF", 1, 100, .2);
    Place other = new Place("TRAK", 50, 100, .01);
    assertEquals(
        List.of("all 2 estimators agree", "only EIF says so", "", ""),
        List.of(
            AgreementWords.verdict(List.of(worst, worst)),
            AgreementWords.verdict(List.of(worst, other)),
            AgreementWords.verdict(List.of(other, worst)),
            AgreementWords.verdict(List.of(worst))));
  }
}
