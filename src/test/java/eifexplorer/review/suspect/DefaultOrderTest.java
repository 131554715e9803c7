package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultOrderTest {
  /** CUB with 25 and with 100 classes, CIFAR-10N's part, In-Shop, a million images; few features of many classes. */
  @ParameterizedTest
  @CsvSource({
    "1402, 1280, 25, true",
    "5864, 2048, 100, true",
    "6000, 1280, 10, true",
    "25882, 2048, 3997, false",
    "1000000, 2048, 1000, false",
    "3000, 64, 1000, true",
    "60000, 64, 10000, false"
  })
  void theNoiseModelIsTheOrderWhereItTakesNoMinutes(
      int images, int features, int classes, boolean affordable) {
    assertEquals(affordable, DefaultOrder.isAffordable(images, features, classes));
  }
}
