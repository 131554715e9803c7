package eifexplorer.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageDatasetTest {
  @Test
  void filesOfABundleThatCameAloneAreAskedFor() {
    ImageDataset alone =
        new ImageDataset(
            "bundle",
            Optional.empty(),
            List.of(new ClassLabel(0, 1, "wren")),
            1,
            List.of(new Sample("train 0", 0, Split.TRAIN)),
            List.of(),
            List.of(),
            Optional.empty());

    ProblemException problem =
        assertThrows(ProblemException.class, () -> alone.files(alone.train()));

    assertEquals(
        "There is no image of the sample: train 0. Say where the images are: relocate --images"
            + " DIR.",
        problem.getMessage());
  }
}
