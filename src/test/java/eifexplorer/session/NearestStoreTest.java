package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.confusion.NearestOfEach;
import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.testing.NaiveMatrixMath;
import eifexplorer.ui.testing.ModelCards;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestStoreTest {
  private static final int[] NEAREST = {2, 3, 0, 1};

  @TempDir Path folder;
  private NearestStore store;

  @BeforeEach
  void open() {
    store = new NearestStore(workspace("ws"), new NaiveMatrixMath());
  }

  private Workspace workspace(String name) {
    return Workspace.create(
        folder.resolve(name), name, DatasetReference.clean("folder", "/nowhere", "", ""));
  }

  private NearestOfEach found(float... test) {
    return found(JobContext.unattended(), test);
  }

  private NearestOfEach found(JobContext context, float... test) {
    List<Sample> samples =
        IntStream.range(0, test.length)
            .mapToObj(i -> new Sample("image" + i, 0, Split.TEST))
            .toList();
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            new HeapFeatures(new float[] {1, 2}, 2, 1),
            new int[] {0, 1},
            new HeapFeatures(test, test.length, 1),
            IntStream.range(0, test.length).map(i -> i % 2).toArray(),
            new EmbeddingHead(new float[] {1, 0}, new float[] {0, 1}),
            new Proxies(new float[] {1, 0, 0, 1}, 2, 1),
            List.of(),
            List.of());
    ImageDataset dataset =
        new ImageDataset(
            "shop",
            Optional.empty(),
            List.of(new ClassLabel(0, 1, "x"), new ClassLabel(1, 2, "y")),
            2,
            List.of(new Sample("t", 0, Split.TRAIN), new Sample("u", 1, Split.TRAIN)),
            samples,
            List.of(),
            Optional.empty());
    return store.findOrSearch(ModelCards.card("m", "", "train"), dataset, bundle, context);
  }

  private Path kept() {
    return find("nearest.npz").orElseThrow();
  }

  private Optional<Path> find(String name) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsKeptIsReadAndNotSearchedAgain() {
    found(1, 2, 1.1f, 2.5f);
    // Other features under the same card: whoever searched again would find others.
    assertArrayEquals(NEAREST, found(1, 1.05f, 9, 10).indices());
  }

  @Test
  void otherKernelsSearchThemselves() {
    found(1, 2, 1.1f, 2.5f);
    store =
        new NearestStore(
            Workspace.open(folder.resolve("ws")),
            new NaiveMatrixMath() {
              @Override
              public String kernels() {
                return "other";
              }
            });
    assertArrayEquals(new int[] {1, 0, 3, 2}, found(1, 1.05f, 9, 10).indices());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "no archive at all"})
  void aDamagedFileIsSearchedForAgainAndReplaced(String damage) throws IOException {
    NearestOfEach whole = found(1, 2, 1.1f, 2.5f);
    byte[] bytes = Files.readAllBytes(kept());
    Files.writeString(kept(), damage);
    assertArrayEquals(whole.indices(), found(1, 2, 1.1f, 2.5f).indices());
    assertEquals(bytes.length, Files.size(kept()));
  }

  @Test
  void aFileOfAnotherSizeIsSearchedForAgain() throws IOException {
    found(1, 2, 1.1f, 2.5f);
    byte[] bytes = Files.readAllBytes(kept());
    Files.write(kept(), Arrays.copyOf(bytes, bytes.length / 2));
    assertArrayEquals(NEAREST, found(1, 2, 1.1f, 2.5f).indices());
  }

  /** Counts the products, each of a query with a row of the gallery. */
  private static final class Counted implements MatrixMath {
    private final MatrixMath math = new JavaMatrixMath();
    private final AtomicLong products = new AtomicLong();

    @Override
    public void times(float[] a, int m, float[] b, int n, int k, float[] out) {
      math.times(a, m, b, n, k, out);
    }

    @Override
    public void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out) {
      products.addAndGet((long) m * n);
      math.timesTransposed(a, m, b, n, k, out);
    }

    @Override
    public void transposedTimes(float[] a, int m, float[] b, int n, int k, float[] out) {
      math.transposedTimes(a, m, b, n, k, out);
    }
  }

  /** Cancelled as soon as something was kept on the way. */
  private final class UntilKept implements JobContext {
    @Override
    public void progress(long done, long total, String unit) {}

    @Override
    public void log(String line) {}

    @Override
    public boolean cancelled() {
      return find("nearest-part.npz").isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "damaged"})
  void aLongSearchGoesOnWhereItWasStopped(String damage) throws IOException {
    int count = 4_500;
    float[] test = new float[count];
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      test[i] = random.nextFloat();
    }
    int[] expected = found(test).indices();
    Counted math = new Counted();
    Workspace stopped = workspace("stopped");
    store = new NearestStore(stopped, math, Duration.ZERO);
    assertThrows(JobCancelledException.class, () -> found(new UntilKept(), test));
    Path part = find("nearest-part.npz").orElseThrow();
    if (!damage.isEmpty()) {
      Files.writeString(part, damage);
    }
    math.products.set(0);

    assertArrayEquals(expected, found(test).indices());
    assertEquals(damage.isEmpty(), math.products.get() < (long) count * count / 2);
    assertFalse(Files.exists(part));
  }
}
