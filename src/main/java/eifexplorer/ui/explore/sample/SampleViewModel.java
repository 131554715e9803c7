package eifexplorer.ui.explore.sample;

import static java.util.Objects.requireNonNull;

import eifexplorer.dataset.Sample;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.influence.InfluenceSurvey.HarmedPair;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.RankedInfluence;
import eifexplorer.ui.explore.strips.StripsViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** The chosen training image: why it is there, what the model says of it, and what can be done with it. */
public final class SampleViewModel {
  private static final int HARMED = 3;

  private final FxJobs jobs;
  private final FileManager files;
  private final NoticesViewModel notices;
  private final StripsViewModel strips;
  private final Consumer<TestPair> goTo;
  private final IntConsumer listHarmed;
  private final LatestJob<SampleInsights> insights;
  private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper harmText = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper flagged = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper excluded = new ReadOnlyBooleanWrapper();
  private final ObservableList<HarmedPairItem> harmed = FXCollections.observableArrayList();
  private final ObservableList<HarmedPairItem> harmedView =
      FXCollections.unmodifiableObservableList(harmed);
  private @Nullable ExplorerSession session;
  private @Nullable ImageInsights source;

  /**
   * A model of what is chosen in the strips.
   *
   * @param goTo shows another pair
   * @param listHarmed lists the pairs that a training image is among the most harmful of
   */
  public SampleViewModel(
      FxJobs jobs,
      FileManager files,
      NoticesViewModel notices,
      StripsViewModel strips,
      Consumer<TestPair> goTo,
      IntConsumer listHarmed) {
    this.jobs = jobs;
    this.files = files;
    this.notices = notices;
    this.strips = strips;
    this.goTo = goTo;
    this.listHarmed = listHarmed;
    insights = new LatestJob<>(jobs);
    strips.chosenProperty().addListener((value, old, now) -> chosen(old, now));
    // Other scores may move the same image from the same place.
    strips.influence().shownProperty().addListener((value, old, now) -> showExplanation());
    strips.survey().surveyProperty().addListener((value, old, now) -> showHarm());
    strips.estimators().appliedProperty().addListener((value, old, now) -> showHarm());
    strips.marks().flagChangesProperty().addListener((value, old, now) -> showMarks());
    strips.marks().excluded().addListener((SetChangeListener<String>) change -> showMarks());
  }

  /** The training image; null if none is chosen. */
  public ReadOnlyObjectProperty<InfluenceItem> itemProperty() {
    return strips.chosenProperty();
  }

  /** What moves its loss, in a sentence; empty for estimators that do not say. */
  public ReadOnlyStringProperty explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  /** What the model says of it; null while that is not known. */
  public ReadOnlyObjectProperty<SampleInsights> insightsProperty() {
    return insights.valueProperty();
  }

  /** True while {@link #insightsProperty} is of the image before, or of none. */
  public ReadOnlyBooleanProperty busyProperty() {
    return insights.busyProperty();
  }

  /** Why nothing is known of it; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return insights.failureProperty();
  }

  /** In how many pairs it harms; empty while that is not known. */
  public ReadOnlyStringProperty harmTextProperty() {
    return harmText.getReadOnlyProperty();
  }

  /** Heads {@link #harmed}; says whose they are where another estimator explains than that of the survey. */
  public String harmedTitle() {
    String by = strips.estimators().surveyedBy();
    return by.isEmpty()
        ? Texts.of("Pairs it harms most")
        : Texts.of("Pairs it harms most, by {0}", by);
  }

  /** The pairs it harms most, as far as they are known. */
  public ObservableList<HarmedPairItem> harmed() {
    return harmedView;
  }

  /** True if it is flagged. */
  public ReadOnlyBooleanProperty flaggedProperty() {
    return flagged.getReadOnlyProperty();
  }

  /** True if it is left out of training by a decision. */
  public ReadOnlyBooleanProperty excludedProperty() {
    return excluded.getReadOnlyProperty();
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession, ImageInsights newInsights) {
    session = newSession;
    source = newInsights;
    insights.clear();
  }

  private void chosen(InfluenceItem old, InfluenceItem now) {
    showExplanation();
    showMarks();
    showHarm();
    if (now == null) {
      insights.clear();
    } else if (old == null
        || old.trainIndex() != now.trainIndex()
        || insights.valueProperty().get() == null) {
      ask(now.trainIndex());
    }
  }

  private void showExplanation() {
    InfluenceItem item = itemProperty().get();
    RankedInfluence scores = strips.influence().shownProperty().get();
    boolean none = item == null || scores == null;
    explanation.set(none ? "" : explain(item, scores.scores()));
  }

  private void ask(int trainIndex) {
    ExplorerSession of = session;
    ImageInsights from = source;
    insights.ask(
        Texts.of("What the model says of training image {0}", trainIndex),
        Lane.COMPUTE,
        context ->
            SampleInsights.of(requireNonNull(of), requireNonNull(from), trainIndex, context));
  }

  /** Asks the model again, after a failure. */
  public void retry() {
    insights.retry();
  }

  private void showMarks() {
    InfluenceItem item = itemProperty().get();
    flagged.set(item != null && strips.flagged(item));
    excluded.set(item != null && strips.excluded(item));
  }

  private void showHarm() {
    InfluenceItem item = itemProperty().get();
    InfluenceSurvey survey = strips.survey().surveyProperty().get();
    harmText.set(item == null ? "" : strips.harms(item.trainIndex()));
    List<HarmedPairItem> now =
        item == null || survey == null
            ? List.of()
            : survey.harmed(item.trainIndex(), HARMED).stream().map(this::harmedItem).toList();
    // A growing survey seldom changes them.
    if (!now.equals(harmed)) {
      harmed.setAll(now);
    }
  }

  private HarmedPairItem harmedItem(HarmedPair harm) {
    Sample wrong = requireNonNull(session).testSample(harm.pair().first());
    Sample confused = session.testSample(harm.pair().second());
    String wrongClass = session.className(wrong.label());
    String confusedClass = session.className(confused.label());
    return new HarmedPairItem(
        harm.pair(),
        wrongClass,
        confusedClass,
        new Picture(session.image(wrong), Texts.of("test {0}", harm.pair().first()), wrongClass),
        new Picture(
            session.image(confused), Texts.of("test {0}", harm.pair().second()), confusedClass),
        harm.rank());
  }

  private static String explain(InfluenceItem chosen, InfluenceScores scores) {
    if (scores.thetas() == 0) {
      return "";
    }
    double distance = scores.deltaDistance(0);
    double loss = scores.deltaLoss(0, chosen.trainIndex());
    return distance < 0
        ? (loss < 0
            ? Texts.of(
                "When the weights move so that the distance shrinks by {0}, the loss of this image"
                    + " falls by {1}.",
                Texts.size(distance), Texts.size(loss))
            : Texts.of(
                "When the weights move so that the distance shrinks by {0}, the loss of this image"
                    + " rises by {1}.",
                Texts.size(distance), Texts.size(loss)))
        : (loss < 0
            ? Texts.of(
                "When the weights move so that the distance grows by {0}, the loss of this image"
                    + " falls by {1}.",
                Texts.size(distance), Texts.size(loss))
            : Texts.of(
                "When the weights move so that the distance grows by {0}, the loss of this image"
                    + " rises by {1}.",
                Texts.size(distance), Texts.size(loss)));
  }

  /** Flags it, or takes the flag away. */
  public void toggleFlag() {
    strips.toggleFlag();
  }

  /** Chooses another training image of the strips. */
  public void choose(int trainIndex) {
    strips.chooseTraining(trainIndex);
  }

  /** Shows a pair it harms. */
  public void goTo(HarmedPairItem item) {
    goTo.accept(item.pair());
  }

  /** Lists all pairs it harms. */
  public void listHarmed() {
    InfluenceItem item = itemProperty().get();
    if (item != null) {
      listHarmed.accept(item.trainIndex());
    }
  }

  /** How many pairs it harms as far as that is known. */
  int harmedCount() {
    InfluenceItem item = itemProperty().get();
    InfluenceSurvey survey = strips.survey().surveyProperty().get();
    return item == null || survey == null ? 0 : survey.pairsHarmed(item.trainIndex());
  }

  /** The image's file; empty if there is none. */
  public Optional<Path> file() {
    return Optional.ofNullable(itemProperty().get()).flatMap(chosen -> chosen.picture().file());
  }

  /** Shows the file in the platform's file manager. */
  public void reveal() {
    withFile(Texts.of("Show "), files::reveal);
  }

  /** Opens the file in the system's viewer. */
  public void open() {
    withFile(Texts.of("Open "), files::open);
  }

  private void withFile(String title, Consumer<Path> action) {
    file()
        .ifPresent(
            path ->
                jobs.start(
                    title + path.getFileName(),
                    Lane.IO,
                    context -> {
                      action.accept(path);
                      return path;
                    },
                    Outcome.of(shown -> {}, notices::show)));
  }
}
