package eifexplorer.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.Gate;
import eifexplorer.job.JobContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The estimators of one session, each made once for its settings; they go with the session, the one used longest ago goes
 * before, and all do before memory runs out. Safe for use from any thread.
 */
final class KeptEstimators {
  private static final int MOST = 8;
  private static final int MOST_VIEWS = 3;

  private final TrainingPasses model;
  private final Gate gate = new Gate();
  private final RecentScores recent = new RecentScores();

  /** Softly: an estimator that traces a run has gradients of its own. */
  private final Cache<Setting, InfluenceEstimator> made =
      Caffeine.newBuilder().maximumSize(MOST).softValues().executor(Runnable::run).build();

  /** What they are held against, with models of its own. */
  private final Cache<Setting, ScoreViews.Views> views =
      Caffeine.newBuilder().maximumSize(MOST_VIEWS).softValues().executor(Runnable::run).build();

  private volatile boolean closed;

  /** An estimator by its name, and its options but for those that have their standard value. */
  record Setting(String id, Map<String, String> options) {
    /** Copies the options. */
    Setting {
      options = Map.copyOf(options);
    }
  }

  KeptEstimators(TrainingPasses model) {
    this.model = model;
  }

  /** What all of them share. */
  TrainingPasses model() {
    return model;
  }

  /** Where background work gives way to what a person asks. */
  Gate gate() {
    return gate;
  }

  /** What they said lately. */
  RecentScores recent() {
    return recent;
  }

  /** The one of a setting, made if there is none; after {@link #close} it is not kept. */
  InfluenceEstimator get(Setting setting, Supplier<InfluenceEstimator> make) {
    return closed
        ? interactive(setting, make.get())
        : made.get(setting, wanted -> interactive(wanted, make.get()));
  }

  /** What the one of a setting is held against, made if there is none; after {@link #close} it is not kept. */
  ScoreViews.Views views(Setting setting, Supplier<ScoreViews.Views> make) {
    return closed ? make.get() : views.get(setting, wanted -> make.get());
  }

  /** One of the session's, as a person uses it. */
  InteractiveEstimator interactive(Setting setting, InfluenceEstimator estimator) {
    return new InteractiveEstimator(new UsingModel(estimator, this), setting, this);
  }

  /** Gives back what they keep, which is computed again each time if one of them is asked after all. */
  void close() {
    closed = true;
    made.invalidateAll();
    views.invalidateAll();
    recent.forget();
    model.close();
  }

  /** Who was under way when the session was closed computes what it needs, and leaves none of it. */
  private <T> T using(Supplier<T> work) {
    try {
      return model.using(work);
    } finally {
      if (closed) {
        model.close();
      }
    }
  }

  /** An estimator whose model is not freed while it is asked. */
  private record UsingModel(InfluenceEstimator estimator, KeptEstimators kept)
      implements InfluenceEstimator {
    @Override
    public String id() {
      return estimator.id();
    }

    @Override
    public String title() {
      return estimator.title();
    }

    @Override
    public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
      return kept.using(() -> estimator.estimate(query, context));
    }

    @Override
    public List<InfluenceScores> estimateAll(List<InfluenceQuery> queries, JobContext context) {
      return kept.using(() -> estimator.estimateAll(queries, context));
    }
  }
}
