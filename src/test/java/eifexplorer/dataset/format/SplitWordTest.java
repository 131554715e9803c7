package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitWordTest {
  @ParameterizedTest
  @CsvSource({
    "Train, TRAIN",
    "training, TRAIN",
    "trn, TRAIN",
    "01_train, TRAIN",
    "Training Images, TRAIN",
    "train2017, TRAIN",
    "imgs-train, TRAIN",
    "TrainVal, TRAIN",
    "train_dataset, TRAIN",
    "bounding_box_train, TRAIN",
    "TEST_SET, TEST",
    "test (1), TEST",
    "bounding_box_test, TEST",
    "eval, TEST",
    "hold-out, TEST",
    "val_data, VALIDATION",
    "Validation Set, VALIDATION",
    "dev, VALIDATION",
    "Query, QUERY",
    "probe, QUERY",
    "gallery_images, GALLERY"
  })
  void isKnownAmongWhatPeopleWriteBesideIt(String text, SplitWord word) {
    assertEquals(Optional.of(word), SplitWord.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trainer",
        "test tube",
        "tests",
        "devil",
        "images",
        "fold1",
        "latest",
        "valley",
        "3"
      })
  void classesAreNoSplits(String name) {
    assertEquals(Optional.empty(), SplitWord.of(name));
  }
}
