package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentScoresTest {
  private static final int SAMPLES = 4096;

  private static final KeptEstimators.Setting SETTING = new KeptEstimators.Setting("eif", Map.of());

  private final AtomicInteger computed = new AtomicInteger();

  private InfluenceScores ask(RecentScores recent, int first, String title) {
    return recent.get(
        SETTING,
        new InfluenceQuery(List.of(new TestPair(first, first + 1)), title),
        () -> {
          computed.incrementAndGet();
          return new InfluenceScores(
              new double[SAMPLES], new double[1][SAMPLES], new double[1], first);
        });
  }

  @Test
  void aQueryIsComputedOnceWhateverItIsCalled() {
    RecentScores recent = new RecentScores();

    InfluenceScores first = ask(recent, 3, "a pair");

    assertSame(first, ask(recent, 3, "the same pair"));
    assertEquals(1, computed.get());
  }

  @Test
  void ofManyAnswersOnlyWhatFitsIsKept() {
    RecentScores recent = new RecentScores(4L * 2 * SAMPLES * Double.BYTES + 8192);
    IntStream.range(0, 20).forEach(i -> ask(recent, i, ""));
    computed.set(0);

    IntStream.range(0, 20).forEach(i -> ask(recent, 19 - i, ""));

    assertEquals(true, computed.get() >= 16, computed + " computed again");
  }

  @Test
  void whatIsForgottenIsComputedAgain() {
    RecentScores recent = new RecentScores();
    ask(recent, 3, "");

    recent.forget();
    ask(recent, 3, "");

    assertEquals(2, computed.get());
  }
}
