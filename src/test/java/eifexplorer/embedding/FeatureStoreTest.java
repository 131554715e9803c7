package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.InjectedNoise;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.ResidualNetwork;
import eifexplorer.engine.Stage;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.image.Preprocessing;
import eifexplorer.image.UnreachableImageException;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.job.Workers;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Fingerprint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureStoreTest {
  private static final Fingerprint KEY = new Fingerprint("0123456789abcdef");
  private static final int IMAGES = 9;

  @TempDir Path folder;
  private final Workers workers = new Workers("test", 2);
  private final FirstPixel backbone = new FirstPixel();
  private FeatureStore store;
  private FeatureExtraction extraction;

  @BeforeEach
  void images() throws IOException {
    store = new FeatureStore(key -> folder.resolve("features").resolve(key.digits()));
    extraction = new FeatureExtraction(backbone, Preprocessing.of(0, 0), workers, 2);
    for (int i = 0; i < IMAGES; i++) {
      BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
      for (int p = 0; p < 16; p++) {
        image.setRGB(p % 4, p / 4, 0x010101 * 20 * i);
      }
      ImageIO.write(image, "png", folder.resolve(i + ".png").toFile());
    }
  }

  @AfterEach
  void close() {
    workers.close();
  }

  /** Gives the red value of each image's first pixel, as a grey level, in every feature. */
  private static final class FirstPixel implements Backbone {
    private int images;
    private float unknown = -1;
    private List<Stage> stages = List.of();

    @Override
    public BackboneSpec spec() {
      return new BackboneSpec(ResidualNetwork.RESNET18, Pooling.MAX, false);
    }

    @Override
    public int featureSize() {
      return 2;
    }

    @Override
    public float[] features(float[] pixels, int n, int height, int width) {
      float[] features = new float[n * 2];
      for (int i = 0; i < n; i++) {
        float grey = Math.round((pixels[i * 3 * height * width] * .229f + .485f) * 255);
        features[2 * i] = grey;
        features[2 * i + 1] = grey == unknown ? Float.NaN : grey + 1;
      }
      images += n;
      return features;
    }

    @Override
    public List<Stage> stages() {
      return stages;
    }

    /** Each stage's channels are the grey level and then one less each. */
    @Override
    public float[] featuresAndStages(float[] pixels, int n, int height, int width) {
      float[] features = features(pixels, n, height, width);
      int size = 2 + stages.stream().mapToInt(Stage::channels).sum();
      float[] rows = new float[n * size];
      for (int i = 0; i < n; i++) {
        System.arraycopy(features, 2 * i, rows, i * size, 2);
        int at = i * size + 2;
        for (Stage stage : stages) {
          for (int k = 0; k < stage.channels(); k++) {
            rows[at++] = features[2 * i] - k;
          }
        }
      }
      return rows;
    }

    @Override
    public FeatureMaps featureMaps(float[] images, int n, int height, int width) {
      throw new IllegalStateException("not asked for");
    }

    @Override
    public StateDict weights() {
      throw new IllegalStateException("not asked for");
    }

    @Override
    public void close() {}
  }

  private ImageDataset dataset() {
    List<Sample> train = new ArrayList<>();
    for (int i = 0; i < IMAGES - 2; i++) {
      train.add(new Sample(i + ".png", i % 2, Split.TRAIN));
    }
    List<Sample> test =
        List.of(new Sample("7.png", 2, Split.TEST), new Sample("8.png", 2, Split.TEST));
    return new ImageDataset(
        "t",
        Optional.of(folder),
        List.of(new ClassLabel(0, 1, "a"), new ClassLabel(1, 2, "b"), new ClassLabel(2, 3, "c")),
        2,
        train,
        test,
        List.of(),
        Optional.of(new InjectedNoise("given", .3, 0, Map.of(1, 0, 4, 1))));
  }

  @Test
  void anImageTheNetworkCanNotSayAnythingOfIsNamed() {
    backbone.unknown = 60; // grey level of 3.png
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended()));

    assertEquals("Feature 1 that the network gives this image is NaN", problem.what());
    assertEquals(folder.resolve("3.png").toString(), problem.where());
  }

  @Test
  void everyImageGetsItsFeatures() {
    DatasetFeatures features =
        store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());

    assertArrayEquals(
        new float[] {0, 1, 20, 21, 40, 41, 60, 61, 80, 81, 100, 101, 120, 121},
        features.train().toArray());
    assertArrayEquals(new float[] {140, 141, 160, 161}, features.test().toArray());
  }

  @Test
  void aSecondLookComputesNothing() {
    store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());
    int computed = backbone.images;
    store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());

    assertEquals(computed, backbone.images);
  }

  @Test
  void anUnreadableImageIsLeftOutWithItsReasonAndTheNoiseFollows() throws IOException {
    Files.write(folder.resolve("2.png"), new byte[] {1, 2, 3});

    DatasetFeatures features =
        store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());

    assertEquals(
        List.of("0.png", "1.png", "3.png", "4.png", "5.png", "6.png"),
        features.dataset().train().stream().map(Sample::path).toList());
    assertArrayEquals(new float[] {60, 61}, features.train().row(2));
    assertEquals(Map.of(1, 0, 3, 1), features.dataset().noise().orElseThrow().trueLabels());
    assertTrue(features.dataset().skipped().get(0).reason().contains("2.png"));
  }

  @Test
  void anImageThatVanishedStopsTheRunWhichGoesOnWithItOnceItIsBack() throws IOException {
    Path away = Files.move(folder.resolve("5.png"), folder.resolve("away"));
    assertThrows(
        UnreachableImageException.class,
        () -> store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended()));
    Files.move(away, folder.resolve("5.png"));

    DatasetFeatures features =
        store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());

    assertEquals(List.of(), features.dataset().skipped());
    assertArrayEquals(new float[] {100, 101}, features.train().row(5));
  }

  private static JobContext stopsAfterFour() {
    return new JobContext() {
      private long done;

      @Override
      public void progress(long now, long total, String unit) {
        done = now;
      }

      @Override
      public void log(String line) {}

      @Override
      public boolean cancelled() {
        return done >= 4;
      }
    };
  }

  @Test
  void averagesOfStagesAreKeptBesideTheTrainingFeatures() throws IOException {
    backbone.stages = List.of(new Stage(1, 2), new Stage(2, 1));
    Files.write(folder.resolve("2.png"), new byte[] {1, 2, 3});

    DatasetFeatures features =
        store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());

    StageAverages stages = features.trainStages().orElseThrow();
    assertEquals(List.of(2, 1), stages.channels());
    assertArrayEquals(
        new float[] {0, -1, 0, 20, 19, 20, 60, 59, 60, 80, 79, 80, 100, 99, 100, 120, 119, 120},
        stages.rows().toArray());
    assertArrayEquals(new float[] {60, 61}, features.train().row(2));
  }

  @Test
  void aRunThatWasStoppedWithoutStagesMakesThemForItsImagesToo() {
    assertThrows(
        JobCancelledException.class,
        () -> store.findOrExtract(KEY, dataset(), extraction, stopsAfterFour()));
    backbone.stages = List.of(new Stage(1, 1));

    DatasetFeatures features =
        store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());

    assertArrayEquals(
        new float[] {0, 20, 40, 60, 80, 100, 120},
        features.trainStages().orElseThrow().rows().toArray());
    assertArrayEquals(new float[] {120, 121}, features.train().row(6));
  }

  @Test
  void damagedOrMissingAveragesOfStagesLeaveTheFeatures() throws IOException {
    backbone.stages = List.of(new Stage(1, 1));
    for (String file : List.of("stages.json", "train.stages.npy")) {
      for (String text : List.of("{\"channels\":[3]}", "torn", "")) {
        Path kept = folder.resolve("features/0123456789abcdef");
        Files.deleteIfExists(kept.resolve("index.csv"));
        store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());
        Files.writeString(kept.resolve(file), text);
        if (text.isEmpty()) {
          Files.delete(kept.resolve(file));
        }
        DatasetFeatures found = store.find(KEY, dataset()).orElseThrow();

        assertEquals(Optional.empty(), found.trainStages(), file + text);
        assertArrayEquals(new float[] {120, 121}, found.train().row(6), file + text);
      }
    }
  }

  @Test
  void featuresHadElsewhereAreNotPutBesideOlderAveragesOfStages() {
    backbone.stages = List.of(new Stage(1, 1));
    DatasetFeatures made = store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());

    store.put(KEY, dataset(), made.train(), made.test());

    assertEquals(Optional.empty(), store.find(KEY, dataset()).orElseThrow().trainStages());
  }

  @Test
  void aCancelledRunGoesOnWhereItStopped() {
    backbone.stages = List.of(new Stage(1, 1));
    assertThrows(
        JobCancelledException.class,
        () -> store.findOrExtract(KEY, dataset(), extraction, stopsAfterFour()));
    assertFalse(store.contains(KEY));
    int before = backbone.images;
    store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());

    assertEquals(IMAGES - before, backbone.images - before);
  }

  @Test
  void damagedFeaturesAreExtractedAgain() throws IOException {
    Path kept = folder.resolve("features/0123456789abcdef");
    for (String file : List.of("index.csv", "train.npy", "test.npy")) {
      store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());
      Files.writeString(kept.resolve(file), "\"damaged\n");

      assertEquals(Optional.empty(), store.find(KEY, dataset()), file);
      DatasetFeatures again =
          store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());

      assertArrayEquals(new float[] {140, 141, 160, 161}, again.test().toArray(), file);
      assertTrue(store.find(KEY, dataset()).isPresent(), file);
    }
  }

  @Test
  void anIndexOfRowsThatAreNotThereIsDamaged() throws IOException {
    store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());
    Path index = folder.resolve("features/0123456789abcdef/index.csv");
    Files.writeString(index, Files.readString(index).replace("train,6,6.png", "train,7,6.png"));

    assertEquals(Optional.empty(), store.find(KEY, dataset()));
  }

  @Test
  void featuresWithOtherRowsThanTheIndexListsAreDamaged() throws IOException {
    store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());
    Path kept = folder.resolve("features/0123456789abcdef");
    Files.copy(
        kept.resolve("train.npy"), kept.resolve("test.npy"), StandardCopyOption.REPLACE_EXISTING);

    assertEquals(Optional.empty(), store.find(KEY, dataset()));
  }

  @Test
  void aFolderOfBrokenImagesIsAProblem() throws IOException {
    for (int i = 0; i < IMAGES; i++) {
      Files.write(folder.resolve(i + ".png"), new byte[0]);
    }
    ProblemException e =
        assertThrows(
            ProblemException.class,
            () -> store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended()));
    assertTrue(e.getMessage().startsWith("None of the 7 images can be read"), e.getMessage());
  }

  @Test
  void aSampleThatIsNotStoredMeansIncomplete() {
    store.findOrExtract(KEY, dataset(), extraction, JobContext.unattended());
    ImageDataset all = dataset();
    List<Sample> more = new ArrayList<>(all.train());
    more.add(new Sample("new.png", 0, Split.TRAIN));
    ImageDataset grown =
        new ImageDataset(
            all.name(),
            all.root(),
            all.classes(),
            2,
            more,
            all.test(),
            List.of(),
            Optional.empty());

    assertEquals(Optional.empty(), store.find(KEY, grown));
  }
}
