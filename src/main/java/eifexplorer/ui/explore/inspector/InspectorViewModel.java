package eifexplorer.ui.explore.inspector;

import eifexplorer.job.Lane;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.photo.PairZoom;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.SetChangeListener;

/**
 * The chosen pair: both photographs and what there is to say about them.
 *
 * <p>Pinned, the left photograph stays while the right one walks through its neighbours; the pair itself, and what explains
 * it, stay chosen.
 */
public final class InspectorViewModel {
  private final MarksViewModel marks;
  private final PairZoom zoom = new PairZoom();
  private final NeighbourWalkViewModel walk;
  private final ExemplarsViewModel exemplars;
  private final LatestJob<OptionalInt> ownClass;
  private final ReadOnlyObjectWrapper<PhotoText> left = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PhotoText> right = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper reviewed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper distance = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper rankText = new ReadOnlyStringWrapper("");
  private ExplorerSession session;
  private ImageInsights insights;
  private PairItem pair;

  /** No pair yet. */
  public InspectorViewModel(FxJobs jobs, MarksViewModel marks) {
    this.marks = marks;
    walk = new NeighbourWalkViewModel(jobs);
    exemplars = new ExemplarsViewModel(jobs);
    ownClass = new LatestJob<>(jobs);
    walk.walkedProperty().addListener((value, old, now) -> showRight());
    ownClass.valueProperty().addListener((value, old, now) -> showRank());
    marks.reviewed().addListener((SetChangeListener<PairKey>) change -> reviewed.set(isReviewed()));
  }

  /** What both photographs show of themselves. */
  public PairZoom zoom() {
    return zoom;
  }

  /** The way through the left photograph's neighbours. */
  public NeighbourWalkViewModel walk() {
    return walk;
  }

  /** Typical images of both classes. */
  public ExemplarsViewModel exemplars() {
    return exemplars;
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

  /** True if the pair was marked as looked at. */
  public ReadOnlyBooleanProperty reviewedProperty() {
    return reviewed.getReadOnlyProperty();
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession, ImageInsights newInsights) {
    session = newSession;
    insights = newInsights;
    walk.show(newSession, newInsights);
    exemplars.show(newSession, newInsights);
    showPair(null);
  }

  /** Shows another pair, both whole; {@code null} for none. */
  public void showPair(PairItem newPair) {
    pair = newPair;
    zoom.reset();
    ownClass.clear();
    reviewed.set(isReviewed());
    exemplars.showPair(Optional.ofNullable(pair).map(PairItem::pair));
    if (pair == null) {
      walk.unpin();
      left.set(null);
    } else {
      walk.from(pair.pair().wrong());
      left.set(PhotoText.of(session, pair.pair().wrong()));
      askOwnClass();
    }
    showRight();
  }

  private void askOwnClass() {
    ImageInsights from = insights;
    int query = pair.pair().wrong();
    ownClass.ask(
        "Rank of the own class", Lane.COMPUTE, context -> from.rankOfOwnClass(query, context));
  }

  private boolean isReviewed() {
    return pair != null && marks.isReviewed(key());
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
    if (pair != null) {
      walk.toggle();
    }
  }

  /** Walks to the neighbour {@code by} ranks on; pins the left photograph if it is not. */
  public void step(int by) {
    if (pair != null) {
      walk.step(by);
    }
  }

  /** The neighbour walked to, or the pair's own. */
  private void showRight() {
    WalkedNeighbour neighbour = walk.walkedProperty().get();
    if (pair == null) {
      right.set(null);
    } else if (neighbour != null) {
      right.set(PhotoText.of(session, neighbour.testIndex()));
      distance.set(Texts.distance(neighbour.distance()));
    } else {
      right.set(PhotoText.of(session, pair.pair().confusedWith()));
      distance.set(Texts.distance(pair.pair().distance()));
    }
    showRank();
  }

  private void showRank() {
    if (pair == null) {
      rankText.set("");
      return;
    }
    WalkedNeighbour neighbour = walk.walkedProperty().get();
    String text = "rank " + Texts.count(neighbour == null ? 1 : neighbour.rank());
    OptionalInt first = ownClass.valueProperty().get();
    if (first != null) {
      text +=
          first.isPresent()
              ? " · first " + pair.wrongClass() + " at rank " + Texts.count(first.getAsInt())
              : " · the only " + pair.wrongClass();
    }
    rankText.set(text);
  }
}
