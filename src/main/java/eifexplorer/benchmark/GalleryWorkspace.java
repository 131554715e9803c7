package eifexplorer.benchmark;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.dataset.format.ImageFolder;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.job.JobContext;
import eifexplorer.model.BackboneSource;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A workspace of any size, for measuring the window: painted pictures, and features in which exactly so many pairs are
 * confused. Nothing in it was trained.
 *
 * <p>Test images come in twos that are each other's nearest neighbour; the first twos have different classes.
 */
public final class GalleryWorkspace {
  private static final int FEATURES = 128;
  private static final int EMBEDDING = 64;
  private static final float NEAR = 0.05f;
  private static final long SEED = 20;
  private static final String ID = "synthetic";

  private GalleryWorkspace() {}

  /**
   * Makes the workspace in a new folder.
   *
   * @throws eifexplorer.problem.ProblemException if it can't be written
   */
  public static Workspace make(Path folder, GallerySize size, JobContext context) {
    Path pictures = folder.resolve("pictures");
    GalleryPictures.write(pictures, size, context);
    DatasetReference reference =
        DatasetReference.clean("folder", pictures.toString(), "official", "");
    Workspace workspace =
        Workspace.create(folder.resolve("workspace"), "gallery benchmark", reference);
    DatasetFormats itsOwn = new DatasetFormats(List.of(new ImageFolder()));
    ImageDataset dataset = new DatasetReferences(new DatasetOpener(itsOwn)).open(reference);
    Fingerprint key = Fingerprint.builder().add("gallery", size).build();
    new FeatureStore(workspace::featureFolder)
        .put(key, dataset, trainFeatures(dataset), testFeatures(dataset));
    new ModelStore(workspace).save(card(key), backbone(), head(), proxies(dataset));
    return workspace;
  }

  private static FeatureMatrix trainFeatures(ImageDataset dataset) {
    Random random = new Random(SEED);
    float[][] centres = new float[dataset.trainClassCount()][];
    for (int c = 0; c < centres.length; c++) {
      centres[c] = direction(random);
    }
    List<Sample> samples = dataset.train();
    float[] rows = new float[samples.size() * FEATURES];
    for (int i = 0; i < samples.size(); i++) {
      near(centres[samples.get(i).label()], 0.5f, random, rows, i);
    }
    return new HeapFeatures(rows, samples.size(), FEATURES);
  }

  private static FeatureMatrix testFeatures(ImageDataset dataset) {
    Random random = new Random(SEED + 1);
    float[] rows = new float[dataset.test().size() * FEATURES];
    float[][] twos = new float[(dataset.test().size() + 1) / 2][];
    List<Sample> samples = dataset.test();
    for (int i = 0; i < samples.size(); i++) {
      int two = GalleryPictures.two(samples.get(i).path());
      if (twos[two] == null) {
        twos[two] = direction(random);
      }
      near(twos[two], NEAR, random, rows, i);
    }
    return new HeapFeatures(rows, samples.size(), FEATURES);
  }

  private static float[] direction(Random random) {
    float[] values = new float[FEATURES];
    for (int j = 0; j < FEATURES; j++) {
      values[j] = (float) random.nextGaussian();
    }
    return values;
  }

  private static void near(float[] centre, float by, Random random, float[] rows, int row) {
    for (int j = 0; j < FEATURES; j++) {
      rows[row * FEATURES + j] = centre[j] + by * (float) random.nextGaussian();
    }
  }

  /** Takes the first features as they are. */
  private static EmbeddingHead head() {
    float[] weight = new float[EMBEDDING * FEATURES];
    for (int e = 0; e < EMBEDDING; e++) {
      weight[e * FEATURES + e] = 1;
    }
    return new EmbeddingHead(weight, new float[EMBEDDING]);
  }

  private static Proxies proxies(ImageDataset dataset) {
    Random random = new Random(SEED + 2);
    float[] values = new float[dataset.trainClassCount() * EMBEDDING];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Proxies(values, EMBEDDING, 1);
  }

  private static BackboneSource backbone() {
    return BackboneSource.of(
        BackboneSpec.parse("mobilenet_v2/average/plain"), StateDict.of(Map.of()));
  }

  private static ModelCard card(Fingerprint features) {
    return new ModelCard(
        ID,
        backbone().spec().describe(),
        256,
        224,
        LossSpec.PROXY_NCA,
        EMBEDDING,
        0,
        true,
        features.digits(),
        Map.of(),
        new Provenance("EIF Explorer", "1970-01-01T00:00:00Z", ID, Map.of(), Map.of()));
  }
}
