package eifexplorer.review;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The order in which images are shown: the ranking's, with every tenth place given to a spot check; immutable.
 *
 * <p>A spot check is an image drawn at random among those not shown before it, in turn from the first and the second half
 * of the ranking. Without them nothing would be known of the images that no detector suspects. The draw follows from the
 * images' paths alone, so that a queue opened again, here or by a script, has the same ones.
 */
public final class QueueOrder {
  /** One image in so many is a spot check. */
  public static final int SPOT_CHECK_EVERY = 10;

  private final int[] images;
  private final boolean[] spotChecks;

  /**
   * Mixes spot checks into a ranking.
   *
   * @param paths of the training images
   */
  public QueueOrder(SuspectRanking ranking, List<String> paths) {
    int n = ranking.size();
    images = new int[n];
    spotChecks = new boolean[n];
    List<Deque<Integer>> halves = halves(ranking, paths);
    boolean[] placed = new boolean[n];
    int rank = 1;
    for (int place = 0; place < n; place++) {
      int drawn =
          place % SPOT_CHECK_EVERY == SPOT_CHECK_EVERY - 1
              ? draw(halves, place / SPOT_CHECK_EVERY % 2, placed)
              : -1;
      if (drawn < 0) {
        while (placed[ranking.at(rank)]) {
          rank++;
        }
        drawn = ranking.at(rank);
      } else {
        spotChecks[drawn] = true;
      }
      placed[drawn] = true;
      images[place] = drawn;
    }
  }

  /** The images of each half of the ranking in a random order. */
  private static List<Deque<Integer>> halves(SuspectRanking ranking, List<String> paths) {
    long[] keys = paths.stream().mapToLong(QueueOrder::key).toArray();
    List<Deque<Integer>> halves = List.of(new ArrayDeque<>(), new ArrayDeque<>());
    IntStream.range(0, ranking.size())
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> keys[i]).thenComparing(paths::get))
        .forEach(i -> halves.get(isInFirstHalf(ranking, i) ? 0 : 1).add(i));
    return halves;
  }

  /** Whether the ranking has an image in its more suspect half. */
  static boolean isInFirstHalf(SuspectRanking ranking, int trainIndex) {
    return 2 * ranking.rank(trainIndex) <= ranking.size();
  }

  private static long key(String path) {
    return new SplittableRandom(31L * path.hashCode() + 17).nextLong();
  }

  /** The next image of a half that is not placed, of the other half if there is none; -1 if all are placed. */
  private static int draw(List<Deque<Integer>> halves, int half, boolean[] placed) {
    for (int side : new int[] {half, 1 - half}) {
      Deque<Integer> left = halves.get(side);
      while (!left.isEmpty()) {
        int drawn = left.pop();
        if (!placed[drawn]) {
          return drawn;
        }
      }
    }
    return -1;
  }

  /** N. */
  public int size() {
    return images.length;
  }

  /** The training image at a place from 0. */
  public int at(int place) {
    return images[place];
  }

  /** Whether a training image is a spot check. */
  public boolean isSpotCheck(int trainIndex) {
    return spotChecks[trainIndex];
  }
}
