package eifexplorer.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.HeapShare;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a session's estimators said lately, and in advance; what was used longest ago goes before all together take more than
 * {@link HeapShare#ANSWERS}. Safe for use from any thread.
 */
final class RecentScores {
  private static final int KILOBYTE = 1024;

  private final Cache<Question, InfluenceScores> answers;

  /** A query without its title, which changes no score. */
  private record Question(KeptEstimators.Setting estimator, List<TestPair> pairs) {}

  /** Nothing was asked yet. */
  RecentScores() {
    this(HeapShare.ANSWERS.bytes());
  }

  /** The same for at most so many bytes. */
  RecentScores(long mostBytes) {
    answers =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes / KILOBYTE)
            .weigher((Question question, InfluenceScores scores) -> kilobytes(scores))
            .executor(Runnable::run)
            .build();
  }

  private static int kilobytes(InfluenceScores scores) {
    long numbers = scores.size() * (1L + scores.thetas());
    return (int) Math.min(Integer.MAX_VALUE, 1 + numbers * Double.BYTES / KILOBYTE);
  }

  /** The answer to a query by the estimator of a setting, computed if it is not there; two who ask at once both compute it. */
  InfluenceScores get(
      KeptEstimators.Setting estimator, InfluenceQuery query, Supplier<InfluenceScores> compute) {
    Question question = new Question(estimator, query.pairs());
    InfluenceScores known = answers.getIfPresent(question);
    if (known == null) {
      known = compute.get();
      answers.put(question, known);
    }
    return known;
  }

  /** Gives all of it back. */
  void forget() {
    answers.invalidateAll();
  }
}
