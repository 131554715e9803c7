package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.dataset.SplitChoice;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.GoldenFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published annotation files, and the real images there are. */
class RealAnnotationsTest {
  private static final OpenOptions UNCHECKED = OpenOptions.standard().withoutFileCheck();
  private final DatasetOpener opener = new DatasetOpener(DatasetFormats.standard());

  private static Path data(String name) {
    return GoldenFiles.shared("data/" + name);
  }

  private ImageDataset open(String name, SplitChoice split, OpenOptions options) {
    return opener.open("auto", data(name), split, options);
  }

  /** Training and test images, training and all classes. */
  private static List<Integer> counts(ImageDataset dataset) {
    return List.of(
        dataset.train().size(),
        dataset.test().size(),
        dataset.trainClassCount(),
        dataset.classes().size());
  }

  @Test
  void cubHasTheReferencesUsualSplit() {
    assertEquals(
        List.of(5864, 5924, 100, 200),
        counts(open("annotations/cub_200_2011", SplitChoice.usual(), UNCHECKED)));
  }

  @Test
  void cubHasItsOfficialSplit() {
    assertEquals(
        List.of(5994, 5794, 200, 200),
        counts(open("annotations/cub_200_2011", SplitChoice.official(), UNCHECKED)));
  }

  @Test
  void carsHaveTheReferencesUsualSplit() {
    assertEquals(
        List.of(8054, 8131, 98, 196),
        counts(open("annotations/cars196", SplitChoice.usual(), UNCHECKED)));
  }

  @Test
  void carsHaveTheirOfficialSplit() {
    assertEquals(
        List.of(8144, 8041, 196, 196),
        counts(open("annotations/cars196", SplitChoice.official(), UNCHECKED)));
  }

  @Test
  void firstCarIsTheDevkits() {
    ImageDataset cars = open("annotations/cars196", SplitChoice.official(), UNCHECKED);
    Sample first = cars.train().get(0);
    assertEquals(
        "cars_train/00001.jpg Audi TTS Coupe 2012",
        first.path() + " " + cars.classOf(first.label()).name());
  }

  @Test
  void inShopHasTheReferencesSplit() {
    assertEquals(
        List.of(25882, 26830, 3997, 7982),
        counts(open("annotations/inshop", SplitChoice.usual(), UNCHECKED)));
  }

  @Test
  void inShopTestsQueriesThenGallery() {
    ImageDataset inshop = open("annotations/inshop", SplitChoice.usual(), UNCHECKED);
    List<Split> order = inshop.test().stream().map(Sample::split).toList();
    assertEquals(
        Stream.concat(
                Stream.generate(() -> Split.QUERY).limit(14218),
                Stream.generate(() -> Split.GALLERY).limit(12612))
            .toList(),
        order);
  }

  @Test
  void inShopWithoutImagesIsOneProblem() {
    Path root = data("annotations/inshop");
    SplitChoice usual = SplitChoice.usual();
    OpenOptions checked = OpenOptions.standard();
    ProblemException problem =
        assertThrows(ProblemException.class, () -> opener.open("inshop", root, usual, checked));
    assertEquals("None of the 52712 images chosen can be used", problem.what());
  }

  @Test
  void cubImagesHaveTheClassRangesOfTheirReadme() {
    assertEquals(
        List.of(1402, 1487, 25, 50),
        counts(open("CUB_200_2011", SplitChoice.byClass("1-25", "26-50"), OpenOptions.standard())));
  }

  @Test
  void cubImagesAreUsuallyHalved() {
    assertEquals(
        open("CUB_200_2011", SplitChoice.byClass("1-25", "26-50"), OpenOptions.standard()),
        open("CUB_200_2011", SplitChoice.usual(), OpenOptions.standard()));
  }

  @Test
  void cubImagesAreAllThere() {
    assertEquals(
        List.of(), open("CUB_200_2011", SplitChoice.usual(), OpenOptions.standard()).skipped());
  }

  @Test
  void cubFoldersGiveTheSameSamplesAsItsFiles() {
    DatasetListing files = new Cub200().read(data("CUB_200_2011"));
    DatasetListing folders =
        new ImageFolder().read(data("CUB_200_2011"), SplitFolders.only("images"));
    assertEquals(TestFolder.paths(files), TestFolder.paths(folders));
  }

  @Test
  void omniglotCharactersAreClasses() {
    ImageDataset omniglot =
        open("omniglot/images_background_small1", SplitChoice.usual(), OpenOptions.standard());
    assertEquals(List.of(68 * 20, 68 * 20, 68, 136), counts(omniglot));
  }

  @Test
  void omniglotCharactersAreNamedByAlphabet() {
    ImageDataset omniglot = open("omniglot", SplitChoice.usual(), OpenOptions.standard());
    assertEquals("Balinese/character01", omniglot.classOf(0).name());
  }

  @Test
  void everySampleIsAFile() {
    ImageDataset cub = open("CUB_200_2011", SplitChoice.usual(), OpenOptions.standard());
    assertTrue(
        Stream.concat(cub.train().stream(), cub.test().stream())
            .map(sample -> cub.file(sample).orElseThrow())
            .allMatch(Files::isRegularFile));
  }
}
