package eifexplorer.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.array.Npz;
import eifexplorer.testing.GoldenFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseGoldenTest {
  private static Npz golden;

  @BeforeAll
  static void open() {
    golden = GoldenFiles.open("09_noise_cub.npz");
  }

  @AfterAll
  static void close() {
    golden.close();
  }

  @Test
  void rawOutputsAreNumpys() {
    NumpyRandom random = new NumpyRandom(0);
    assertArrayEquals(
        golden.array("seed0_mt_raw32").longs(),
        LongStream.generate(random::nextRaw32).limit(16).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5", "0, 10", "0, 20", "1, 5", "1, 10", "1, 20", "2, 5", "2, 10", "2, 20", "3, 5", "3, 10",
    "3, 20", "4, 5", "4, 10", "4, 20"
  })
  void chosenIndicesAreTheReferences(int seed, int percent) {
    int n = golden.array("labels").axis(0);
    int[] chosen = new NumpyRandom(seed).choiceWithoutReplacement(n, (int) (percent / 100.0 * n));
    assertArrayEquals(golden.array("seed%d_p%02d_indices".formatted(seed, percent)).ints(), chosen);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void noisyLabelsAreTheReferences(int seed) {
    ImageDataset noisy = cub().withNoise(NoiseSpec.reference(seed));
    assertArrayEquals(
        golden.array("seed%d_p10_labels".formatted(seed)).ints(), noisy.trainLabels());
  }

  @Test
  void truthIsKept() {
    ImageDataset noisy = cub().withNoise(NoiseSpec.reference(2));
    int[] labels = noisy.trainLabels();
    noisy.noise().orElseThrow().trueLabels().forEach((index, truth) -> labels[index] = truth);
    assertArrayEquals(golden.array("labels").ints(), labels);
  }

  private static ImageDataset cub() {
    List<Sample> train =
        IntStream.of(golden.array("labels").ints())
            .mapToObj(label -> new Sample("a.jpg", label, Split.TRAIN))
            .toList();
    List<ClassLabel> classes =
        IntStream.range(0, 100).mapToObj(i -> new ClassLabel(i, i + 1, "c" + i)).toList();
    return new ImageDataset(
        "cub", Optional.empty(), classes, 100, train, List.of(), List.of(), Optional.empty());
  }
}
