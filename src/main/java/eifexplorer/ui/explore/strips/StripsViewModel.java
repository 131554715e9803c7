package eifexplorer.ui.explore.strips;

import static java.util.Objects.requireNonNull;

import eifexplorer.dataset.Sample;
import eifexplorer.influence.ScoreStability;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.worth.WorthViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** Both strips: the scores, the training images in sight, the chosen one, and what is known of each. */
public final class StripsViewModel {
  private final InfluenceViewModel influence;
  private final EstimatorViewModel estimators;
  private final WorthViewModel worth;
  private final LabelsViewModel labels;
  private final SurveyViewModel survey;
  private final StabilityViewModel stability;
  private final MarksViewModel marks;
  private final Function<PairItem, String> pairName;
  private final StripViewModel harmful = new StripViewModel(InfluenceKind.HARMFUL);
  private final StripViewModel helpful = new StripViewModel(InfluenceKind.HELPFUL);
  private final ReadOnlyObjectWrapper<InfluenceItem> chosen = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<InfluenceKind> sheet = new SimpleObjectProperty<>();
  private final ObservableSet<Integer> picked = FXCollections.observableSet();
  private final ObservableSet<Integer> pickedView = FXCollections.unmodifiableObservableSet(picked);
  private @Nullable ExplorerSession session;
  private @Nullable PairItem chosenIn;
  private Optional<String> wanted = Optional.empty();

  /**
   * Empty strips.
   *
   * @param pairName a pair in a few words, such as {@code pair 36}
   */
  public StripsViewModel(
      InfluenceViewModel influence,
      EstimatorViewModel estimators,
      WorthViewModel worth,
      LabelsViewModel labels,
      SurveyViewModel survey,
      StabilityViewModel stability,
      MarksViewModel marks,
      Function<PairItem, String> pairName) {
    this.influence = influence;
    this.estimators = estimators;
    this.worth = worth;
    this.labels = labels;
    this.survey = survey;
    this.stability = stability;
    this.marks = marks;
    this.pairName = pairName;
    estimators.appliedProperty().addListener((value, old, now) -> explainsWith(now));
    explainsWith(estimators.appliedProperty().get());
    influence.explainedProperty().addListener((value, old, now) -> scoresChanged(now));
    stability.knownProperty().addListener((value, old, now) -> filter());
    stability.stableOnlyProperty().addListener((value, old, now) -> filter());
    for (StripViewModel strip : List.of(harmful, helpful)) {
      strip.page().addListener((ListChangeListener<InfluenceItem>) change -> inSight(strip));
    }
  }

  private void explainsWith(EstimatorSetting setting) {
    worth.explains(setting.id(), setting.options());
  }

  private void inSight(StripViewModel strip) {
    labels.inSight(
        strip.kind().word(), strip.page().stream().map(InfluenceItem::trainIndex).toList());
  }

  /** The scores. */
  public InfluenceViewModel influence() {
    return influence;
  }

  /** What explains. */
  public EstimatorViewModel estimators() {
    return estimators;
  }

  /** What the scores are worth on this model. */
  public WorthViewModel worth() {
    return worth;
  }

  /** The likeliest labels of what is in sight. */
  public LabelsViewModel labels() {
    return labels;
  }

  /** In how many pairs a training image harms. */
  public SurveyViewModel survey() {
    return survey;
  }

  /** How far the scores hold when they are computed otherwise. */
  public StabilityViewModel stability() {
    return stability;
  }

  private void filter() {
    ScoreStability known = stability.knownProperty().get();
    boolean all = known == null || !stability.stableOnlyProperty().get();
    for (StripViewModel strip : List.of(harmful, helpful)) {
      strip.showOnly(all ? null : requireNonNull(known)::isStable);
    }
  }

  /** Which training images are flagged, and which are left out of training. */
  public MarksViewModel marks() {
    return marks;
  }

  /** One of the two strips. */
  public StripViewModel strip(InfluenceKind kind) {
    return kind == InfluenceKind.HARMFUL ? harmful : helpful;
  }

  /** The chosen training image; null if there is none. */
  public ReadOnlyObjectProperty<InfluenceItem> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The kind of which all are shown over the middle; null if the strips are. */
  public ObjectProperty<InfluenceKind> sheetProperty() {
    return sheet;
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession, ImageInsights insights) {
    influence.clear();
    picked.clear();
    session = newSession;
    estimators.show(newSession);
    worth.show(newSession);
    labels.show(newSession, insights);
    survey.show(newSession);
    stability.show(newSession);
    sheet.set(null);
  }

  /** Chooses a training image of a strip. */
  public void choose(InfluenceItem item) {
    chosen.set(item);
  }

  /** Training indices picked for something to be done with them together. */
  public ObservableSet<Integer> picked() {
    return pickedView;
  }

  /** Picks a training image, or drops it again. */
  public void togglePicked(InfluenceItem item) {
    if (item != null && !picked.remove(item.trainIndex())) {
      picked.add(item.trainIndex());
    }
  }

  /** Chooses the training image {@code by} ranks further in a strip, or its first in sight. */
  public void step(InfluenceKind kind, int by) {
    strip(kind).step(chosen.get(), by).ifPresent(this::choose);
  }

  /** Chooses a training image and turns its strip to it; false if no scores are shown or its own is zero. */
  public boolean chooseTraining(int trainIndex) {
    Optional<InfluenceItem> found =
        Optional.ofNullable(influence.shownProperty().get())
            .flatMap(scores -> item(scores, trainIndex));
    found.ifPresent(
        item -> {
          turnTo(item);
          choose(item);
        });
    return found.isPresent();
  }

  /** How many training images are of a kind, listed or not. */
  int count(InfluenceKind kind) {
    RankedInfluence scores = influence.shownProperty().get();
    return scores == null ? 0 : scores.count(kind);
  }

  private void turnTo(InfluenceItem item) {
    StripViewModel strip = strip(item.kind());
    strip.turnTo(strip.place(item.rank() - 1));
  }

  private Optional<InfluenceItem> item(RankedInfluence scores, int trainIndex) {
    return scores
        .kind(trainIndex)
        .map(
            kind ->
                InfluenceItem.of(requireNonNull(session), scores, kind, scores.rank(trainIndex)));
  }

  /** Chooses the training image with this path, as soon as the scores are there; does nothing if there is none. */
  public void choosePath(String path) {
    if (influence.busyProperty().get()) {
      wanted = Optional.of(path);
    } else {
      trainIndex(path).ifPresent(this::chooseTraining);
    }
  }

  /** Shows all of the chosen image's kind, or the strips again. */
  public void toggleSheet() {
    boolean open = sheet.get() != null;
    sheet.set(open || chosen.get() == null ? null : chosen.get().kind());
  }

  /** Flags the chosen training image, or takes the flag away. */
  public void toggleFlag() {
    if (chosen.get() != null) {
      marks.flag(chosen.get().sample().path(), !flagged(chosen.get()));
    }
  }

  /** True if a training image is flagged. */
  public boolean flagged(InfluenceItem item) {
    return marks.flagged().contains(item.sample().path());
  }

  /** In how many pairs a training image harms, and by which estimator if another explains; empty while unknown. */
  public String harms(int trainIndex) {
    return survey.harms(trainIndex, estimators.surveyedBy());
  }

  /** True if a training image is known to be there more than once. */
  boolean copied(InfluenceItem item) {
    return marks.copiesProperty().get().ofTrain(item.trainIndex()).isPresent();
  }

  /** True if a training image is left out of training by a decision. */
  public boolean excluded(InfluenceItem item) {
    return marks.excluded().contains(item.sample().path());
  }

  /** Whose scores are on the screen while others are computed: {@code for pair 36}. */
  public String waitingText() {
    ExplainedPair shown = influence.explainedProperty().get();
    return shown == null
        ? Texts.of("computing …")
        : Texts.of("for {0} · computing …", pairName.apply(shown.pair()));
  }

  private void scoresChanged(ExplainedPair explained) {
    RankedInfluence scores = explained == null ? null : explained.scores();
    harmful.show(requireNonNull(session), scores);
    helpful.show(requireNonNull(session), scores);
    if (scores == null) {
      sheet.set(null);
      chosen.set(null);
      return;
    }
    survey.start();
    Optional<InfluenceItem> found =
        wanted.flatMap(this::trainIndex).flatMap(index -> item(scores, index));
    wanted = Optional.empty();
    Optional<InfluenceItem> first = harmful.strongest().or(helpful::strongest);
    Optional<InfluenceItem> kept = found.or(() -> kept(explained));
    chosenIn = explained.pair();
    chosen.set(kept.or(() -> first).orElse(null));
    found.ifPresent(item -> strip(item.kind()).turnTo(item.rank() - 1));
  }

  /** For the same pair, the one chosen before, wherever it is now. */
  private Optional<InfluenceItem> kept(ExplainedPair explained) {
    return explained.pair() == chosenIn && chosen.get() != null
        ? item(explained.scores(), chosen.get().trainIndex())
        : Optional.empty();
  }

  private Optional<Integer> trainIndex(String path) {
    List<Sample> train = requireNonNull(session).dataset().train();
    for (int i = 0; i < train.size(); i++) {
      if (train.get(i).path().equals(path)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
