package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.confusion.NearestOfEach;
import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.testing.NaiveMatrixMath;
import eifexplorer.ui.testing.ModelCards;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    Workspace workspace =
        Workspace.create(
            folder.resolve("ws"), "ws", DatasetReference.clean("folder", "/nowhere", "", ""));
    store = new NearestStore(workspace, new NaiveMatrixMath());
  }

  private NearestOfEach found(float... test) {
    Sample[] samples =
        Stream.of("a", "b", "c", "d").map(p -> new Sample(p, 0, Split.TEST)).toArray(Sample[]::new);
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            new HeapFeatures(new float[] {1, 2}, 2, 1),
            new int[] {0, 1},
            new HeapFeatures(test, 4, 1),
            new int[] {0, 1, 0, 1},
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
            List.of(samples),
            List.of(),
            Optional.empty());
    return store.findOrSearch(
        ModelCards.card("m", "", "train"), dataset, bundle, JobContext.unattended());
  }

  private Path kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("nearest.npz")).findFirst().orElseThrow();
    }
  }

  @Test
  void whatIsKeptIsReadAndNotSearchedAgain() {
    found(1, 2, 1.1f, 2.5f);
    // Other features under the same card: whoever searched again would find others.
    assertArrayEquals(NEAREST, found(1, 1.05f, 9, 10).indices());
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
}
