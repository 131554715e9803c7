package eifexplorer.ui.explore.strips;

import eifexplorer.influence.ScoreStability;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far the scores on the screen hold when they are computed otherwise; found out in the background when a pair has been
 * open a moment.
 */
public final class StabilityViewModel {
  private final InfluenceViewModel influence;
  private final StabilitySource source;
  private final Duration moment;
  private final LatestJob<Found> job;
  private final ReadOnlyObjectWrapper<@Nullable ScoreStability> known =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty stableOnly = new SimpleBooleanProperty();
  private @Nullable ExplorerSession session;

  /** Empty if there was nothing to hold the scores against. */
  private record Found(Optional<ScoreStability> stability) {}

  /**
   * Nothing found out yet.
   *
   * @param moment how long a pair stays open before it is
   */
  public StabilityViewModel(
      FxJobs jobs, InfluenceViewModel influence, StabilitySource source, Duration moment) {
    this.influence = influence;
    this.source = source;
    this.moment = moment;
    this.job = new LatestJob<>(jobs);
    job.valueProperty()
        .addListener(
            (value, old, now) -> known.set(now == null ? null : now.stability().orElse(null)));
    influence.explainedProperty().addListener((value, old, now) -> ask(now));
  }

  /** What was found out of the scores on the screen; null while it is not known. */
  public ReadOnlyObjectProperty<@Nullable ScoreStability> knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** Whether the strips show stable training images only, as soon as it is known which are. */
  public BooleanProperty stableOnlyProperty() {
    return stableOnly;
  }

  /** Turns to another session. */
  void show(ExplorerSession newSession) {
    job.clear();
    session = newSession;
    stableOnly.set(false);
  }

  private void ask(@Nullable ExplainedPair explained) {
    ExplorerSession of = session;
    job.clear();
    if (explained == null || of == null || explained.scores() != influence.shownProperty().get()) {
      return;
    }
    job.askQuietly(
        Texts.of("Stability of the scores of {0}", explained.scores().query().title()),
        Lane.QUESTION,
        context -> {
          long asked = System.nanoTime();
          context.await(() -> System.nanoTime() - asked >= moment.toNanos());
          return new Found(
              source.of(
                  of,
                  explained.setting().id(),
                  explained.setting().options(),
                  explained.scores().query(),
                  explained.scores().scores(),
                  of.givingWay(context.withoutProgress())));
        });
  }

  /** How many training images of a kind are stable; 0 while it is not known. */
  int stable(InfluenceKind kind) {
    RankedInfluence scores = influence.shownProperty().get();
    ScoreStability now = known.get();
    if (scores == null || now == null) {
      return 0;
    }
    int count = 0;
    for (int rank = 0; rank < scores.count(kind); rank++) {
      count += now.isStable(scores.trainIndex(kind, rank)) ? 1 : 0;
    }
    return count;
  }

  /** What is known of a training image, in words; empty while nothing is. */
  String text(int trainIndex) {
    ScoreStability now = known.get();
    return now == null
        ? ""
        : Texts.of(
            "{0}, over {1}",
            (now.isStable(trainIndex) ? Texts.of("stable: ") : Texts.of("not stable: "))
                + Texts.said(now.text(trainIndex)),
            Texts.said(now.source()));
  }
}
