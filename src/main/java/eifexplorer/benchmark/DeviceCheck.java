package eifexplorer.benchmark;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Metric;
import eifexplorer.embedding.NearestNeighbours;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.Engine;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.training.LossSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Whether a device computes what it should: small cases of everything the program does there, against the same in Java or, for
 * networks, layer by layer on the processor. Takes seconds.
 */
public final class DeviceCheck {
  private static final BackboneSpec NETWORK = BackboneSpec.parse("resnet18/average/layernorm");
  private static final String MEANS = ".mean.";
  private static final int IMAGES = 8;
  private static final int SIDE = 32;
  private static final int EMBEDDING = 16;

  /** About so much shall the loss fall for each value of the embeddings. */
  private static final double FALL = 1e-2;

  /** So large that Adam's step is one along the gradient. */
  private static final double PLAIN = 1e4;

  private final Engine device;
  private final Engine processor;
  private final JobContext context;
  private final float[] images = Measurements.gaussian(IMAGES * 3 * SIDE * SIDE, 1);

  /**
   * One comparison.
   *
   * @param name of what was compared
   * @param seconds on the device
   * @param reference seconds of what it was compared with; empty if that is no computation
   * @param difference found, not a number where the result is none
   * @param allowed largest difference that is rounding
   */
  public record Finding(
      String name, double seconds, OptionalDouble reference, double difference, double allowed) {
    /** Whether the device did it right. */
    public boolean isRight() {
      return difference <= allowed;
    }
  }

  private record Timed<T>(T result, double seconds) {}

  /**
   * Checks an engine.
   *
   * @param processor another one, on the processor; may be the same if that is its device
   */
  public DeviceCheck(Engine device, Engine processor, JobContext context) {
    this.device = device;
    this.processor = processor;
    this.context = context;
  }

  /** All comparisons. */
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    List<Supplier<List<Finding>>> parts =
        List.of(this::extraction, this::trainingStep, this::influence, this::neighbours);
    for (Supplier<List<Finding>> part : parts) {
      context.checkCancelled();
      findings.addAll(part.get());
    }
    return findings;
  }

  private List<Finding> extraction() {
    try (Backbone fused = device.newBackbone(NETWORK, 1);
        TrainableNetwork plain = trainable(processor)) {
      Timed<float[]> found = timed(() -> fused.features(images, IMAGES, SIDE, SIDE));
      Timed<float[]> expected = timed(() -> plain.features(images, IMAGES, SIDE, SIDE));
      double worst = 0;
      for (int i = 0; i < expected.result().length; i++) {
        worst = Math.max(worst, Math.abs(expected.result()[i] - found.result()[i]));
      }
      return List.of(finding("features of a network", found, expected, worst, 1e-3));
    }
  }

  /**
   * By how much the loss falls after a step, against what the gradients say of it: right for right gradients only, whatever
   * computed them.
   */
  private List<Finding> trainingStep() {
    try (TrainableNetwork network = trainable(device)) {
      float[] pulls = Measurements.gaussian(IMAGES * EMBEDDING, 5);
      pass(network, pulls, 0);
      Map<String, float[]> gradients = gradients(network);
      Map<String, float[]> weights = weights(network);
      network.resetOptimiser();
      double rate = FALL * pulls.length / product(gradients, gradients);
      long start = System.nanoTime();
      double before = pass(network, pulls, rate);
      double seconds = (System.nanoTime() - start) / 1e9;
      double after = loss(network.forward(images, IMAGES, SIDE, SIDE), pulls);
      double expected = product(gradients, weights) - product(gradients, weights(network));
      double share = Math.abs((before - after) / expected - 1);
      return List.of(new Finding("a training step", seconds, OptionalDouble.empty(), share, 0.02));
    }
  }

  /** Forward, backward and a step; returns the loss {@code sum of pulls * embeddings} before it. */
  private double pass(TrainableNetwork network, float[] pulls, double rate) {
    double loss = loss(network.forward(images, IMAGES, SIDE, SIDE), pulls);
    network.backward(pulls);
    double perStep = rate * PLAIN;
    network.step(AdamSettings.of(perStep, perStep, PLAIN, Double.POSITIVE_INFINITY));
    return loss;
  }

  private static double loss(float[] embeddings, float[] pulls) {
    double sum = 0;
    for (int i = 0; i < pulls.length; i++) {
      sum += (double) embeddings[i] * pulls[i];
    }
    return sum;
  }

  /** From Adam's means after a first step, which are a tenth of the gradients. */
  private static Map<String, float[]> gradients(TrainableNetwork network) {
    Map<String, float[]> gradients = new LinkedHashMap<>();
    network
        .optimiserState()
        .asMap()
        .forEach(
            (name, tensor) -> {
              if (name.contains(MEANS)) {
                float[] values = tensor.floats();
                for (int i = 0; i < values.length; i++) {
                  values[i] *= 10;
                }
                gradients.put(name.replace(MEANS, "."), values);
              }
            });
    return gradients;
  }

  private static Map<String, float[]> weights(TrainableNetwork network) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    network
        .backboneWeights()
        .filtered(name -> !name.endsWith("num_batches_tracked"))
        .asMap()
        .forEach((name, tensor) -> weights.put("backbone." + name, tensor.floats()));
    weights.put("head.weight", network.headWeight());
    weights.put("head.bias", network.headBias());
    return weights;
  }

  private static double product(Map<String, float[]> a, Map<String, float[]> b) {
    double sum = 0;
    for (Map.Entry<String, float[]> entry : a.entrySet()) {
      float[] other = Objects.requireNonNull(b.get(entry.getKey()));
      for (int i = 0; i < other.length; i++) {
        sum += (double) entry.getValue()[i] * other[i];
      }
    }
    return sum;
  }

  private List<Finding> influence() {
    EmbeddingBundle bundle = bundle(700);
    List<Finding> findings = new ArrayList<>();
    for (String id : List.of("eif", "if-exact", "gradient-dot")) {
      Timed<double[]> found = timed(() -> scores(device.matrixMath(), id, bundle));
      Timed<double[]> expected = timed(() -> scores(new JavaMatrixMath(), id, bundle));
      double worst = 0;
      double largest = 0;
      for (int i = 0; i < expected.result().length; i++) {
        largest = Math.max(largest, Math.abs(expected.result()[i]));
        worst = Math.max(worst, Math.abs(expected.result()[i] - found.result()[i]));
      }
      findings.add(finding("influence by " + id, found, expected, worst / largest, 1e-4));
    }
    return findings;
  }

  private EmbeddingBundle bundle(int samples) {
    return new MadeUpModel(samples, 40, 96, 32, 12)
        .bundle(Optional.empty(), context.withoutProgress());
  }

  private double[] scores(MatrixMath math, String id, EmbeddingBundle bundle) {
    InfluenceEstimator estimator =
        InfluenceEstimators.standard(math).create(id, bundle, LossSpec.PROXY_NCA, Map.of());
    return estimator.estimate(InfluenceQuery.pair(0, 1), context.withoutProgress()).influences();
  }

  private List<Finding> neighbours() {
    FeatureMatrix rows = bundle(600).trainFeatures();
    Timed<NeighbourTable> found = timed(() -> nearest(device.matrixMath(), rows));
    Timed<NeighbourTable> expected = timed(() -> nearest(new JavaMatrixMath(), rows));
    int wrong = 0;
    for (int i = 0; i < rows.rows(); i++) {
      for (int p = 0; p < expected.result().k(); p++) {
        wrong += expected.result().index(i, p) == found.result().index(i, p) ? 0 : 1;
      }
    }
    return List.of(finding("nearest neighbours", found, expected, wrong, 0));
  }

  private NeighbourTable nearest(MatrixMath math, FeatureMatrix rows) {
    return new NearestNeighbours(math).within(rows, Metric.EUCLIDEAN, 5, context.withoutProgress());
  }

  private static TrainableNetwork trainable(Engine engine) {
    return engine.openTrainable(
        NETWORK,
        BackboneWeights.random(NETWORK.architecture(), 1),
        Measurements.gaussian(EMBEDDING * NETWORK.featureSize(), 2),
        new float[EMBEDDING]);
  }

  private static <T> Finding finding(
      String name, Timed<T> found, Timed<T> expected, double difference, double allowed) {
    return new Finding(
        name, found.seconds(), OptionalDouble.of(expected.seconds()), difference, allowed);
  }

  /** The faster of two times, since the first compiles and loads what it needs. */
  private static <T> Timed<T> timed(Supplier<T> work) {
    Timed<T> timed = once(work);
    return new Timed<>(timed.result(), Math.min(timed.seconds(), once(work).seconds()));
  }

  private static <T> Timed<T> once(Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    return new Timed<>(result, (System.nanoTime() - start) / 1e9);
  }
}
