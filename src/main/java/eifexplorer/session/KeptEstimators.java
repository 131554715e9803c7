package eifexplorer.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.Gate;
import eifexplorer.job.HeapShare;
import eifexplorer.job.JobContext;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The estimators of one session, each made once for its settings; they go with the session, and the one used longest ago goes
 * before all together keep more than their {@link HeapShare}; the newest may be larger where there is room. Safe for use from
 * any thread.
 */
final class KeptEstimators {
  private static final int MOST = 8;

  /** Where all may keep so many bytes the newest is kept however large it is: made for each pair, it would cost seconds. */
  private static final long AMPLE = 128L << 20;

  /** Each has models of its own. */
  private static final int MOST_VIEWS = 1;

  private final TrainingPasses model;
  private final Gate gate = new Gate();
  private final RecentScores recent = new RecentScores();

  /** The one used longest ago first. */
  private final Map<Setting, InteractiveEstimator> made = new LinkedHashMap<>(16, .75f, true);

  /** What they are held against. */
  private final Cache<Setting, ScoreViews.Views> views =
      Caffeine.newBuilder().maximumSize(MOST_VIEWS).executor(Runnable::run).build();

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

  /**
   * The one of a setting, made if there is none; one too large for a small heap, and any after {@link #close}, is not kept. Who
   * asks for another setting meanwhile does not wait.
   */
  InteractiveEstimator get(Setting setting, Supplier<InfluenceEstimator> make) {
    return find(setting).orElseGet(() -> kept(setting, interactive(setting, make.get())));
  }

  /** The one of a setting, if it is kept. */
  Optional<InteractiveEstimator> find(Setting setting) {
    synchronized (made) {
      return Optional.ofNullable(made.get(setting));
    }
  }

  /** What another has made meanwhile, else this one. */
  private InteractiveEstimator kept(Setting setting, InteractiveEstimator fresh) {
    synchronized (made) {
      InteractiveEstimator known = made.getOrDefault(setting, fresh);
      if (!closed && (known.mostKept() <= mostBytes() || mostBytes() >= AMPLE)) {
        made.put(setting, known);
        makeRoom();
      }
      return known;
    }
  }

  private long mostBytes() {
    return model.mostBytes(HeapShare.ESTIMATORS);
  }

  /** Drops what was used longest ago. */
  private void makeRoom() {
    long bytes = made.values().stream().mapToLong(InfluenceEstimator::mostKept).sum();
    Iterator<InteractiveEstimator> oldest = made.values().iterator();
    for (int left = made.size(); left > MOST || (left > 1 && bytes > mostBytes()); left--) {
      bytes -= oldest.next().mostKept();
      oldest.remove();
    }
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
    synchronized (made) {
      made.clear();
    }
    views.invalidateAll();
    recent.forget();
    model.close();
  }

  /** Who was under way when the session was closed computes what it needs, and leaves none of it. */
  <T> T using(Supplier<T> work) {
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
    public long mostKept() {
      return estimator.mostKept();
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
