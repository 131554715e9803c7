package eifexplorer.ui.explore.totals;

import static java.util.Objects.requireNonNull;

import eifexplorer.dataset.Sample;
import eifexplorer.influence.ClassHarm;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceViewModel;
import eifexplorer.ui.explore.strips.StripsViewModel;
import eifexplorer.ui.explore.strips.SurveyViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Harm by class, as far as the survey has come; and the survey's pause. */
public final class ClassHarmViewModel {
  private static final int IMAGES = 100;

  private final StripsViewModel strips;
  private final Consumer<TestPair> goTo;
  private final LatestJob<List<ClassHarm>> job;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<Integer> chosen = new SimpleObjectProperty<>();
  private @Nullable ExplorerSession session;

  /**
   * Nothing known yet.
   *
   * @param goTo shows another pair
   */
  public ClassHarmViewModel(FxJobs jobs, StripsViewModel strips, Consumer<TestPair> goTo) {
    this.strips = strips;
    this.goTo = goTo;
    this.job = new LatestJob<>(jobs);
    open.addListener((value, old, now) -> addUp());
    strips.survey().surveyProperty().addListener((value, old, now) -> addUp());
    job.valueProperty().addListener((value, old, now) -> keepChosen(now));
  }

  /** Whether the sheet is open. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** The survey that is added up. */
  public SurveyViewModel survey() {
    return strips.survey();
  }

  /** The classes by falling harm; null while nothing is known. */
  public ReadOnlyObjectProperty<List<ClassHarm>> classesProperty() {
    return job.valueProperty();
  }

  /** Label of the chosen class; null for none. */
  public ObjectProperty<Integer> chosenProperty() {
    return chosen;
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession) {
    session = newSession;
    open.set(false);
    chosen.set(null);
    job.clear();
  }

  /** Opens the sheet, or closes it. */
  public void toggle() {
    open.set(!open.get() && session != null);
  }

  /** Opens the sheet with a class chosen. */
  public void show(int label) {
    chosen.set(label);
    open.set(session != null);
  }

  private void addUp() {
    InfluenceSurvey known = strips.survey().surveyProperty().get();
    if (!open.get() || known == null) {
      return;
    }
    int[] labels = requireNonNull(session).bundle().trainLabels();
    job.ask("Harm by class", Lane.COMPUTE, context -> ClassHarm.of(known, labels));
  }

  private void keepChosen(List<ClassHarm> classes) {
    if (classes != null && chosen.get() == null && !classes.isEmpty()) {
      chosen.set(classes.get(0).label());
    }
  }

  /** The estimator whose harm is added up, whichever explains in the strips: {@code EIF}. */
  String estimator() {
    return strips.estimators().surveyor();
  }

  /**
   * A part of the harm that all training images do together, in per cent. The parts are sums over pairs of the influence
   * as a share of the pair's strongest, which has no unit that means anything by itself.
   */
  String harmShare(double harm) {
    List<ClassHarm> classes = job.valueProperty().get();
    double all = classes == null ? 0 : classes.stream().mapToDouble(ClassHarm::harm).sum();
    return Texts.percent(all == 0 ? 0 : harm / all);
  }

  /** A class's name. */
  String className(int label) {
    return requireNonNull(session).className(label);
  }

  /** How far the survey has come: {@code 1,200 of 2,400 pairs explained}. */
  String progressText() {
    InfluenceSurvey known = strips.survey().surveyProperty().get();
    return known == null
        ? "No pair is explained yet"
        : Texts.count(known.explained())
            + " of "
            + Texts.count(known.pairs(), "pair", "pairs")
            + " explained";
  }

  /** The chosen class's images that harm, worst first, at most a hundred. */
  List<HarmingImage> images() {
    InfluenceSurvey known = strips.survey().surveyProperty().get();
    List<ClassHarm> classes = job.valueProperty().get();
    if (known == null || classes == null) {
      return List.of();
    }
    return classes.stream()
        .filter(harm -> Integer.valueOf(harm.label()).equals(chosen.get()))
        .flatMap(harm -> harm.worst().stream())
        .filter(index -> known.pairsHarmed(index) > 0)
        .limit(IMAGES)
        .map(index -> image(known, index))
        .toList();
  }

  private HarmingImage image(InfluenceSurvey known, int index) {
    Sample sample = requireNonNull(session).trainSample(index);
    String name = session.className(sample.label());
    return new HarmingImage(
        index,
        sample.path(),
        sample.fileName(),
        new Picture(session.image(sample), "train " + index, name),
        known.pairsHarmed(index),
        known.harm(index),
        known.harmed(index, 1).get(0).pair());
  }

  /** The open pair, whose strips show a chosen image. */
  InfluenceViewModel influence() {
    return strips.influence();
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
    open.set(false);
    goTo.accept(image.worst());
    strips.choosePath(image.path());
  }
}
