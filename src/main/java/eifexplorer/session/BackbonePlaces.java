package eifexplorer.session;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eifexplorer.dataset.Sample;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.LocatedEmbedding;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Engine;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Pooling;
import eifexplorer.image.ImageDecoder;
import eifexplorer.image.ImageSize;
import eifexplorer.image.PixelTensor;
import eifexplorer.image.Preprocessing;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs a session's back bone up to the last feature map, for the images asked for only, and keeps what came of it as long as the session is used.
 */
public final class BackbonePlaces implements ImagePlaces {
  private static final long KEPT = 200;

  /** Features of the same image and network differ by rounding alone; another image's are far below. */
  private static final double SAME = 0.999;

  private final Supplier<Engine> engine;
  private final MatrixMath math;
  private final Consumer<Path> prepare;
  private final Cache<ExplorerSession, Cache<Of, LocatedImage>> kept =
      Caffeine.newBuilder().weakKeys().build();

  /**
   * Takes images apart.
   *
   * @param engine started when it is first needed
   * @param prepare makes an image file if it can be made
   */
  public BackbonePlaces(Supplier<Engine> engine, MatrixMath math, Consumer<Path> prepare) {
    this.engine = engine;
    this.math = math;
    this.prepare = prepare;
  }

  @Override
  public List<LocatedImage> find(ExplorerSession session, List<Of> images, JobContext context) {
    Cache<Of, LocatedImage> known =
        kept.get(session, opened -> Caffeine.newBuilder().maximumSize(KEPT).build());
    Map<Of, LocatedImage> found = new HashMap<>(known.getAllPresent(images));
    List<Of> missing = images.stream().distinct().filter(o -> !found.containsKey(o)).toList();
    if (!missing.isEmpty()) {
      locate(
          session,
          missing,
          (image, located) -> {
            found.put(image, located);
            known.put(image, located);
          },
          context);
    }
    return images.stream().map(image -> requireNonNull(found.get(image))).toList();
  }

  private void locate(
      ExplorerSession session,
      List<Of> images,
      BiConsumer<Of, LocatedImage> target,
      JobContext context) {
    Workspace workspace =
        session
            .workspace()
            .orElseThrow(
                () ->
                    new ProblemException(
                        "An embedding bundle has no back bone, so nobody knows where in an image"
                            + " its features come from",
                        "",
                        "Add the network to a workspace of the data set."));
    ModelStore store = new ModelStore(workspace);
    ModelCard card = card(store, session);
    int done = 0;
    try (Backbone backbone = store.backbone(card).open(engine.get())) {
      for (Of image : images) {
        context.checkCancelled();
        target.accept(image, locate(session, image, card, backbone));
        context.progress(++done, images.size(), "images");
      }
    }
  }

  private static ModelCard card(ModelStore store, ExplorerSession session) {
    ModelCard card =
        store
            .ofHead(session.bundle().head())
            .orElseThrow(
                () ->
                    new ProblemException(
                        "The model is no longer in its workspace",
                        session.modelTitle(),
                        "Open the workspace again with one that is."));
    if (store.cameAsFeatures(card)) {
      throw new ProblemException(
          "The model came as features without the network that made them",
          card.title(),
          "Add the network itself to the workspace.");
    }
    requirePlaces(BackboneSpec.parse(card.backbone()));
    return card;
  }

  private static void requirePlaces(BackboneSpec spec) {
    if (spec.pooling() == Pooling.TOKEN || !spec.architecture().afterPooling().isEmpty()) {
      throw new ProblemException(
          "Where in an image the network looks can't be told, since its features are no sum or"
              + " largest values over places but "
              + (spec.pooling() == Pooling.TOKEN ? "a class token" : "normalised after pooling"),
          spec.describe(),
          "Networks pooled by mean or largest value alone show it.");
    }
  }

  private LocatedImage locate(
      ExplorerSession session, Of image, ModelCard card, Backbone backbone) {
    Sample sample = image.sample(session);
    Path file =
        session
            .image(sample)
            .orElseThrow(
                () -> new ProblemException("There is no image of the sample", sample.path(), ""));
    prepare.accept(file);
    ImageSize size = ImageDecoder.uprightSize(file).orElseThrow(() -> turned(file));
    Preprocessing preprocessing = card.prepared();
    PixelTensor pixels = preprocessing.apply(ImageDecoder.decode(file));
    FeatureMaps maps = backbone.featureMaps(pixels.toArray(), 1, pixels.height(), pixels.width());
    BackboneSpec spec = backbone.spec();
    EmbeddingHead head = session.bundle().head();
    LocatedEmbedding embedding =
        LocatedEmbedding.of(maps, 0, spec.pooling(), spec.layerNorm(), head);
    requireSame(embedding, features(session.bundle(), image), head, file);
    return new LocatedImage(embedding, preprocessing.seenPart(size));
  }

  private static float[] features(EmbeddingBundle bundle, Of image) {
    return (image.training() ? bundle.trainFeatures() : bundle.testFeatures()).row(image.index());
  }

  private static ProblemException turned(Path file) {
    return ProblemException.inFile(
        file,
        "The photograph is stored turned, and the network saw it as it is stored",
        "Save it upright to see where the network looks.");
  }

  private void requireSame(
      LocatedEmbedding embedding, float[] features, EmbeddingHead head, Path file) {
    FeatureMatrix row = new HeapFeatures(features, 1, features.length);
    float[] stored = Embeddings.normalised(Embeddings.of(row, head, math)).row(0);
    double cosine = 0;
    double[] unit = embedding.unit();
    for (int e = 0; e < unit.length; e++) {
      cosine += unit[e] * stored[e];
    }
    if (cosine < SAME) {
      throw ProblemException.inFile(
          file,
          "The network sees another picture there than when its features were computed",
          "Restore the file, or compute the features again.");
    }
  }
}
