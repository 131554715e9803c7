package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Job;
import eifexplorer.review.QueueFilter;
import eifexplorer.review.QueueOrder;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.SuspectRanking;
import eifexplorer.review.Verdict;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The queue as one annotator goes through it: what is listed, the image that is decided about, and the decisions. Each is on
 * the disk before the next image shows; keys pressed meanwhile wait for the image shown at their turn.
 */
public final class QueueViewModel {
  /** Longer than this nobody looks at an image: they had a break. */
  private static final double LONGEST_SECONDS = 120;

  private final NoticesViewModel notices;
  private final WriteLine line;
  private final LongSupplier nanos;
  private final Runnable changed;
  private final ObservableList<Integer> images = FXCollections.observableArrayList();
  private final ObservableList<Integer> imagesView =
      FXCollections.unmodifiableObservableList(images);
  private final ReadOnlyObjectWrapper<ShownImage> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper signs = new ReadOnlyLongWrapper();
  private final ObjectProperty<QueueFilter> filter = new SimpleObjectProperty<>(QueueFilter.ALL);
  private final ReadOnlyObjectWrapper<RankWeights> order =
      new ReadOnlyObjectWrapper<>(RankWeights.DEFAULT);
  private final BooleanProperty blind = new SimpleBooleanProperty();
  private @Nullable OpenReview review;
  private String annotator = "";
  private @Nullable QueueSteps steps;
  private @Nullable QueueLook look;
  private @Nullable SuspectRanking ranking;
  private @Nullable QueueOrder mixed;
  private Decisions decisions = Decisions.NONE;
  private boolean canUndo;
  private boolean canRedo;
  private long shownAt;

  /**
   * A queue without images.
   *
   * @param line makes the changes one after the other
   * @param nanos a clock, for the time a decision takes
   * @param changed is told after each change of the decisions
   */
  QueueViewModel(NoticesViewModel notices, WriteLine line, LongSupplier nanos, Runnable changed) {
    this.notices = notices;
    this.line = line;
    this.nanos = nanos;
    this.changed = changed;
    filter.addListener((value, old, now) -> relist(of -> of.show(now)));
    blind.addListener((value, old, now) -> showAgain());
  }

  /** The training images listed, the most suspect first. */
  public ObservableList<Integer> images() {
    return imagesView;
  }

  /** The image that is decided about; null if there is none. */
  public ReadOnlyObjectProperty<ShownImage> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Goes up when what rows say has changed. */
  public ReadOnlyLongProperty signsProperty() {
    return signs.getReadOnlyProperty();
  }

  /** Which images are listed. */
  public ObjectProperty<QueueFilter> filterProperty() {
    return filter;
  }

  /** What the images are ordered by; change it by {@link #sort}. */
  public ReadOnlyObjectProperty<RankWeights> orderProperty() {
    return order.getReadOnlyProperty();
  }

  /** Whether given labels, reasons and probabilities are hidden. */
  public BooleanProperty blindProperty() {
    return blind;
  }

  /** Turns to an opened review and shows its first open image, or the one wanted. */
  void show(OpenReview newReview, String newAnnotator, OptionalInt wanted) {
    review = newReview;
    look = new QueueLook(newReview);
    ranking = newReview.ranking();
    order.set(RankWeights.DEFAULT);
    shown.set(null);
    annotate(newAnnotator, wanted);
  }

  /** Goes through the queue as another annotator, in the order and with the filter there is. */
  void annotate(String newAnnotator, OptionalInt wanted) {
    annotator = newAnnotator;
    String model = requireNonNull(review).session().modelTitle();
    ReviewQueue queue =
        new ReviewQueue(
            review.session().dataset(), requireNonNull(ranking), review.desk(), annotator, model);
    steps = new QueueSteps(queue, review.desk(), annotator, this::apply);
    QueueFilter wish = filter.get();
    relist(of -> of.show(wish), () -> wanted);
  }

  /** Forgets the review. */
  void clear() {
    line.clear();
    review = null;
    steps = null;
    images.clear();
    shown.set(null);
    decisions = Decisions.NONE;
  }

  private void relist(Consumer<ReviewQueue> change) {
    relist(change, this::current);
  }

  private void relist(Consumer<ReviewQueue> change, Supplier<OptionalInt> wanted) {
    if (review != null) {
      QueueSteps of = steps;
      line.add("List suspects", () -> Optional.of(requireNonNull(of).listed(change, wanted.get())));
    }
  }

  private OptionalInt current() {
    ShownImage image = shown.get();
    return image == null ? OptionalInt.empty() : OptionalInt.of(image.trainIndex());
  }

  private void apply(QueueSteps of, Standing standing) {
    if (of != steps) {
      return;
    }
    ranking = standing.ranking();
    mixed = standing.mixed();
    decisions = standing.decisions();
    canUndo = standing.canUndo();
    canRedo = standing.canRedo();
    standing.images().filter(now -> !now.equals(images)).ifPresent(images::setAll);
    show(standing.goTo());
    signs.set(signs.get() + 1);
    changed.run();
  }

  private void show(OptionalInt image) {
    boolean another = !image.equals(current());
    shown.set(
        image.isPresent()
            ? requireNonNull(look).image(image.getAsInt(), requireNonNull(ranking), blind.get())
            : null);
    if (another) {
      shownAt = nanos.getAsLong();
    }
  }

  private void showAgain() {
    show(current());
    signs.set(signs.get() + 1);
  }

  /** The row of a listed image. */
  public QueueItem item(int trainIndex) {
    return requireNonNull(look)
        .item(trainIndex, requireNonNull(ranking), decisions.of(annotator), blind.get())
        .withSpotCheck(requireNonNull(mixed).isSpotCheck(trainIndex));
  }

  /** What was decided about the image shown, in a few words; empty if nothing was. */
  public String decision() {
    return shown.get() == null ? "" : item(shown.get().trainIndex()).decision();
  }

  /** Whether the annotator decided about an image. */
  boolean isDecided(int trainIndex) {
    return decisions
        .of(annotator)
        .containsKey(requireNonNull(review).session().trainSample(trainIndex).path());
  }

  /** Listed images nobody decided about: {@code 143 of 212 left}. */
  public String leftText() {
    if (review == null) {
      return "";
    }
    long left = images.stream().filter(i -> !isDecided(i)).count();
    return Texts.count(left) + " of " + Texts.count(images.size()) + " left";
  }

  /** Detectors whose scores are there, by id. */
  public Set<String> detectors() {
    return ranking == null ? Set.of() : ranking.detectors();
  }

  /** Puts the image into the class of a key, from 1; of the image shown at its turn. */
  public void choose(int key) {
    decide(
        image ->
            key <= image.candidates().size()
                ? Optional.of(requireNonNull(look).label(image.candidates().get(key - 1).label()))
                : Optional.empty());
  }

  /** Says that the given label is right. */
  public void keep() {
    if (blind.get()) {
      notices.info("In a blind pass the given label is hidden: choose the class.");
    } else {
      decide(image -> Optional.of(Verdict.KEEP));
    }
  }

  /** Says that one can't tell. */
  public void unsure() {
    decide(image -> Optional.of(Verdict.UNSURE));
  }

  /** Leaves the image out of training. */
  public void exclude() {
    decide(image -> Optional.of(Verdict.EXCLUDE));
  }

  /** Puts the image that is shown now into a class. */
  public void chooseLabel(int label) {
    OptionalInt about = current();
    decide(
        image ->
            OptionalInt.of(image.trainIndex()).equals(about)
                ? Optional.of(requireNonNull(look).label(label))
                : Optional.empty());
  }

  private void decide(Function<ShownImage, Optional<Verdict>> verdict) {
    line.add(
        "Keep a decision",
        () ->
            Optional.ofNullable(shown.get())
                .filter(image -> mayWrite())
                .flatMap(image -> verdict.apply(image).map(said -> job(image.trainIndex(), said))));
  }

  /** Says why nothing can be decided, if so. */
  private boolean mayWrite() {
    if (review == null) {
      return false;
    }
    review.locked().ifPresent(notices::info);
    return review.locked().isEmpty();
  }

  private Job<Runnable> job(int trainIndex, Verdict verdict) {
    double seconds = seconds(1);
    return requireNonNull(steps)
        .decided(of -> QueueSteps.at(of, of.decide(trainIndex, verdict, seconds)));
  }

  /** Time since the image shows, a break left out. */
  private double seconds(int decisions) {
    return Math.min(LONGEST_SECONDS * decisions, (nanos.getAsLong() - shownAt) / 1e9);
  }

  /** Decides the same of several images, then turns to the next open one. */
  void decideAll(List<Integer> trainIndices, Verdict verdict) {
    add(
        "Keep decisions",
        () -> {
          double seconds = seconds(trainIndices.size());
          return of -> {
            of.decideAll(trainIndices, verdict, seconds);
            return QueueSteps.at(of, of.nextOpen(-1));
          };
        });
  }

  /** Leaves an image out of training, or takes that back; what is shown stays. */
  void toggleExcluded(int trainIndex) {
    add(
        "Keep a decision",
        () -> {
          OptionalInt here = current();
          return of -> {
            of.toggleExcluded(trainIndex, 0);
            return here;
          };
        });
  }

  /** Paths of the images that the annotator leaves out of training. */
  Set<String> excluded() {
    return Excluded.by(annotator, decisions);
  }

  private void add(String title, Supplier<Function<ReviewQueue, OptionalInt>> how) {
    line.add(
        title,
        () ->
            mayWrite() ? Optional.of(requireNonNull(steps).decided(how.get())) : Optional.empty());
  }

  /** Takes back the annotator's last decision, and turns to its image. */
  public void undo() {
    if (canUndo || !line.isIdle()) {
      back("Undo a decision", ReviewQueue::undo);
    }
  }

  /** Brings back the decision taken back last, and turns to its image. */
  public void redo() {
    if (canRedo || !line.isIdle()) {
      back("Redo a decision", ReviewQueue::redo);
    }
  }

  private void back(String title, Function<ReviewQueue, OptionalInt> how) {
    add(
        title,
        () -> {
          OptionalInt here = current();
          return of -> {
            OptionalInt image = how.apply(of);
            return image.isPresent() ? image : here;
          };
        });
  }

  /** Looks at the image before, without deciding. */
  public void previous() {
    move(-1);
  }

  /** Looks at the next image, without deciding. */
  public void next() {
    move(1);
  }

  private void move(int by) {
    line.add(
        "Look at an image",
        () -> {
          int position =
              current().isPresent()
                  ? images.indexOf(current().getAsInt())
                  : by > 0 ? -1 : images.size();
          int to = Math.max(0, Math.min(images.size() - 1, position + by));
          if (!images.isEmpty()) {
            turnTo(images.get(to));
          }
          return Optional.empty();
        });
  }

  /** Looks at an image, listed or not, after what is still being written. */
  public void select(int trainIndex) {
    line.add(
        "Look at an image",
        () -> {
          turnTo(trainIndex);
          return Optional.empty();
        });
  }

  private void turnTo(int trainIndex) {
    if (review != null && !current().equals(OptionalInt.of(trainIndex))) {
      show(OptionalInt.of(trainIndex));
      signs.set(signs.get() + 1);
    }
  }

  /** Orders the queue by other detectors. */
  public void sort(RankWeights weights) {
    if (review != null && detectors().containsAll(weights.weights().keySet())) {
      order.set(weights);
      relist(of -> of.sort(weights), OptionalInt::empty);
    }
  }

  /** Names what another detector found as a reason from now on; does nothing for another review. */
  void learn(OpenReview from, String detector, SuspectScores found) {
    if (from == review) {
      line.add(
          "Take more reasons",
          () -> {
            OptionalInt here = current();
            return Optional.of(
                requireNonNull(steps)
                    .decided(
                        of -> {
                          of.learn(detector, found);
                          return here;
                        }));
          });
    }
  }

  /** The queue of an opened review; null for another one. */
  @Nullable ReviewQueue current(@Nullable OpenReview of) {
    return of == null || of != review ? null : requireNonNull(steps).queue();
  }

  /** Takes the decisions from the desk anew, as after an import. */
  void refresh() {
    relist(ReviewQueue::refresh);
  }
}
