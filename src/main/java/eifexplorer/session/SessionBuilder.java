package eifexplorer.session;

import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.confusion.Confusions;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.StoredModel;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts features, head and labels together and finds the confused pairs. */
public final class SessionBuilder {
  private final MatrixMath math;

  /** Builds sessions with these matrix products. */
  public SessionBuilder(MatrixMath math) {
    this.math = math;
  }

  /**
   * A session of a workspace.
   *
   * @param features the data set and what the back bone makes of its images
   * @param model head, proxies and loss
   */
  public ExplorerSession build(
      Workspace workspace, DatasetFeatures features, StoredModel model, JobContext context) {
    ImageDataset dataset = features.dataset();
    EmbeddingBundle bundle = bundle(features, model);
    return session(
        workspace.manifest().name(),
        Optional.of(workspace),
        dataset,
        bundle,
        model.card().loss(),
        model.card().title(),
        new NearestStore(workspace, math)
            .findOrSearch(model.card(), dataset, bundle, context)
            .confusions(dataset.testLabels()),
        () -> CosinePlace.of(workspace, model.card(), dataset, bundle));
  }

  /** What influence needs of a model with the features of its samples. */
  public static EmbeddingBundle bundle(DatasetFeatures features, StoredModel model) {
    ImageDataset dataset = features.dataset();
    return new EmbeddingBundle(
        features.train(),
        dataset.trainLabels(),
        features.test(),
        dataset.testLabels(),
        model.head(),
        model.proxies(),
        paths(dataset.train()),
        paths(dataset.test()),
        features.trainStages());
  }

  /** A session of a bundle, which belongs to no workspace. */
  public ExplorerSession build(
      String name,
      ImageDataset dataset,
      EmbeddingBundle bundle,
      LossSpec loss,
      String modelTitle,
      JobContext context) {
    Confusions confusions = new ConfusionFinder(math).find(bundle, context);
    return session(
        name, Optional.empty(), dataset, bundle, loss, modelTitle, confusions, Optional::empty);
  }

  /**
   * A session with the confusions of queries with the gallery (In-Shop) instead of those among all test samples.
   *
   * @throws ProblemException if the data set has no queries or no gallery
   */
  public ExplorerSession inGallery(ExplorerSession session, JobContext context) {
    List<Sample> test = session.dataset().test();
    int queries = (int) test.stream().filter(s -> s.split() == Split.QUERY).count();
    if (queries == 0 || queries == test.size()) {
      throw new ProblemException(
          "The test images of " + session.dataset().name() + " are not queries and a gallery",
          "",
          "Find confusions among all test images, or open an In-Shop data set.");
    }
    EmbeddingBundle bundle = session.bundle();
    FeatureMatrix embeddings = Embeddings.of(bundle.testFeatures(), bundle.head(), math, context);
    return session.withConfusions(
        new ConfusionFinder(math).findInGallery(embeddings, bundle.testLabels(), queries, context));
  }

  private ExplorerSession session(
      String name,
      Optional<Workspace> workspace,
      ImageDataset dataset,
      EmbeddingBundle bundle,
      LossSpec loss,
      String modelTitle,
      Confusions confusions,
      Supplier<Optional<Path>> cosines) {
    return new ExplorerSession(
        name,
        workspace,
        dataset,
        bundle,
        loss,
        modelTitle,
        confusions,
        InteractiveEstimator.standard(new TrainingPasses(math, bundle, loss, cosines)));
  }

  private static List<String> paths(List<Sample> samples) {
    return samples.stream().map(Sample::path).toList();
  }
}
