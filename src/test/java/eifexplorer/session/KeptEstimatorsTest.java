package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.HeapShare;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.testing.SmallBundle;
import eifexplorer.training.LossSpec;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeptEstimatorsTest {
  private static final int MEGABYTE = 1 << 20;

  private final KeptEstimators kept = kept(4 * MEGABYTE + HeapShare.values().length * 8);

  private static KeptEstimators kept(long mostBytes) {
    return new KeptEstimators(
        new TrainingPasses(
            new JavaMatrixMath(),
            SmallBundle.proxyNca(),
            LossSpec.PROXY_NCA,
            HeapShare.PASSES.beside(HeapShare.ESTIMATORS, mostBytes)));
  }

  private record Keeping(String id, long mostKept) implements InfluenceEstimator {
    @Override
    public String title() {
      return id;
    }

    @Override
    public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
      throw new AssertionError("not asked");
    }
  }

  private InfluenceEstimator get(String id, int megabytes) {
    return get(kept, id, megabytes);
  }

  private static InfluenceEstimator get(KeptEstimators kept, String id, int megabytes) {
    return kept.get(
        new KeptEstimators.Setting(id, Map.of()),
        () -> new Keeping(id, (long) megabytes * MEGABYTE));
  }

  @Test
  void theOneUsedLongestAgoGoesBeforeTheirShareIsExceeded() {
    InfluenceEstimator one = get("one", 2);
    InfluenceEstimator two = get("two", 2);
    assertSame(one, get("one", 2));
    InfluenceEstimator three = get("three", 2);

    assertSame(one, get("one", 2));
    assertSame(three, get("three", 2));
    assertNotSame(two, get("two", 2));
  }

  @Test
  void thoseThatKeepNothingAreFewAllTheSame() {
    InfluenceEstimator first = get("0", 0);
    InfluenceEstimator second = get("1", 0);
    for (int i = 2; i <= 8; i++) {
      get(String.valueOf(i), 0);
    }

    assertSame(second, get("1", 0));
    assertNotSame(first, get("0", 0));
  }

  @Test
  void whereThereIsRoomTheNewestStaysHoweverLargeItIs() {
    KeptEstimators ample = kept(129L * MEGABYTE);
    InfluenceEstimator light = get(ample, "light", 100);
    InfluenceEstimator heavy = get(ample, "heavy", 400);

    assertSame(heavy, get(ample, "heavy", 400));
    assertNotSame(light, get(ample, "light", 100));
  }

  @Test
  void whoAsksForAnotherDoesNotWaitUntilOneIsMade() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    Thread slow =
        new Thread(
            () ->
                kept.get(
                    new KeptEstimators.Setting("slow", Map.of()),
                    () -> {
                      asked.countDown();
                      await(other);
                      return new Keeping("slow", 0);
                    }));
    slow.start();
    await(asked);

    InfluenceEstimator fast = get("fast", 0);
    other.countDown();
    slow.join();

    assertSame(fast, get("fast", 0));
    assertSame(get("slow", 0), get("slow", 0));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS), "waited in vain");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneThatMayKeepMoreThanAllTogetherIsNotKeptAndDrivesNoneOut() {
    InfluenceEstimator light = get("light", 3);
    InfluenceEstimator heavy = get("heavy", 9);

    assertNotSame(heavy, get("heavy", 9));
    assertSame(light, get("light", 3));
    kept.close();
    assertNotSame(light, get("light", 3));
  }
}
