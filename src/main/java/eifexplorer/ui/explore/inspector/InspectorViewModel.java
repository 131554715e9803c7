package eifexplorer.ui.explore.inspector;

import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.Neighbour;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.SetChangeListener;

/**
 * The chosen pair: both photographs and what there is to say about them.
 *
 * <p>Pinned, the left photograph stays while the right one walks through its neighbours; the pair itself, and what explains
 * it, stay chosen.
 */
public final class InspectorViewModel {
  private static final int FIRST_NEIGHBOURS = 32;
  private static final int EXEMPLARS = 6;

  private final MarksViewModel marks;
  private final PairZoom zoom = new PairZoom();
  private final LatestJob<List<WalkedNeighbour>> neighbours;
  private final LatestJob<OptionalInt> ownClass;
  private final LatestJob<List<Exemplars>> exemplars;
  private final ReadOnlyObjectWrapper<PhotoText> left = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PhotoText> right = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper pinned = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper reviewed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<WalkedNeighbour> walked = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper distance = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper rankText = new ReadOnlyStringWrapper("");
  private final BooleanProperty exemplarsOpen = new SimpleBooleanProperty();
  private ExplorerSession session;
  private ImageInsights insights;
  private PairItem pair;
  private int wantedRank;
  private int asked;

  /** No pair yet. */
  public InspectorViewModel(FxJobs jobs, MarksViewModel marks) {
    this.marks = marks;
    neighbours = new LatestJob<>(jobs);
    ownClass = new LatestJob<>(jobs);
    exemplars = new LatestJob<>(jobs);
    neighbours.valueProperty().addListener((value, old, now) -> walk(now));
    ownClass.valueProperty().addListener((value, old, now) -> describe());
    exemplarsOpen.addListener((value, old, now) -> askExemplars());
    marks.reviewed().addListener((SetChangeListener<PairKey>) change -> reviewed.set(isReviewed()));
  }

  /** What both photographs show of themselves. */
  public PairZoom zoom() {
    return zoom;
  }

  /** The left photograph; null without a pair. */
  public ReadOnlyObjectProperty<PhotoText> leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** The right photograph: its nearest neighbour, or the one walked to; null without a pair. */
  public ReadOnlyObjectProperty<PhotoText> rightProperty() {
    return right.getReadOnlyProperty();
  }

  /** The distance of both. */
  public ReadOnlyStringProperty distanceProperty() {
    return distance.getReadOnlyProperty();
  }

  /** The right one's rank and where the first of the left one's class comes. */
  public ReadOnlyStringProperty rankTextProperty() {
    return rankText.getReadOnlyProperty();
  }

  /** True while the left photograph is pinned. */
  public ReadOnlyBooleanProperty pinnedProperty() {
    return pinned.getReadOnlyProperty();
  }

  /** The neighbour on the right while the left photograph is pinned; null otherwise, or while it is looked for. */
  public ReadOnlyObjectProperty<WalkedNeighbour> walkedProperty() {
    return walked.getReadOnlyProperty();
  }

  /** True while neighbours are looked for. */
  public ReadOnlyBooleanProperty searchingProperty() {
    return neighbours.busyProperty();
  }

  /** Why there are no neighbours; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> searchFailureProperty() {
    return neighbours.failureProperty();
  }

  /** Whether typical images of both classes are shown. */
  public BooleanProperty exemplarsOpenProperty() {
    return exemplarsOpen;
  }

  /** Typical images of the left and of the right class; null while they are not known. */
  public ReadOnlyObjectProperty<List<Exemplars>> exemplarsProperty() {
    return exemplars.valueProperty();
  }

  /** Why there are no typical images; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> exemplarsFailureProperty() {
    return exemplars.failureProperty();
  }

  /** True if the pair was marked as looked at. */
  public ReadOnlyBooleanProperty reviewedProperty() {
    return reviewed.getReadOnlyProperty();
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession, ImageInsights newInsights) {
    session = newSession;
    insights = newInsights;
    showPair(null);
  }

  /** Shows another pair, both whole; {@code null} for none. */
  public void showPair(PairItem newPair) {
    pair = newPair;
    zoom.reset();
    unpin();
    ownClass.clear();
    reviewed.set(isReviewed());
    if (pair == null) {
      left.set(null);
      right.set(null);
      exemplars.clear();
      return;
    }
    left.set(PhotoText.of(session, pair.pair().wrong()));
    askOwnClass();
    askExemplars();
  }

  private void askOwnClass() {
    ImageInsights from = insights;
    int query = pair.pair().wrong();
    ownClass.ask(
        "Rank of the own class", Lane.COMPUTE, context -> from.rankOfOwnClass(query, context));
  }

  private boolean isReviewed() {
    return pair != null && marks.reviewed().contains(key());
  }

  private PairKey key() {
    return new PairKey(pair.wrong().path(), pair.confused().path());
  }

  /** Marks the pair as looked at, or takes that back. */
  public void toggleReviewed() {
    if (pair != null) {
      marks.review(key(), !reviewed.get());
    }
  }

  /** Pins the left photograph, or goes back to the pair. */
  public void togglePin() {
    if (pinned.get()) {
      unpin();
    } else {
      pinAt(1);
    }
  }

  /** Goes back to the pair; false if nothing is pinned. */
  public boolean unpin() {
    boolean was = pinned.get();
    pinned.set(false);
    walked.set(null);
    neighbours.clear();
    if (pair != null) {
      right.set(PhotoText.of(session, pair.pair().confusedWith()));
      distance.set(Texts.distance(pair.pair().distance()));
    }
    describe();
    return was;
  }

  /** Walks to the neighbour {@code by} ranks on; pins the left photograph if it is not. */
  public void step(int by) {
    if (!pinned.get()) {
      pinAt(1 + Math.max(0, by));
    } else {
      walkTo(Math.max(1, wantedRank + by));
    }
  }

  private void pinAt(int rank) {
    if (pair != null) {
      pinned.set(true);
      walkTo(rank);
    }
  }

  private void walkTo(int rank) {
    wantedRank = rank;
    List<WalkedNeighbour> known = neighbours.valueProperty().get();
    boolean all = known != null && known.size() < asked;
    if (known != null && (rank <= known.size() || all)) {
      walk(known);
      return;
    }
    asked = FIRST_NEIGHBOURS;
    while (asked < rank) {
      asked *= 2;
    }
    askNeighbours(asked);
  }

  private void askNeighbours(int count) {
    ExplorerSession of = session;
    ImageInsights from = insights;
    int query = pair.pair().wrong();
    neighbours.ask(
        "Nearest test images", Lane.COMPUTE, context -> ranked(of, from, query, count, context));
  }

  private static List<WalkedNeighbour> ranked(
      ExplorerSession session, ImageInsights insights, int query, int count, JobContext context) {
    List<Neighbour> nearest = insights.nearestTest(query, count, context);
    int label = session.testSample(query).label();
    return IntStream.range(0, nearest.size())
        .mapToObj(
            i -> {
              Neighbour near = nearest.get(i);
              boolean same = session.testSample(near.index()).label() == label;
              return new WalkedNeighbour(i + 1, near.index(), near.distance(), same);
            })
        .toList();
  }

  private void walk(List<WalkedNeighbour> known) {
    if (known == null || known.isEmpty() || !pinned.get()) {
      return;
    }
    wantedRank = Math.min(wantedRank, known.size());
    WalkedNeighbour now = known.get(wantedRank - 1);
    right.set(PhotoText.of(session, now.testIndex()));
    distance.set(Texts.distance(now.distance()));
    walked.set(now);
    describe();
  }

  private void describe() {
    if (pair == null) {
      rankText.set("");
      return;
    }
    int rank = walked.get() == null ? 1 : walked.get().rank();
    String text = "rank " + Texts.count(rank);
    OptionalInt first = ownClass.valueProperty().get();
    if (first != null) {
      text +=
          first.isPresent()
              ? " · first " + pair.wrongClass() + " at rank " + Texts.count(first.getAsInt())
              : " · the only " + pair.wrongClass();
    }
    rankText.set(text);
  }

  private void askExemplars() {
    if (!exemplarsOpen.get() || pair == null) {
      return;
    }
    ExplorerSession of = session;
    ImageInsights from = insights;
    PairItem item = pair;
    exemplars.ask(
        "Typical images of both classes",
        Lane.COMPUTE,
        context ->
            List.of(
                typical(of, from, item.pair().wrongLabel(), context),
                typical(of, from, item.pair().confusedLabel(), context)));
  }

  /** Looks for typical images again, after a failure. */
  public void retryExemplars() {
    exemplars.retry();
  }

  private static Exemplars typical(
      ExplorerSession session, ImageInsights insights, int label, JobContext context) {
    return new Exemplars(
        "Typical " + session.className(label),
        insights.typicalTest(label, EXEMPLARS, context).stream()
            .map(index -> PhotoText.of(session, index).picture())
            .toList());
  }
}
