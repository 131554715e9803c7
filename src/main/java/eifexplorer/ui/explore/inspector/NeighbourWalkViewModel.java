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
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The way through a pinned test image's neighbours; more of them are asked for as it gets longer. */
public final class NeighbourWalkViewModel {
  private static final int FIRST = 32;

  private final LatestJob<List<WalkedNeighbour>> neighbours;
  private final ReadOnlyBooleanWrapper pinned = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<WalkedNeighbour> walked = new ReadOnlyObjectWrapper<>();
  private @Nullable ExplorerSession session;
  private @Nullable ImageInsights insights;
  private int query;
  private int wantedRank;
  private int asked;

  /** A way that has not begun. */
  NeighbourWalkViewModel(FxJobs jobs) {
    neighbours = new LatestJob<>(jobs);
    neighbours.valueProperty().addListener((value, old, now) -> arrived(now));
  }

  /** True while the image is pinned. */
  public ReadOnlyBooleanProperty pinnedProperty() {
    return pinned.getReadOnlyProperty();
  }

  /** The neighbour walked to; null while nothing is pinned or the neighbour is looked for. */
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

  /** Turns to another session. */
  void show(ExplorerSession newSession, ImageInsights newInsights) {
    unpin();
    session = newSession;
    insights = newInsights;
  }

  /** Turns to another test image, which is not pinned. */
  void from(int testIndex) {
    unpin();
    query = testIndex;
  }

  /** Pins the image, or lets it go. */
  public void toggle() {
    if (pinned.get()) {
      unpin();
    } else {
      pinAt(1);
    }
  }

  /** Walks {@code by} ranks on; pins the image if it is not. */
  public void step(int by) {
    if (pinned.get()) {
      walkTo(Math.max(1, wantedRank + by));
    } else {
      pinAt(1 + Math.max(0, by));
    }
  }

  /** Lets the image go; false if it is not pinned. */
  public boolean unpin() {
    boolean was = pinned.get();
    neighbours.clear();
    walked.set(null);
    pinned.set(false);
    return was;
  }

  private void pinAt(int rank) {
    pinned.set(true);
    walkTo(rank);
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
        "Nearest test images",
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
      walked.set(known.get(wantedRank - 1));
    }
  }
}
