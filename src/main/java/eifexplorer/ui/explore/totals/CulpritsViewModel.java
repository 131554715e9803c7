package eifexplorer.ui.explore.totals;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.ClassHarm;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.influence.NamedSurvey;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.OtherSurveys;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.StripsViewModel;
import eifexplorer.ui.explore.strips.SurveyViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The classes and training images that harm all pairs most, as far as the survey has come; those of them that are chosen, and
 * what other estimators say of them.
 */
public final class CulpritsViewModel {
  private final StripsViewModel strips;
  private final CulpritActions actions;
  private final LatestJob<HarmTotals> totals;
  private final AgreementViewModel agreement;
  private final TryWithoutViewModel trial;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<CulpritKind> kind = new SimpleObjectProperty<>(CulpritKind.CLASS);
  private final ReadOnlyObjectWrapper<List<Culprit>> culprits =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Culprit>> chosen =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable ExplorerSession session;

  /**
   * Nothing known yet.
   *
   * @param others surveys the session's pairs by other estimators
   * @param trial tries what is chosen without it
   * @param actions what can be done with culprits elsewhere
   */
  public CulpritsViewModel(
      FxJobs jobs,
      StripsViewModel strips,
      OtherSurveys others,
      TryWithoutViewModel trial,
      CulpritActions actions) {
    this.strips = strips;
    this.trial = trial;
    this.actions = actions;
    totals = new LatestJob<>(jobs);
    agreement = new AgreementViewModel(jobs, others);
    open.addListener((value, old, now) -> addUp());
    strips.survey().surveyProperty().addListener((value, old, now) -> addUp());
    totals.valueProperty().addListener((value, old, now) -> list());
    kind.addListener((value, old, now) -> list());
  }

  /** Whether the sheet is open. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** What is ranked. */
  ObjectProperty<CulpritKind> kindProperty() {
    return kind;
  }

  /** Those of the kind, by falling harm. */
  public ReadOnlyObjectProperty<List<Culprit>> culpritsProperty() {
    return culprits.getReadOnlyProperty();
  }

  /** Those of them that are chosen; empty only while there is none. */
  ReadOnlyObjectProperty<List<Culprit>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The survey added up; null while nothing is known. */
  ReadOnlyObjectProperty<HarmTotals> totalsProperty() {
    return totals.valueProperty();
  }

  /** What other estimators say of them. */
  AgreementViewModel agreement() {
    return agreement;
  }

  /** The survey that is added up. */
  public SurveyViewModel survey() {
    return strips.survey();
  }

  /** What would be without those chosen. */
  TryWithoutViewModel trial() {
    return trial;
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession) {
    session = newSession;
    actions.show(newSession);
    open.set(false);
    totals.clear();
    agreement.show(newSession);
    trial.show(newSession);
    culprits.set(List.of());
    choose(List.of());
  }

  /** Opens the sheet, or closes it. */
  public void toggle() {
    open.set(!open.get() && session != null);
  }

  /** Opens the sheet with a class chosen. */
  public void show(int label) {
    kind.set(CulpritKind.CLASS);
    open.set(session != null);
    chooseWhere(label);
  }

  private void chooseWhere(int label) {
    culprits.get().stream()
        .filter(culprit -> culprit.label() == label)
        .findFirst()
        .ifPresent(culprit -> choose(List.of(culprit)));
  }

  /** A complete survey is added up by itself, since the headline is offered beside the pairs. */
  private void addUp() {
    InfluenceSurvey known = strips.survey().surveyProperty().get();
    HarmTotals before = totals.valueProperty().get();
    boolean wanted = known != null && (open.get() || known.explained() == known.pairs());
    if (wanted && (before == null || before.survey() != known)) {
      int[] labels = requireNonNull(session).bundle().trainLabels();
      totals.askQuietly(
          Texts.of("Harm of all pairs"), Lane.COMPUTE, context -> HarmTotals.of(known, labels));
    }
    compareEstimators();
  }

  /** Only once the session's own survey is there, and somebody looks. */
  private void compareEstimators() {
    HarmTotals known = totals.valueProperty().get();
    if (open.get() && known != null && known.isComplete()) {
      agreement.compareWith(new NamedSurvey(estimator(), known.survey()));
    }
  }

  private void list() {
    HarmTotals known = totals.valueProperty().get();
    if (known == null) {
      culprits.set(List.of());
      return;
    }
    List<Culprit> before = chosen.get();
    culprits.set(new CulpritRanking(requireNonNull(session), known).of(kind.get()));
    List<Culprit> again =
        culprits.get().stream()
            .filter(now -> before.stream().anyMatch(old -> isSame(old, now)))
            .toList();
    choose(again.isEmpty() ? culprits.get().stream().limit(1).toList() : again);
    compareEstimators();
  }

  private static boolean isSame(Culprit old, Culprit now) {
    return old.kind() == now.kind() && old.images().equals(now.images());
  }

  /** Chooses some of those listed. */
  void choose(Collection<Culprit> some) {
    List<Culprit> now = List.copyOf(some);
    if (!now.equals(chosen.get())) {
      chosen.set(now);
      trial.choose(subject());
    }
  }

  /** Lists images, with the few chosen that together harm many pairs. */
  void chooseFew() {
    kind.set(CulpritKind.IMAGE);
    HarmTotals known = totals.valueProperty().get();
    if (known != null) {
      choose(
          culprits.get().stream()
              .filter(culprit -> known.few().images().containsAll(culprit.images()))
              .toList());
    }
  }

  /** All that are chosen as one; empty if none is. */
  Optional<CulpritSubject> subject() {
    HarmTotals known = totals.valueProperty().get();
    return known == null || chosen.get().isEmpty()
        ? Optional.empty()
        : Optional.of(CulpritSubject.of(chosen.get(), known));
  }

  /** The estimator whose harm is added up, whichever explains in the strips: {@code EIF}. */
  String estimator() {
    return strips.estimators().surveyor();
  }

  /** A class's name. */
  String className(int label) {
    return requireNonNull(session).className(label);
  }

  /** How far the survey has come: {@code 1,200 of 2,400 pairs explained}. */
  String progressText() {
    InfluenceSurvey known = strips.survey().surveyProperty().get();
    return known == null
        ? Texts.of("No pair is explained yet")
        : Texts.of(
            "{0} of {1} explained",
            Texts.count(known.explained()), Texts.count(known.pairs(), "pair", "pairs"));
  }

  /** The finding in a line: {@code Brewer Blackbird: 317 of 486}, the pairs it harms; what is under way before the survey is there. */
  String offer() {
    HarmTotals known = totals.valueProperty().get();
    return known == null || known.classes().isEmpty()
        ? progressText()
        : Texts.of(
            "{0}: {1} of {2}",
            className(known.classes().get(0).label()),
            Texts.count(known.classes().get(0).pairs()),
            Texts.count(known.survey().explained()));
  }

  /** The same in a sentence; empty while nothing is known. */
  String headline() {
    HarmTotals known = totals.valueProperty().get();
    if (known == null || known.classes().isEmpty()) {
      return "";
    }
    ClassHarm first = known.classes().get(0);
    return first.harming() == 1
        ? Texts.of(
            "{0} of the {1} of {2} harms {3} of {4}.",
            Texts.count(first.harming()),
            Texts.count(first.images(), "image", "images"),
            className(first.label()),
            Texts.count(first.pairs()),
            Texts.count(known.survey().explained(), "pair", "pairs"))
        : Texts.of(
            "{0} of the {1} of {2} harm {3} of {4}.",
            Texts.count(first.harming()),
            Texts.count(first.images(), "image", "images"),
            className(first.label()),
            Texts.count(first.pairs()),
            Texts.count(known.survey().explained(), "pair", "pairs"));
  }

  /** How few images harm how many pairs; empty while nothing is known. */
  String fewText() {
    HarmTotals known = totals.valueProperty().get();
    return known == null || known.few().images().isEmpty()
        ? ""
        : (known.few().images().size() == 1
            ? Texts.of(
                "{0} alone harms {1}",
                Texts.count(known.few().images().size(), "image", "images"),
                Texts.count(known.few().pairs()))
            : Texts.of(
                "{0} alone harm {1}",
                Texts.count(known.few().images().size(), "image", "images"),
                Texts.count(known.few().pairs())));
  }

  /** Lists the pairs that those chosen harm. */
  void listPairs() {
    subject()
        .ifPresent(
            subject -> {
              open.set(false);
              actions.listHarmedBy(subject);
            });
  }

  /** Lists the pairs that begin with test images that are fixed. */
  void listFixed(List<Integer> testImages, String title) {
    open.set(false);
    actions.listOf(testImages, title);
  }

  /** Flags those of the chosen images that harm, or takes the flags away if all have one. */
  void flag() {
    subject().ifPresent(actions::flag);
  }

  /** Whether all of the chosen images that harm are flagged. */
  boolean isFlagged() {
    return subject().filter(actions::isFlagged).isPresent();
  }

  /** Has those of the chosen images that harm alone in the queue of the review. */
  void review() {
    subject().ifPresent(actions::review);
  }

  /** Chooses an image in the strips of the open pair; false if it neither harms nor helps that one. */
  boolean choose(HarmingImage image) {
    return strips.chooseTraining(image.trainIndex());
  }

  /** Whether an image is the one that is chosen in the strips. */
  boolean isChosen(@Nullable HarmingImage image) {
    InfluenceItem item = strips.chosenProperty().get();
    return image != null && item != null && item.trainIndex() == image.trainIndex();
  }

  /** Shows the pair that an image harms most, with the image chosen in its strip. */
  void goTo(HarmingImage image) {
    goTo(image.worst());
    strips.choosePath(image.path());
  }

  /** Shows a pair. */
  void goTo(TestPair pair) {
    open.set(false);
    actions.goTo(pair);
  }

  /** Whether a test image begins a confused pair of the open model, and which. */
  Optional<TestPair> pairOf(int testImage) {
    return requireNonNull(session).pairs().stream()
        .filter(pair -> pair.wrong() == testImage)
        .map(pair -> new TestPair(pair.wrong(), pair.confusedWith()))
        .findFirst();
  }

  /** Test images with pictures and names. */
  Optional<PairPicture> picture(int wrong, int neighbour) {
    return Optional.ofNullable(session).map(of -> PairPicture.of(of, wrong, neighbour));
  }
}
