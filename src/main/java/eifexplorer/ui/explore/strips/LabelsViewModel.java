package eifexplorer.ui.explore.strips;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest labels of the training images in sight.
 *
 * <p>They are asked for in the background for what is in sight only; what goes out of sight before its turn is dropped.
 * The last two thousand answers are kept.
 */
public final class LabelsViewModel {
  private static final int LABELS = 2;
  private static final int KEPT = 2000;

  private final LatestJob<Map<Integer, List<LikelyLabel>>> job;
  private final Map<Integer, List<LikelyLabel>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<LikelyLabel>> eldest) {
          return size() > KEPT;
        }
      };
  private final Map<String, Collection<Integer>> inSight = new TreeMap<>();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private Set<Integer> asked = Set.of();
  private @Nullable ExplorerSession session;
  private @Nullable ImageInsights insights;

  /** Knows nothing yet. */
  public LabelsViewModel(FxJobs jobs) {
    job = new LatestJob<>(jobs);
    job.valueProperty().addListener((value, old, now) -> arrived(now));
  }

  /** Goes up whenever more is known. */
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** Why nothing more is known; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return job.failureProperty();
  }

  /** The two likeliest labels of a training image, the likeliest first; empty while they are not known. */
  public List<LikelyLabel> of(int trainIndex) {
    return known.getOrDefault(trainIndex, List.of());
  }

  /** Turns to another session. */
  void show(ExplorerSession newSession, ImageInsights newInsights) {
    job.clear();
    known.clear();
    inSight.clear();
    session = newSession;
    insights = newInsights;
    version.set(version.get() + 1);
  }

  /** Says which training images are in sight in a place of the screen. */
  void inSight(String place, Collection<Integer> trainIndices) {
    inSight.put(place, List.copyOf(trainIndices));
    ask();
  }

  /** Asks again, after a failure. */
  public void retry() {
    ask();
  }

  private void ask() {
    TreeSet<Integer> wanted = new TreeSet<>();
    inSight.values().forEach(wanted::addAll);
    wanted.removeAll(known.keySet());
    boolean underWay = job.busyProperty().get() && asked.containsAll(wanted);
    if (wanted.isEmpty() || session == null || underWay) {
      return;
    }
    asked = Set.copyOf(wanted);
    ExplorerSession of = session;
    ImageInsights from = insights;
    job.ask(
        Texts.of("Likeliest labels of training images"),
        Lane.COMPUTE,
        context -> labels(of, requireNonNull(from), wanted, context));
  }

  private static Map<Integer, List<LikelyLabel>> labels(
      ExplorerSession session,
      ImageInsights insights,
      Collection<Integer> wanted,
      JobContext context) {
    insights.prepareLikeliestLabels(wanted, context);
    Map<Integer, List<LikelyLabel>> labels = new TreeMap<>();
    for (int index : wanted) {
      labels.put(index, likeliest(session, insights, index, LABELS, context));
    }
    return labels;
  }

  /** The likeliest labels of one training image, in words. */
  public static List<LikelyLabel> likeliest(
      ExplorerSession session,
      ImageInsights insights,
      int trainIndex,
      int count,
      JobContext context) {
    int given = session.trainSample(trainIndex).label();
    return insights.likeliestLabels(trainIndex, count, context).stream()
        .map(
            likely ->
                new LikelyLabel(
                    likely.label(),
                    session.className(likely.label()),
                    likely.probability(),
                    likely.label() == given))
        .toList();
  }

  private void arrived(Map<Integer, List<LikelyLabel>> labels) {
    if (labels != null) {
      known.putAll(labels);
      version.set(version.get() + 1);
    }
  }
}
