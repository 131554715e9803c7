package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.dataset.SplitChoice;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InShopTest {
  private static final String FILE = "Eval/list_eval_partition.txt";
  private static final String HEADER = "image_name item_id evaluation_status";

  @TempDir Path root;
  private TestFolder folder;

  @BeforeEach
  void write() {
    folder =
        new TestFolder(root)
            .text(
                FILE,
                "5",
                HEADER,
                "img/a/1.jpg         id_00000010 train  ",
                "img/a/2.jpg         id_00000001 gallery",
                "img/a/3.jpg         id_00000002 train  ",
                "img/a/4.jpg         id_00000003 query",
                "img/a/5.jpg         id_00000001 query")
            .files("img/a/1.jpg", "img/a/2.jpg", "img/a/3.jpg", "img/a/4.jpg", "img/a/5.jpg");
  }

  private void partition(String... lines) {
    folder.text(FILE, lines);
  }

  private String refusal() {
    return folder.refusal(new InShop());
  }

  @Test
  void trainedItemsComeFirstEachPartSortedByNumber() {
    assertEquals(
        List.of("id_00000002", "id_00000010", "id_00000001", "id_00000003"),
        new InShop().read(root).classNames());
  }

  @Test
  void imagesKeepTheFilesOrderAndStatus() {
    assertEquals(
        List.of(
            new ListedImage("img/a/1.jpg", 1, Optional.of(Split.TRAIN)),
            new ListedImage("img/a/2.jpg", 2, Optional.of(Split.GALLERY)),
            new ListedImage("img/a/3.jpg", 0, Optional.of(Split.TRAIN)),
            new ListedImage("img/a/4.jpg", 3, Optional.of(Split.QUERY)),
            new ListedImage("img/a/5.jpg", 2, Optional.of(Split.QUERY))),
        new InShop().read(root).images());
  }

  @Test
  void statusAndHeaderMayBeInCapitals() {
    partition(
        "3",
        "Image_Name Item_ID Evaluation_Status",
        "img/a/1.jpg id_00000010 TRAIN",
        "img/a/2.jpg id_00000001 Query",
        "img/a/3.jpg id_00000001 GALLERY");
    assertEquals(
        List.of(Split.TRAIN, Split.QUERY, Split.GALLERY),
        new InShop().read(root).images().stream().map(i -> i.split().orElseThrow()).toList());
  }

  @Test
  void commasAreToldFromSpaces() {
    partition("1", HEADER, "img/a/1.jpg,id_00000010,train");
    ProblemException problem = assertThrows(ProblemException.class, () -> new InShop().read(root));
    assertEquals(
        "It should hold image_name, item_id, evaluation_status. They are separated by spaces, not"
            + " by commas: replace these, or read the file as a CSV list with columns path, label"
            + " and split.",
        problem.remedy());
  }

  @Test
  void aPartitionWithoutQueriesOrWithoutAGallerySaysSo() {
    partition("2", HEADER, "img/a/1.jpg id_00000010 train", "img/a/2.jpg id_00000001 gallery");
    assertEquals(
        List.of(
            "The partition has no queries: each gallery image's nearest neighbour is looked for"
                + " among the others."),
        new InShop().read(root).otherReadings());
    partition("2", HEADER, "img/a/1.jpg id_00000010 train", "img/a/2.jpg id_00000001 query");
    assertEquals(
        List.of(
            "The partition has no gallery: each query's nearest neighbour is looked for among the"
                + " other queries."),
        new InShop().read(root).otherReadings());
  }

  @Test
  void theFilesOwnSplitIsUsual() {
    assertEquals(ClassSelection.official(), new InShop().read(root).usual());
  }

  @Test
  void testSamplesAreQueriesThenGallery() {
    ImageDataset dataset =
        new DatasetOpener(DatasetFormats.standard())
            .open("auto", root, SplitChoice.usual(), OpenOptions.standard());
    assertEquals(
        List.of(
            new Sample("img/a/4.jpg", 3, Split.QUERY),
            new Sample("img/a/5.jpg", 2, Split.QUERY),
            new Sample("img/a/2.jpg", 2, Split.GALLERY)),
        dataset.test());
  }

  @Test
  void imagesMayLieInTheFolderTheyAreUnpackedTo() {
    folder.files("Img/img/a/1.jpg");
    assertEquals("Img/img/a/1.jpg", new InShop().read(root).images().get(0).path());
  }

  @Test
  void windowsLineEndsAndBlankLinesAreTolerated() {
    folder.bytes(
        FILE,
        ("\uFEFF1\r\n\r\n" + HEADER + "\r\n\r\nimg/a/1.jpg id_1 train \r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    assertEquals(1, new InShop().read(root).images().size());
  }

  @Test
  void wrongCountIsRefused() {
    partition("3", HEADER, "img/a/1.jpg id_1 train", "img/a/2.jpg id_1 train");
    assertEquals("The first line says 3 images, but 2 follow @ " + FILE + ", line 1", refusal());
  }

  @Test
  void missingHeaderIsRefused() {
    partition("1", "img/a/1.jpg id_1 train");
    assertEquals("The partition does not start as it should @ " + FILE + ", line 2", refusal());
  }

  @Test
  void emptyFileIsRefused() {
    partition("");
    assertEquals("The partition does not start as it should @ " + FILE + ", line 2", refusal());
  }

  @Test
  void unknownStatusIsRefused() {
    partition("1", HEADER, "img/a/1.jpg id_1 val");
    assertEquals("The status is \"val\" @ " + FILE + ", line 3", refusal());
  }

  @Test
  void brokenItemIdIsRefused() {
    partition("1", HEADER, "img/a/1.jpg 17 train");
    assertEquals("The item id is \"17\" @ " + FILE + ", line 3", refusal());
  }

  @Test
  void shortLineIsRefused() {
    partition("1", HEADER, "img/a/1.jpg id_1");
    assertEquals("The line has 2 of 3 fields @ " + FILE + ", line 3", refusal());
  }

  @Test
  void imageTwiceIsRefused() {
    partition("2", HEADER, "img/a/1.jpg id_1 train", "img/a/1.jpg id_2 query");
    assertEquals(
        "The image img/a/1.jpg is listed twice, first in line 3 @ " + FILE + ", line 4", refusal());
  }

  @Test
  void absolutePathIsRefused() {
    partition("1", HEADER, "/etc/passwd id_1 train");
    assertEquals("The image path \"/etc/passwd\" is absolute @ " + FILE + ", line 3", refusal());
  }

  @Test
  void theImagesOfHighResolutionServeWhereTheSmallOnesAreNot() throws IOException {
    Files.move(root.resolve("img"), root.resolve("img_highres"));
    DatasetListing listing = new InShop().read(root);
    assertEquals("img_highres/a/1.jpg", listing.images().get(0).path());
    assertEquals(
        List.of(
            "The images are those of high resolution, in img_highres/: the small ones in img/ are"
                + " not there."),
        listing.otherReadings());

    folder.files("img/a/1.jpg");
    assertEquals(
        List.of(
            "The images are those in img/. There are others in img_highres/; they are read where"
                + " the first are not."),
        new InShop().read(root).otherReadings());
  }
}
