package eifexplorer.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseSpecTest {
  @Test
  void everyWrongLabelHasItsTruth() {
    ImageDataset clean = dataset(3);
    ImageDataset noisy = clean.withNoise(new NoiseSpec(LabelNoise.uniform(), .5, 1));
    Map<Integer, Integer> truth = noisy.noise().orElseThrow().trueLabels();
    Map<Integer, Integer> changed =
        IntStream.range(0, 9)
            .filter(i -> noisy.train().get(i).label() != clean.train().get(i).label())
            .boxed()
            .collect(Collectors.toMap(i -> i, i -> clean.train().get(i).label()));
    assertEquals(changed, truth);
  }

  @Test
  void countIsRoundedDown() {
    ImageDataset noisy = dataset(3).withNoise(new NoiseSpec(LabelNoise.uniform(), .5, 1));
    assertEquals(4, noisy.noise().orElseThrow().trueLabels().size());
  }

  @Test
  void testImagesStayClean() {
    ImageDataset noisy = dataset(3).withNoise(new NoiseSpec(LabelNoise.uniform(), 1, 1));
    assertEquals(dataset(3).test(), noisy.test());
  }

  @Test
  void oneClassIsTooFew() {
    ImageDataset single = dataset(1);
    NoiseSpec spec = NoiseSpec.reference(0);
    assertThrows(ProblemException.class, () -> single.withNoise(spec));
  }

  @Test
  void noiseOnNoiseIsRefused() {
    ImageDataset noisy = dataset(3).withNoise(NoiseSpec.reference(0));
    NoiseSpec spec = NoiseSpec.reference(1);
    assertThrows(ProblemException.class, () -> noisy.withNoise(spec));
  }

  @Test
  void fractionAboveOneIsRefused() {
    LabelNoise model = LabelNoise.uniform();
    assertThrows(ProblemException.class, () -> new NoiseSpec(model, 1.1, 0));
  }

  @Test
  void notANumberIsRefused() {
    LabelNoise model = LabelNoise.uniform();
    assertThrows(ProblemException.class, () -> new NoiseSpec(model, Double.NaN, 0));
  }

  /** Three training images of each class and one test image. */
  private static ImageDataset dataset(int classCount) {
    List<ClassLabel> classes =
        IntStream.range(0, classCount).mapToObj(i -> new ClassLabel(i, i + 1, "c" + i)).toList();
    List<Sample> train =
        IntStream.range(0, 3 * classCount)
            .mapToObj(i -> new Sample(i + ".jpg", i / 3, Split.TRAIN))
            .toList();
    List<Sample> test = List.of(new Sample("test.jpg", 0, Split.TEST));
    return new ImageDataset(
        "set", Optional.empty(), classes, classCount, train, test, List.of(), Optional.empty());
  }
}
