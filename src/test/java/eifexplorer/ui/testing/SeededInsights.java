package eifexplorer.ui.testing;

import eifexplorer.dataset.Sample;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.LabelProbability;
import eifexplorer.session.LossRank;
import eifexplorer.session.Neighbour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Plausible answers that depend on the image alone. The nearest neighbour of a confused image is the one it is confused
 * with; the others come by index.
 */
public final class SeededInsights implements ImageInsights {
  private final ExplorerSession session;
  private final boolean failing;
  private int asked;

  /** Answers about a session. */
  public SeededInsights(ExplorerSession session) {
    this(session, false);
  }

  /** Answers about a session, or with a problem only. */
  public SeededInsights(ExplorerSession session, boolean failing) {
    this.session = session;
    this.failing = failing;
  }

  /** How often the likeliest labels of an image were asked for. */
  public synchronized int labelsAsked() {
    return asked;
  }

  private Random random(int index, JobContext context) {
    context.checkCancelled();
    if (failing) {
      throw new ProblemException("The embeddings are not finite", "", "Train the model again.");
    }
    return new Random(31L * index + 5);
  }

  @Override
  public synchronized List<LabelProbability> likeliestLabels(
      int trainIndex, int count, JobContext context) {
    asked++;
    Random random = random(trainIndex, context);
    int classes = session.dataset().trainClassCount();
    int given = session.trainSample(trainIndex).label();
    int first = random.nextInt(3) == 0 ? (given + 1) % classes : given;
    List<LabelProbability> labels = new ArrayList<>();
    double left = 1;
    for (int i = 0; i < Math.min(count, classes); i++) {
      double probability = left * (0.5 + 0.4 * random.nextDouble());
      labels.add(new LabelProbability((first + i) % classes, probability));
      left -= probability;
    }
    return labels;
  }

  @Override
  public LossRank loss(int trainIndex, JobContext context) {
    Random random = random(trainIndex, context);
    int of = session.dataset().train().size();
    return new LossRank(0.2 + 3 * random.nextDouble(), 1 + random.nextInt(of), of);
  }

  @Override
  public double labelMargin(int trainIndex, JobContext context) {
    return random(trainIndex, context).nextDouble() - 0.4;
  }

  @Override
  public List<Neighbour> nearestTraining(int trainIndex, int count, JobContext context) {
    random(trainIndex, context);
    return neighbours(session.dataset().train().size(), trainIndex, trainIndex + 13, count);
  }

  @Override
  public List<Neighbour> nearestTest(int testIndex, int count, JobContext context) {
    random(testIndex, context);
    int nearest = Math.max(0, session.confusions().nearest(testIndex));
    return neighbours(session.dataset().test().size(), testIndex, nearest, count);
  }

  /** All but the image itself, beginning with one of them. */
  private static List<Neighbour> neighbours(int size, int self, int first, int count) {
    int[] others =
        IntStream.range(0, size)
            .map(i -> (first + 7 * i) % size)
            .filter(index -> index != self)
            .toArray();
    return IntStream.range(0, Math.min(count, others.length))
        .mapToObj(i -> new Neighbour(others[i], 0.15 + 0.02 * i))
        .toList();
  }

  @Override
  public OptionalInt rankOfOwnClass(int testIndex, JobContext context) {
    List<Neighbour> all = nearestTest(testIndex, Integer.MAX_VALUE, context);
    int label = session.testSample(testIndex).label();
    return IntStream.range(0, all.size())
        .filter(i -> session.testSample(all.get(i).index()).label() == label)
        .map(i -> i + 1)
        .findFirst();
  }

  @Override
  public List<Integer> typicalTraining(int label, int count, JobContext context) {
    random(label, context);
    return ofClass(session.dataset().train(), label, count);
  }

  @Override
  public List<Integer> typicalTest(int label, int count, JobContext context) {
    random(label, context);
    return ofClass(session.dataset().test(), label, count);
  }

  private static List<Integer> ofClass(List<Sample> samples, int label, int count) {
    return IntStream.range(0, samples.size())
        .filter(i -> samples.get(i).label() == label)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> (i * 7) % 16).thenComparing(i -> i))
        .limit(count)
        .toList();
  }
}
