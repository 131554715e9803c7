package eifexplorer.ui.explore.inspector;

import static java.util.Objects.requireNonNull;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.job.Lane;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.ImagePlaces;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.photo.PairZoom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * The pair on the screen: both photographs and what there is to say about them.
 *
 * <p>That is the chosen pair, or, while one photograph is pinned and its neighbours are walked, the pinned one with the
 * neighbour walked to. Everything said here, and what explains it, is of the pair on the screen; the chosen one stays chosen
 * in the list, and is what is marked as reviewed.
 */
public final class InspectorViewModel {
  private final MarksViewModel marks;
  private final PairZoom zoom = new PairZoom();
  private final NeighbourWalkViewModel walk;
  private final ExemplarsViewModel exemplars;
  private final PhotoArrangement arrangement = new PhotoArrangement();
  private final LookViewModel look;
  private final PeekViewModel peek;
  private final LatestJob<OptionalInt> ownClass;
  private final ReadOnlyObjectWrapper<PairItem> shown = new ReadOnlyObjectWrapper<>();
  private final Map<PairMember, ReadOnlyObjectWrapper<PhotoText>> photos =
      new EnumMap<>(PairMember.class);
  private final ReadOnlyBooleanWrapper reviewed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper distance = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper rankText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper walkText = new ReadOnlyStringWrapper("");
  private @Nullable ExplorerSession session;
  private @Nullable ImageInsights insights;
  private @Nullable PairItem pair;

  /** What was on the screen when a photograph was pinned. */
  private @Nullable PairItem pinnedIn;

  /**
   * No pair yet.
   *
   * @param places where in its images a session's model finds what it embeds
   */
  public InspectorViewModel(FxJobs jobs, MarksViewModel marks, ImagePlaces places) {
    this.marks = marks;
    walk = new NeighbourWalkViewModel(jobs);
    exemplars = new ExemplarsViewModel(jobs);
    look = new LookViewModel(jobs, places);
    peek = new PeekViewModel(jobs);
    ownClass = new LatestJob<>(jobs);
    shown.addListener((value, old, now) -> look.showPair(now));
    for (PairMember member : PairMember.values()) {
      photos.put(member, new ReadOnlyObjectWrapper<>());
    }
    peek.seenProperty().addListener((value, old, now) -> showPhotos());
    peek.bothProperty().addListener((value, old, now) -> showRank());
    walk.walkedProperty().addListener((value, old, now) -> showPairOnScreen());
    walk.pinnedProperty().addListener((value, old, now) -> pinChanged());
    ownClass.valueProperty().addListener((value, old, now) -> showRank());
    marks.reviewed().addListener((SetChangeListener<PairKey>) change -> reviewed.set(isReviewed()));
  }

  /** What both photographs show of themselves. */
  public PairZoom zoom() {
    return zoom;
  }

  /** The way through the pinned photograph's neighbours. */
  public NeighbourWalkViewModel walk() {
    return walk;
  }

  /** Typical images of both classes. */
  public ExemplarsViewModel exemplars() {
    return exemplars;
  }

  /** How the photographs are put before the eye. */
  public PhotoArrangement arrangement() {
    return arrangement;
  }

  /** Where the model looks. */
  public LookViewModel look() {
    return look;
  }

  /** The pair with another model. */
  public PeekViewModel peek() {
    return peek;
  }

  /** The pair on the screen: the chosen one, or the one walked to; null without a pair. */
  public ReadOnlyObjectProperty<PairItem> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** One of the photographs on the screen; null without a pair. */
  public ReadOnlyObjectProperty<PhotoText> photoProperty(PairMember member) {
    return photo(member).getReadOnlyProperty();
  }

  private ReadOnlyObjectWrapper<PhotoText> photo(PairMember member) {
    return requireNonNull(photos.get(member));
  }

  /** The distance of both. */
  public ReadOnlyStringProperty distanceProperty() {
    return distance.getReadOnlyProperty();
  }

  /** The neighbour's rank and where the first of the other one's class comes; it stands at {@link #neighbour}. */
  public ReadOnlyStringProperty rankTextProperty() {
    return rankText.getReadOnlyProperty();
  }

  /** Which pair is on the screen instead of the chosen one, such as {@code neighbour 4}; empty if that one is. */
  public ReadOnlyStringProperty walkTextProperty() {
    return walkText.getReadOnlyProperty();
  }

  /** True if the chosen pair was marked as looked at. */
  public ReadOnlyBooleanProperty reviewedProperty() {
    return reviewed.getReadOnlyProperty();
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession, ImageInsights newInsights) {
    session = newSession;
    insights = newInsights;
    look.show(newSession);
    walk.show(newSession, newInsights);
    exemplars.show(newSession, newInsights);
    peek.show(newSession, newInsights);
    showPair(null);
  }

  /** Shows another pair, both whole; {@code null} for none. */
  public void showPair(@Nullable PairItem newPair) {
    pair = newPair;
    zoom.reset();
    reviewed.set(isReviewed());
    exemplars.showPair(Optional.ofNullable(pair).map(PairItem::pair));
    if (!walk.unpin()) {
      pinChanged();
    }
  }

  private void pinChanged() {
    showPairOnScreen();
    askOwnClass();
  }

  private void askOwnClass() {
    ownClass.clear();
    if (pair == null) {
      return;
    }
    ImageInsights from = insights;
    int query = testIndex(neighbour().other());
    ownClass.ask(
        Texts.of("Rank of the own class"),
        Lane.COMPUTE,
        context -> requireNonNull(from).rankOfOwnClass(query, context));
  }

  /** Which photograph is a neighbour of the other: the second, unless it is the one that is pinned. */
  public PairMember neighbour() {
    return walk.pinnedProperty().get() == PairMember.SECOND ? PairMember.FIRST : PairMember.SECOND;
  }

  private int testIndex(PairMember member) {
    ConfusionPair now = shown.get().pair();
    return member == PairMember.FIRST ? now.wrong() : now.confusedWith();
  }

  private boolean isReviewed() {
    return pair != null && marks.isReviewed(key());
  }

  private PairKey key() {
    return new PairKey(requireNonNull(pair).wrong().path(), pair.confused().path());
  }

  /** Marks the pair as looked at, or takes that back. */
  public void toggleReviewed() {
    if (pair != null) {
      marks.review(key(), !reviewed.get());
    }
  }

  /** Pins a photograph where it is, or goes back to the chosen pair if it is pinned. */
  public void togglePin(PairMember member) {
    if (walk.pinnedProperty().get() == member) {
      walk.unpin();
    } else if (pair != null) {
      pin(member);
    }
  }

  private void pin(PairMember member) {
    pinnedIn = shown.get();
    boolean nearest = pinnedIn == pair && member == PairMember.FIRST && isNearest(pinnedIn);
    walk.pin(member, testIndex(member), nearest ? 1 : 0);
  }

  /** Walks to the neighbour {@code by} ranks on; pins the first photograph if none is. */
  public void step(int by) {
    if (pair == null) {
      return;
    }
    if (walk.pinnedProperty().get() == null) {
      pin(PairMember.FIRST);
      by = Math.max(0, by);
    }
    walk.step(by);
  }

  /** Goes back to both side by side, then to no parts drawn over them, then to the pair; false if nothing is to go back from. */
  public boolean closeTopmost() {
    if (arrangement.reset()) {
      return true;
    }
    if (look.openProperty().get()) {
      look.openProperty().set(false);
      return true;
    }
    return walk.unpin();
  }

  private void showPairOnScreen() {
    PairItem now = pairOnScreen();
    shown.set(now);
    peek.showPair(
        now == null ? -1 : testIndex(neighbour().other()),
        now == null ? -1 : testIndex(neighbour()));
    showPhotos();
    walkText.set(now == pair ? "" : walkText());
  }

  private void showPhotos() {
    PairItem now = shown.get();
    PeekedPair.Near seen = seen();
    for (PairMember member : PairMember.values()) {
      PhotoText own = now == null ? null : PhotoText.of(requireNonNull(session), testIndex(member));
      photo(member).set(seen != null && member == neighbour() ? seen.photo() : own);
    }
    distance.set(
        now == null ? "" : Texts.distance(seen == null ? now.pair().distance() : seen.distance()));
    showRank();
  }

  /** The neighbour of the same rank with the other model, while that is looked at. */
  private PeekedPair.@Nullable Near seen() {
    PeekedPair there = peek.seenProperty().get();
    int rank = seenRank();
    return there == null || shown.get() == null || there.nearest().size() < rank
        ? null
        : there.nearest().get(rank - 1);
  }

  private int seenRank() {
    WalkedNeighbour walked = walk.walkedProperty().get();
    return walked == null ? 1 : walked.rank();
  }

  private String walkText() {
    WalkedNeighbour walked = walk.walkedProperty().get();
    return walked == null
        ? Texts.of("another pair")
        : Texts.of("neighbour {0}", Texts.count(walked.rank()));
  }

  private @Nullable PairItem pairOnScreen() {
    PairMember pinned = walk.pinnedProperty().get();
    WalkedNeighbour walked = walk.walkedProperty().get();
    if (pair == null || pinned == null) {
      return pair;
    }
    if (walked == null || pinnedIn == null) {
      return pinnedIn;
    }
    int other = walked.testIndex();
    int stays =
        pinned == PairMember.FIRST ? pinnedIn.pair().wrong() : pinnedIn.pair().confusedWith();
    int first = pinned == PairMember.FIRST ? stays : other;
    int second = pinned == PairMember.FIRST ? other : stays;
    return isOf(pair, first, second)
        ? pair
        : PairItem.walkedTo(requireNonNull(session), first, second, walked.distance());
  }

  private static boolean isOf(PairItem item, int first, int second) {
    return item.pair().wrong() == first && item.pair().confusedWith() == second;
  }

  /** A pair that is none of the session's own may be of any two images. */
  private boolean isNearest(PairItem of) {
    return requireNonNull(session).confusions().nearest(of.pair().wrong())
        == of.pair().confusedWith();
  }

  private void showRank() {
    if (pair == null) {
      rankText.set("");
      return;
    }
    PeekedPair.Near seen = seen();
    if (seen != null) {
      rankText.set(
          seen.sameClass()
              ? Texts.of("rank {0} · same class", Texts.count(seenRank()))
              : Texts.of("rank {0} · other class", Texts.count(seenRank())));
      return;
    }
    WalkedNeighbour walked = walk.walkedProperty().get();
    List<String> parts = new ArrayList<>();
    if (walked != null) {
      parts.add(Texts.of("rank {0}", Texts.count(walked.rank())));
    } else if (shown.get() == pair && neighbour() == PairMember.SECOND && isNearest(pair)) {
      parts.add(Texts.of("rank 1"));
    } else if (peek.ownRank() > 0) {
      parts.add(Texts.of("rank {0}", Texts.count(peek.ownRank())));
    }
    OptionalInt first = ownClass.valueProperty().get();
    if (first != null) {
      String name = photo(neighbour().other()).get().className();
      parts.add(
          first.isPresent()
              ? Texts.of("first {0} at rank {1}", name, Texts.count(first.getAsInt()))
              : Texts.of("the only {0}", name));
    }
    rankText.set(String.join(" · ", parts));
  }
}
