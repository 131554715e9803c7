package eifexplorer.ui.explore.inspector;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.Neighbour;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The way through a pinned photograph's neighbours; more of them are asked for as it gets longer.
 *
 * <p>The way begins where the photograph beside it is: at rank 1 for a test image beside its nearest neighbour, before
 * rank 1 ("rank 0") beside anything else.
 */
public final class NeighbourWalkViewModel {
  private static final int FIRST = 32;

  private final LatestJob<List<WalkedNeighbour>> neighbours;
  private final ReadOnlyObjectWrapper<PairMember> pinned = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding isPinned = Bindings.isNotNull(pinned);
  private final ReadOnlyObjectWrapper<WalkedNeighbour> walked = new ReadOnlyObjectWrapper<>();
  private @Nullable ExplorerSession session;
  private @Nullable ImageInsights insights;
  private int query;
  private int start;
  private int wantedRank;
  private int asked;

  /** A way that has not begun. */
  NeighbourWalkViewModel(FxJobs jobs) {
    neighbours = new LatestJob<>(jobs);
    neighbours.valueProperty().addListener((value, old, now) -> arrived(now));
  }

  /** Which photograph is pinned; null if none is. */
  public ReadOnlyObjectProperty<PairMember> pinnedProperty() {
    return pinned.getReadOnlyProperty();
  }

  /** True while one is pinned. */
  public BooleanBinding isPinned() {
    return isPinned;
  }

  /** The neighbour walked to; null where the way begins and while the neighbour is looked for. */
  public ReadOnlyObjectProperty<WalkedNeighbour> walkedProperty() {
    return walked.getReadOnlyProperty();
  }

  /** True while neighbours are looked for. */
  public ReadOnlyBooleanProperty searchingProperty() {
    return neighbours.busyProperty();
  }

  /** Why there are no neighbours; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return neighbours.failureProperty();
  }

  /** True if there may be a nearer neighbour than the one walked to. */
  public boolean canGoNearer() {
    return walked.get() != null && walked.get().rank() > start;
  }

  /** Turns to another session. */
  void show(ExplorerSession newSession, ImageInsights newInsights) {
    unpin();
    session = newSession;
    insights = newInsights;
  }

  /**
   * Pins a photograph.
   *
   * @param testIndex the test image it is
   * @param rank of the photograph beside it among its neighbours; 0 if that is not known
   */
  void pin(PairMember member, int testIndex, int rank) {
    neighbours.clear();
    walked.set(null);
    query = testIndex;
    start = rank;
    pinned.set(member);
    walkTo(rank);
  }

  /** Walks {@code by} ranks on from where the pinned photograph's way is. */
  void step(int by) {
    walkTo(Math.max(start, wantedRank + by));
  }

  /** Lets the photograph go; false if none is pinned. */
  public boolean unpin() {
    boolean was = pinned.get() != null;
    pinned.set(null);
    neighbours.clear();
    walked.set(null);
    return was;
  }

  private void walkTo(int rank) {
    wantedRank = rank;
    List<WalkedNeighbour> known = neighbours.valueProperty().get();
    boolean all = known != null && known.size() < asked;
    if (known != null && (rank <= known.size() || all)) {
      arrived(known);
      return;
    }
    asked = FIRST;
    while (asked < rank) {
      asked *= 2;
    }
    ask(asked);
  }

  private void ask(int count) {
    ExplorerSession of = session;
    ImageInsights from = insights;
    int image = query;
    neighbours.ask(
        Texts.of("Nearest test images"),
        Lane.COMPUTE,
        context -> ranked(requireNonNull(of), requireNonNull(from), image, count, context));
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

  private void arrived(List<WalkedNeighbour> known) {
    if (known != null && !known.isEmpty()) {
      wantedRank = Math.min(wantedRank, known.size());
      walked.set(wantedRank == 0 ? null : known.get(wantedRank - 1));
    }
  }
}
