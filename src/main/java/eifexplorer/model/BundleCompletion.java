package eifexplorer.model;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.format.BundleSamples;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Proxies;
import eifexplorer.embedding.bundle.DividedBundle;
import eifexplorer.embedding.bundle.GivenBundle;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.BundleOptions.HeadForm;
import eifexplorer.model.BundleOptions.ProxyForm;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.LossConstant;
import eifexplorer.training.LossSpec;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes what a bundle lacks: a last layer, proxies, the places of its images. */
public final class BundleCompletion {
  /** An identity matrix of more columns would fill the memory; a trained head is smaller. */
  private static final int WIDEST_IDENTITY = 8192;

  private final MatrixMath math;

  /** A completion; large products go through {@code math}. */
  public BundleCompletion(MatrixMath math) {
    this.math = math;
  }

  /** Head and proxies, and where they are from. */
  private record Last(
      EmbeddingHead head,
      Proxies proxies,
      String headFrom,
      String proxiesFrom,
      OptionalInt epochs) {}

  /**
   * Completes a bundle.
   *
   * @throws ProblemException if it can't be divided, has fewer than two training classes, or options contradict what it has
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  public CompleteBundle complete(GivenBundle given, BundleOptions options, JobContext context) {
    requireSense(given, options);
    DividedBundle divided = DividedBundle.of(given, options.division());
    if (divided.trainClasses() < 2) {
      throw ProblemException.inFile(
          given.path(),
          String.format(
              Locale.ROOT,
              "The %d training samples are all of one class",
              divided.train().labels().length),
          "Influence and confusions need labels of two classes at least: check the labels, or"
              + " divide the samples another way.");
    }
    List<String> notes = new ArrayList<>();
    note(divided, notes);
    LossSpec loss = loss(given, options);
    FeatureMatrix train = prepared(divided.train().features(), options);
    Last last = last(divided, train, loss, options, notes, context);
    ImageDataset dataset = dataset(divided, options, notes);
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            train,
            divided.train().labels(),
            prepared(divided.test().features(), options),
            divided.test().labels(),
            last.head(),
            last.proxies(),
            divided.train().paths(),
            divided.test().paths());
    notes.forEach(context::log);
    return new CompleteBundle(
        dataset, bundle, loss, last.headFrom(), last.proxiesFrom(), last.epochs(), notes);
  }

  private static void requireSense(GivenBundle given, BundleOptions options) {
    boolean own = given.head().isPresent() && options.head() == HeadForm.GIVEN;
    if (own && (options.centre() || options.normalise())) {
      throw ProblemException.inFile(
          given.path(),
          "The bundle has a last layer of its own, which goes with the features as they are",
          "Leave out centring and normalising, or train a head.");
    }
  }

  private static void note(DividedBundle divided, List<String> notes) {
    GivenBundle given = divided.given();
    if (!given.isDivided()) {
      notes.add(division(divided));
    }
    if (divided.leftOut() > 0) {
      notes.add(divided.leftOut() + " samples are neither trained on nor tested.");
    }
    if (!given.leftOut().isEmpty()) {
      notes.add("Not used: " + String.join(", ", given.leftOut()) + ".");
    }
  }

  private static String division(DividedBundle divided) {
    return String.format(
        Locale.ROOT,
        "%d training samples of %d classes and %d test samples: %s.",
        divided.train().labels().length,
        divided.trainClasses(),
        divided.test().labels().length,
        divided.how());
  }

  private static LossSpec loss(GivenBundle given, BundleOptions options) {
    int centres = given.proxies().map(Proxies::centresPerClass).orElse(1);
    boolean own = options.head() == HeadForm.GIVEN && given.proxies().isPresent();
    if (own && options.lossMatters() && options.loss().isEmpty()) {
      throw new UnknownLossException();
    }
    LossSpec usual = centres > 1 ? LossSpec.SOFT_TRIPLE : LossSpec.PROXY_NCA;
    LossSpec loss = options.loss().orElse(usual);
    return own ? loss.with(LossConstant.CENTRES, centres) : loss;
  }

  private static FeatureMatrix prepared(FeatureMatrix features, BundleOptions options) {
    return options.normalise() ? Embeddings.normalised(features) : features;
  }

  private Last last(
      DividedBundle divided,
      FeatureMatrix train,
      LossSpec loss,
      BundleOptions options,
      List<String> notes,
      JobContext context) {
    GivenBundle given = divided.given();
    if (options.head() == HeadForm.TRAINED) {
      return trained(divided, train, loss, options, notes, context);
    }
    EmbeddingHead head = given.head().orElseGet(() -> identity(given, train, options));
    String headFrom =
        given.head().isPresent()
            ? "its own head"
            : "identity head" + (options.centre() ? ", centred" : "") + normalised(options);
    Optional<Proxies> own = given.proxies();
    if (own.isPresent()) {
      return new Last(head, own.get(), headFrom, "its own proxies", OptionalInt.empty());
    }
    boolean same = given.head().isEmpty() && !options.centre();
    boolean fitted = options.proxies() == ProxyForm.FITTED;
    FittedProxies made =
        FittedProxies.of(
            "bundle",
            same ? train : Embeddings.of(train, head, math, context),
            divided.train().labels(),
            divided.trainClasses(),
            loss,
            fitted,
            context);
    String proxiesFrom = fitted ? FittedProxies.FROM : "proxies: class centroids";
    notes.add(made.note());
    return new Last(head, made.proxies(), headFrom, proxiesFrom, OptionalInt.empty());
  }

  private static String normalised(BundleOptions options) {
    return options.normalise() ? ", features normalised" : "";
  }

  private Last trained(
      DividedBundle divided,
      FeatureMatrix train,
      LossSpec loss,
      BundleOptions options,
      List<String> notes,
      JobContext context) {
    int[] labels = divided.train().labels();
    TrainedHead made =
        new HeadTrainer(math)
            .train(
                train,
                labels,
                FrozenHeadPlan.fitting(loss, labels, train.columns(), options.seed()),
                TrainingObserver.NONE,
                context);
    int epochs = made.plan().epochs();
    notes.add(
        String.format(
            Locale.ROOT,
            "A head of %d dimensions was trained on the features for %d epochs.",
            made.head().embeddingSize(),
            epochs));
    return new Last(
        made.head(),
        made.proxies(),
        "head trained on the features" + normalised(options),
        String.format(Locale.ROOT, "seed %d", options.seed()),
        OptionalInt.of(epochs));
  }

  /** W = 1 and b = 0, or minus the mean feature where they are centred. */
  private static EmbeddingHead identity(
      GivenBundle given, FeatureMatrix train, BundleOptions options) {
    int size = train.columns();
    if (size > WIDEST_IDENTITY) {
      throw ProblemException.inFile(
          given.path(),
          "The features have " + size + " columns, too many to be embeddings themselves",
          "Train a head on them, or hand over the embeddings the network ends with.");
    }
    float[] weight = new float[size * size];
    for (int i = 0; i < size; i++) {
      weight[i * size + i] = 1;
    }
    return new EmbeddingHead(weight, options.centre() ? minusMean(train) : new float[size]);
  }

  private static float[] minusMean(FeatureMatrix train) {
    double[] sums = new double[train.columns()];
    for (int row = 0; row < train.rows(); row++) {
      float[] values = train.row(row);
      for (int i = 0; i < sums.length; i++) {
        sums[i] -= values[i];
      }
    }
    float[] bias = new float[sums.length];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = (float) (sums[i] / train.rows());
    }
    return bias;
  }

  private static ImageDataset dataset(
      DividedBundle divided, BundleOptions options, List<String> notes) {
    String name = divided.given().path().getFileName().toString();
    ImageDataset dataset =
        BundleSamples.located(
            BundleDataset.of(divided, name), options.images(), options.followLinks());
    options
        .images()
        .ifPresent(
            folder ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "%d of %d images were found in %s.",
                        dataset.files().size(),
                        dataset.train().size() + dataset.test().size(),
                        folder)));
    return dataset;
  }
}
