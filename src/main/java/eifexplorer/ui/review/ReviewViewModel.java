package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.Lane;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.journal.Decisions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Review screen. A session's review is opened when somebody first looks at it, and closed with the session: while it is
 * open no other program can decide.
 */
public final class ReviewViewModel {
  private static final String ANNOTATOR = "review.annotator";
  private static final String BLIND = "review.blind";

  /** What the screen shows. */
  public enum State {
    /** Nobody looked yet. */
    CLOSED,
    OPENING,
    OPEN,
    /** There are no training images. */
    NO_IMAGES,
    FAILED
  }

  private final FxJobs jobs;
  private final ReviewServices services;
  private final NoticesViewModel notices;
  private final MarksViewModel marks;
  private final Runnable refresh;
  private final Runnable reopen;
  private final WriteLine line;
  private final QueueViewModel queue;
  private final BatchViewModel batch;
  private final StagedViewModel staged;
  private final TransferViewModel transfer;
  private final CompareViewModel compare;
  private final ExemplarsViewModel exemplars;
  private final AcceptViewModel accept;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CLOSED);
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final AnnotatorViewModel annotator = new AnnotatorViewModel();
  private final LaterDetectors detectors;
  private final DisputesViewModel disputes;
  private final ReviewRequests requests;
  private @Nullable ExplorerSession session;
  private @Nullable Words words;
  private @Nullable OpenReview review;
  private IntConsumer locating = trainIndex -> {};
  private boolean opening;
  private boolean closed;

  /**
   * A screen without a session.
   *
   * @param nanos a clock, for the time a decision takes
   * @param refresh opens the session's workspace again, with its current labels and the model that is open
   * @param reopen opens it again with its current labels and its current model
   * @param openPair shows a pair of test images in Explore
   */
  public ReviewViewModel(
      FxJobs jobs,
      ReviewServices services,
      MarksViewModel marks,
      NoticesViewModel notices,
      LongSupplier nanos,
      Runnable refresh,
      Runnable reopen,
      Consumer<TestPair> openPair) {
    this.jobs = jobs;
    this.services = services;
    this.marks = marks;
    this.notices = notices;
    this.refresh = refresh;
    this.reopen = reopen;
    line = new WriteLine(jobs, this::notWritten);
    queue = new QueueViewModel(notices, line, nanos, this::decided);
    requests =
        new ReviewRequests(
            marks, notices, queue, annotator::who, () -> Optional.ofNullable(review), this::enter);
    batch = new BatchViewModel(queue);
    detectors = new LaterDetectors(jobs, queue, notices::show);
    disputes = new DisputesViewModel(this);
    exemplars = new ExemplarsViewModel(queue);
    accept = new AcceptViewModel(jobs, queue, notices);
    staged = new StagedViewModel(jobs, notices, line, queue::refresh);
    transfer = new TransferViewModel(jobs, notices, services, line, queue::refresh);
    compare = new CompareViewModel(jobs, notices, services.reviews(), openPair);
    annotator.nameProperty().addListener((value, old, now) -> annotate());
  }

  /** What other screens ask for. */
  public ReviewRequests requests() {
    return requests;
  }

  /** The queue. */
  public QueueViewModel queue() {
    return queue;
  }

  /** Several images at once. */
  public BatchViewModel batch() {
    return batch;
  }

  /** The image beside typical ones. */
  public ExemplarsViewModel exemplars() {
    return exemplars;
  }

  /** What annotators disagree about, and changes that shall not hold. */
  public DisputesViewModel disputes() {
    return disputes;
  }

  /** Likely labels that are accepted together. */
  public AcceptViewModel accept() {
    return accept;
  }

  /** What is staged and committed. */
  public StagedViewModel staged() {
    return staged;
  }

  /** Files out and in. */
  public TransferViewModel transfer() {
    return transfer;
  }

  /** Before and after. */
  public CompareViewModel compare() {
    return compare;
  }

  /** What the screen shows. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why nothing can be shown, or nothing decided; empty if all is well. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Who decides. */
  public StringProperty annotatorProperty() {
    return annotator.nameProperty();
  }

  /** How many detectors are still at work. */
  public ReadOnlyIntegerProperty learningProperty() {
    return detectors.atWorkProperty();
  }

  /** The session reviewed; null before the first. */
  @Nullable ExplorerSession session() {
    return session;
  }

  /** Class names and decisions of the session in words. */
  Words words() {
    return requireNonNull(words);
  }

  /** A training image by its path; empty if the session's labels leave it out. */
  public OptionalInt trainIndex(String path) {
    return IntStream.range(0, requireNonNull(session).dataset().train().size())
        .filter(i -> requireNonNull(session).trainSample(i).path().equals(path))
        .findFirst();
  }

  /** The picture of an image by its path in the data set. */
  Picture pictureOf(String path) {
    return new Picture(requireNonNull(session).dataset().file(path), "", path);
  }

  /** Paths of the training images that are there more than once, as far as that is known. */
  Set<String> copied() {
    return marks.copiesProperty().get().trainingPaths();
  }

  /** Whether a training image is there more than once, as far as that is known. */
  boolean isCopied(int trainIndex) {
    return marks.copiesProperty().get().ofTrain(trainIndex).isPresent();
  }

  /** Paths of the training images flagged in Explore. */
  Set<String> flagged() {
    return Set.copyOf(marks.flagged());
  }

  /** What is next while there is no image to decide about, in words. */
  public String vacancyText() {
    return queue.vacancyProperty().get().next(queue.openImages(), staged.summaryProperty().get());
  }

  /** Turns to another session; what was open is closed. Who decides, and whether blind, is the workspace's own. */
  public void show(ExplorerSession newSession) {
    show(newSession, Decisions.NONE);
  }

  /** The same, with what was decided about its images as far as that is known before its review is opened. */
  void show(ExplorerSession newSession, Decisions newKnown) {
    letGo();
    if (!OpenReview.isOfSameWorkspace(session, newSession)) {
      restore(Map.of());
    }
    session = newSession;
    words = new Words(newSession);
    compare.show(newSession);
    state.set(State.CLOSED);
    requests.show(newSession, newKnown);
  }

  /** Opens the session's review if it is not open. */
  public void enter() {
    queue.lookAgain();
    if (session == null || opening || review != null) {
      return;
    }
    if (session.dataset().train().isEmpty()) {
      state.set(State.NO_IMAGES);
      return;
    }
    opening = true;
    state.set(State.OPENING);
    ExplorerSession of = session;
    jobs.start(
        Texts.of("Finding suspect labels"),
        Lane.QUESTION,
        context -> OpenReview.of(services, of, context),
        new Outcome<>(
            opened -> opened(of, opened),
            failure -> failed(of, failure),
            () -> failed(of, new Failure(Texts.of("Cancelled."), ""))));
  }

  private void opened(ExplorerSession of, OpenReview opened) {
    opening = false;
    if (of != session || closed) {
      opened.desk().close();
      if (!closed) {
        enter();
      }
      return;
    }
    review = opened;
    trouble.set(opened.locked().orElse(""));
    opened.locked().ifPresent(notices::info);
    staged.show(opened);
    transfer.show(opened);
    queue.show(opened, annotator.who(), requests.wanted());
    batch.show(opened);
    accept.show(opened);
    state.set(State.OPEN);
    requests.serve();
    detectors.start(opened);
  }

  private void failed(ExplorerSession of, Failure failure) {
    opening = false;
    if (of != session) {
      enter();
      return;
    }
    trouble.set(failure.message());
    state.set(State.FAILED);
    requests.giveUp(failure);
  }

  private void annotate() {
    requests.mark();
    if (review != null) {
      queue.annotate(annotator.who());
    }
  }

  private void decided() {
    requests.mark();
    sumUp();
  }

  private void notWritten(Failure failure) {
    requests.mark();
    notices.show(failure);
  }

  private void sumUp() {
    OpenReview of = review;
    ReviewQueue from = queue.current(of);
    if (of != null && from != null) {
      String who = annotator.who();
      staged.sumUp(() -> Summary.of(of, from, who));
    }
  }

  /** Has images shown on the map by this from now on. */
  public void locateWith(IntConsumer newLocating) {
    locating = newLocating;
  }

  /** Shows the image that is decided about on the map. */
  public void locate() {
    ShownImage image = queue.shownProperty().get();
    if (image != null) {
      locating.accept(image.trainIndex());
    }
  }

  /** Opens the workspace again, with the labels that are current now and the model that is open. */
  public void refresh() {
    refresh.run();
  }

  /** Opens the workspace again, with the labels and the model that are current now. */
  public void reopen() {
    reopen.run();
  }

  /** Who decides where nobody has yet; the empty text for the first annotator. */
  void annotateAs(Supplier<String> usual) {
    annotator.decideAs(usual);
  }

  /** Who decides and how, as text by name. */
  public Map<String, String> state() {
    return Map.of(ANNOTATOR, annotator.who(), BLIND, String.valueOf(queue.blindProperty().get()));
  }

  /** Goes on as {@link #state} says. */
  public void restore(Map<String, String> remembered) {
    annotator.nameProperty().set(remembered.getOrDefault(ANNOTATOR, annotator.usual()));
    queue.blindProperty().set(Boolean.parseBoolean(remembered.get(BLIND)));
  }

  private void letGo() {
    detectors.stop();
    trouble.set("");
    queue.clear();
    batch.clear();
    accept.clear();
    staged.clear();
    transfer.clear();
    if (review != null) {
      review.desk().close();
      review = null;
    }
  }

  /** Nothing is reviewed any more: its folder is free for others. */
  void leave() {
    letGo();
    session = null;
    state.set(State.CLOSED);
  }

  /** Lets go of the review for good. */
  public void close() {
    closed = true;
    letGo();
  }
}
