package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StanfordOnlineProductsTest {
  private static final String HEADER = "image_id class_id super_class_id path";

  @TempDir Path root;
  private TestFolder folder;

  @BeforeEach
  void write() {
    folder =
        new TestFolder(root)
            .text(
                "Ebay_train.txt",
                HEADER,
                "1 1 1 bicycle_final/1_0.JPG",
                "2 2 1 bicycle_final/2_0.JPG")
            .text("Ebay_test.txt", HEADER, "3 3 9 sofa_final/3_0.JPG", "4 3 9 sofa_final/3_1.JPG");
  }

  private String refusal() {
    return folder.refusal(new StanfordOnlineProducts());
  }

  @Test
  void trainingImagesComeFirst() {
    assertEquals(
        List.of(
            new ListedImage("bicycle_final/1_0.JPG", 0, Optional.of(Split.TRAIN)),
            new ListedImage("bicycle_final/2_0.JPG", 1, Optional.of(Split.TRAIN)),
            new ListedImage("sofa_final/3_0.JPG", 2, Optional.of(Split.TEST)),
            new ListedImage("sofa_final/3_1.JPG", 2, Optional.of(Split.TEST))),
        new StanfordOnlineProducts().read(root).images());
  }

  @Test
  void productsAreNamedAfterTheirSuperClass() {
    assertEquals(
        List.of("bicycle_1", "bicycle_2", "sofa_3"),
        new StanfordOnlineProducts().read(root).classNames());
  }

  @Test
  void theFilesOwnSplitIsUsual() {
    assertEquals(ClassSelection.official(), new StanfordOnlineProducts().read(root).usual());
  }

  @Test
  void isRecognised() {
    assertTrue(new StanfordOnlineProducts().recognises(root));
  }

  @Test
  void missingTestFileIsRefused() {
    folder.without("Ebay_test.txt");
    assertEquals("The data set's files are not in this folder @ " + root, refusal());
  }

  @Test
  void missingHeaderIsRefused() {
    folder.text("Ebay_test.txt", "3 3 9 sofa_final/3_0.JPG");
    assertEquals("The names of the columns are missing @ Ebay_test.txt, line 1", refusal());
  }

  @Test
  void classZeroIsRefused() {
    folder.text("Ebay_test.txt", HEADER, "3 0 9 sofa_final/3_0.JPG");
    assertEquals("The class_id is 0 @ Ebay_test.txt, line 2", refusal());
  }

  @Test
  void classThatIsNoNumberIsRefused() {
    folder.text("Ebay_test.txt", HEADER, "3 -7 9 sofa_final/3_0.JPG");
    assertEquals("The class_id is \"-7\" @ Ebay_test.txt, line 2", refusal());
  }

  @Test
  void imageIdInBothFilesIsRefused() {
    folder.text("Ebay_test.txt", HEADER, "1 3 9 sofa_final/3_0.JPG");
    assertEquals(
        "The image id 1 is listed twice, first in Ebay_train.txt, line 2 @ Ebay_test.txt, line 2",
        refusal());
  }
}
