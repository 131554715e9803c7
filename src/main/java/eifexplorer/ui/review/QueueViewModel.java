package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Job;
import eifexplorer.review.QueueFilter;
import eifexplorer.review.QueueOrder;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.SuspectRanking;
import eifexplorer.review.Verdict;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
 * the disk before the next image shows, and none is made before its image was painted.
 */
public final class QueueViewModel {
  private final WriteLine line;
  private final DecisionPace pace;
  private final QueueDecisions verdicts;
  private final QueueOrdering ordering;
  private final Runnable changed;
  private final ObservableList<Integer> images = FXCollections.observableArrayList();
  private final ObservableList<Integer> imagesView =
      FXCollections.unmodifiableObservableList(images);
  private final ReadOnlyObjectWrapper<ShownImage> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Vacancy> vacancy =
      new ReadOnlyObjectWrapper<>(Vacancy.LISTING);
  private final ReadOnlyLongWrapper signs = new ReadOnlyLongWrapper();
  private final ObjectProperty<QueueFilter> filter = new SimpleObjectProperty<>(QueueFilter.ALL);
  private final BooleanProperty blind = new SimpleBooleanProperty();
  private @Nullable OpenReview review;
  private String annotator = "";
  private @Nullable QueueSteps steps;
  private @Nullable QueueLook look;
  private @Nullable SuspectRanking ranking;
  private @Nullable QueueOrder mixed;
  private Decisions decisions = Decisions.NONE;
  private Set<Integer> listed = Set.of();
  private int open;

  /**
   * A queue without images.
   *
   * @param line makes the changes one after the other
   * @param nanos a clock, for the time a decision takes
   * @param changed is told after each change of the decisions
   */
  QueueViewModel(NoticesViewModel notices, WriteLine line, LongSupplier nanos, Runnable changed) {
    this.line = line;
    pace = new DecisionPace(nanos);
    verdicts = new QueueDecisions(this, notices, line, pace);
    ordering = new QueueOrdering(this, line);
    this.changed = changed;
    filter.addListener(
        (value, old, now) -> list(() -> steps().listedAnew(of -> of.show(now), current())));
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

  /** Why there is no image to decide about. */
  public ReadOnlyObjectProperty<Vacancy> vacancyProperty() {
    return vacancy.getReadOnlyProperty();
  }

  /** What the annotator says of the images. */
  public QueueDecisions decisions() {
    return verdicts;
  }

  /** What the images are ordered by. */
  public QueueOrdering ordering() {
    return ordering;
  }

  /** The order of all images; empty before a review is open. */
  Optional<SuspectRanking> ranking() {
    return Optional.ofNullable(ranking);
  }

  /** What putting an image into a class is as a verdict. */
  Verdict verdict(int label) {
    return requireNonNull(look).label(label);
  }

  /** What was decided about an image, else that its label is kept, with a second class; empty if that is the same class. */
  Optional<Verdict> withAlso(int trainIndex, int second) {
    return requireNonNull(look).withAlso(trainIndex, second, decisions.of(annotator));
  }

  /** The steps of the queue there is. */
  QueueSteps steps() {
    return requireNonNull(steps);
  }

  /** Why nothing can be decided; the empty text if nothing is open, empty if it can. */
  Optional<String> locked() {
    return review == null ? Optional.of("") : review.locked();
  }

  /** Images the annotator did not decide about, listed or not. */
  int openImages() {
    return open;
  }

  /** Goes up when what rows say has changed. */
  public ReadOnlyLongProperty signsProperty() {
    return signs.getReadOnlyProperty();
  }

  /** Which images are listed. */
  public ObjectProperty<QueueFilter> filterProperty() {
    return filter;
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
    ordering.show(newReview);
    shown.set(null);
    turnTo(newAnnotator);
    list(() -> asFiltered(wanted));
  }

  /** Goes through the queue as another annotator, in the order and with the filter there is. */
  void annotate(String newAnnotator) {
    list(
        () -> {
          turnTo(newAnnotator);
          return asFiltered(OptionalInt.empty());
        });
  }

  /** From here on steps are this annotator's; what is being made for the one before has to be on the screen. */
  private void turnTo(String newAnnotator) {
    annotator = newAnnotator;
    OpenReview of = requireNonNull(review);
    ReviewQueue queue =
        new ReviewQueue(
            of.session().dataset(),
            requireNonNull(ranking),
            of.desk(),
            annotator,
            of.session().modelTitle());
    steps = new QueueSteps(queue, of.desk(), annotator, this::apply);
  }

  /** The image was painted, so that it can be decided about. */
  void seen(int trainIndex) {
    if (current().equals(OptionalInt.of(trainIndex)) && !pace.isSeen()) {
      pace.seen();
    }
  }

  /** Whether the image was painted. */
  public boolean isSeen() {
    return pace.isSeen();
  }

  /** Somebody turns to the screen again: looking elsewhere is no time of a decision. */
  void lookAgain() {
    if (pace.isSeen()) {
      pace.seen();
    }
  }

  /** Makes what was said and still waits, and forgets the review. */
  void clear() {
    line.finish();
    review = null;
    ordering.show(null);
    steps = null;
    listed(List.of());
    shown.set(null);
    vacancy.set(Vacancy.LISTING);
    verdicts.clear();
    decisions = Decisions.NONE;
  }

  private Job<Runnable> asFiltered(OptionalInt wanted) {
    QueueFilter wish = filter.get();
    return steps().listed(of -> of.show(wish), wanted);
  }

  /** Lists anew, after what is still being written. */
  void list(Supplier<Job<Runnable>> job) {
    if (review != null) {
      line.addOwn(Texts.of("List suspects"), () -> Optional.of(job.get()));
    }
  }

  /** The image in sight; empty if there is none. */
  OptionalInt current() {
    ShownImage image = shown.get();
    return image == null ? OptionalInt.empty() : OptionalInt.of(image.trainIndex());
  }

  private void apply(Standing standing) {
    ranking = standing.ranking();
    mixed = standing.mixed();
    decisions = standing.decisions();
    verdicts.stand(standing.canUndo(), standing.canRedo());
    standing.images().filter(now -> !now.equals(images)).ifPresent(this::listed);
    open = standing.open();
    show(standing.goTo());
    vacancy.set(vacant());
    signs.set(signs.get() + 1);
    changed.run();
  }

  private void listed(List<Integer> now) {
    listed = Set.copyOf(now);
    images.setAll(now);
  }

  private void show(OptionalInt image) {
    if (!image.equals(current())) {
      pace.turned();
    }
    shown.set(
        image.isPresent()
            ? requireNonNull(look).image(image.getAsInt(), requireNonNull(ranking), blind.get())
            : null);
  }

  private Vacancy vacant() {
    if (shown.get() != null) {
      return Vacancy.NONE;
    }
    if (images.isEmpty()) {
      return Vacancy.NO_MATCH;
    }
    return open > 0 ? Vacancy.LIST_DONE : Vacancy.ALL_DONE;
  }

  private void showAgain() {
    show(current());
    signs.set(signs.get() + 1);
  }

  /** The row of a listed image. */
  public QueueItem item(int trainIndex) {
    return requireNonNull(look)
        .item(trainIndex, requireNonNull(ranking), decisions.of(annotator), blind.get())
        .marked(!blind.get() && requireNonNull(mixed).isSpotCheck(trainIndex), note(trainIndex));
  }

  /** What was decided about the image shown, in a few words; empty if nothing was. */
  public String decisionText() {
    return shown.get() == null ? "" : item(shown.get().trainIndex()).decision();
  }

  /** What the annotator decided about an image; null if nothing. */
  @Nullable JournalEntry entry(int trainIndex) {
    return decisions.of(annotator).get(path(trainIndex));
  }

  private String path(int trainIndex) {
    return requireNonNull(review).session().trainSample(trainIndex).path();
  }

  /** What everybody decided. */
  Decisions held() {
    return decisions;
  }

  /** Whether an image is listed. */
  boolean isListed(int trainIndex) {
    return listed.contains(trainIndex);
  }

  /** What the annotator remarked about an image; empty if nothing. */
  public String note(int trainIndex) {
    return decisions.note(annotator, path(trainIndex));
  }

  /** Whether the annotator decided about an image. */
  boolean isDecided(int trainIndex) {
    return entry(trainIndex) != null;
  }

  /** Listed images nobody decided about: {@code 143 of 212 left}; empty while that is not known. */
  public String leftText() {
    if (vacancy.get() == Vacancy.LISTING) {
      return "";
    }
    if (images.isEmpty()) {
      return Texts.of("none listed");
    }
    long left = images.stream().filter(i -> !isDecided(i)).count();
    return Texts.of("{0} of {1} left", Texts.count(left), Texts.count(images.size()));
  }

  /** Paths of the images that the annotator leaves out of training. */
  Set<String> excluded() {
    return Excluded.by(annotator, decisions);
  }

  /** Class names that the annotator gives images, by their paths. */
  Map<String, String> relabelled() {
    return Excluded.relabelled(annotator, decisions);
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
        Texts.of("Look at an image"),
        () -> {
          int from = by > 0 ? -1 : images.size();
          int position = current().isPresent() ? images.indexOf(current().getAsInt()) : from;
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
        Texts.of("Look at an image"),
        () -> {
          turnTo(trainIndex);
          return Optional.empty();
        });
  }

  private void turnTo(int trainIndex) {
    if (review != null && !current().equals(OptionalInt.of(trainIndex))) {
      show(OptionalInt.of(trainIndex));
      verdicts.clear();
      vacancy.set(Vacancy.NONE);
      signs.set(signs.get() + 1);
    }
  }

  /** The queue of an opened review; null for another one. */
  @Nullable ReviewQueue current(@Nullable OpenReview of) {
    return of == null || of != review ? null : requireNonNull(steps).queue();
  }

  /** Takes the decisions from the desk anew, as after an import. */
  void refresh() {
    list(() -> steps().listed(ReviewQueue::refresh, current()));
  }
}
