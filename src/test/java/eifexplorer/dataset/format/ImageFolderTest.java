package eifexplorer.dataset.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.dataset.Split;
import eifexplorer.testing.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {
  @TempDir Path root;
  private TestFolder folder;

  @BeforeEach
  void open() {
    folder = new TestFolder(root);
  }

  private DatasetListing read(String... files) {
    return new ImageFolder().read(folder.files(files).root());
  }

  @Test
  void foldersAndFilesAreSorted() {
    assertEquals(
        List.of(
            new ListedImage("A/10.png", 0, Optional.empty()),
            new ListedImage("A/9.JPG", 0, Optional.empty()),
            new ListedImage("b/1.jpeg", 1, Optional.empty())),
        read("b/1.jpeg", "A/9.JPG", "A/10.png").images());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no name can hold a backslash there")
  void aNameWithABackslashIsLeftOutAndNamed() {
    DatasetListing listing = read("a/1.png", "a/2\\x.png", "b\\c/1.png");
    String reason =
        "its name holds a backslash, which lists and other programs take for a folder; give it"
            + " another name";
    assertEquals(List.of("a/1.png"), TestFolder.paths(listing));
    assertEquals(
        Map.of("a/2\\x.png", reason, "b\\c", reason),
        listing.skipped().stream()
            .collect(Collectors.toMap(SkippedSample::path, SkippedSample::reason)));
  }

  @Test
  void otherAndHiddenFilesAreIgnored() {
    assertEquals(
        List.of("a/1.png"),
        TestFolder.paths(
            read("a/1.png", "a/._1.png", "a/Thumbs.db", ".cache/1.png", "b/notes.txt")));
  }

  @Test
  void hiddenImagesAreTold() {
    assertEquals(
        List.of(
            new SkippedSample("a/.1.png", "the file is hidden: its name begins with a dot"),
            new SkippedSample(".b.jpg", "the file is hidden: its name begins with a dot")),
        read("a/1.png", "a/.1.png", "a/._1.png", "a/.DS_Store", ".b.jpg").skipped().stream()
            .sorted(Comparator.comparing(SkippedSample::path).reversed())
            .toList());
  }

  /** A repository's folder of objects is looked through at each reading. */
  @Test
  void noFileOfAHiddenFolderIsOpened() throws IOException {
    folder.files("a/1.png", ".git/objects/1.png");
    Files.writeString(root.resolve(".git/objects/aa"), "\u0089PNG\r\n\u001a\n", ISO_8859_1);

    assertEquals(
        List.of(1),
        new ImageFolder().read(root).skipped().stream().map(SkippedSample::images).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"data/", "data/images/", "a/b/c/"})
  void aSplitBelowTheOneFolderOfImagesIsTheSplit(String in) {
    DatasetListing listing =
        read(
            in + "train/wren/1.jpg",
            in + "test/wren/2.jpg",
            in + "other/wren/3.jpg",
            "labels/notes.txt",
            "thumbs/1.jpg");

    assertEquals(
        List.of(
            new ListedImage(in + "train/wren/1.jpg", 0, Optional.of(Split.TRAIN)),
            new ListedImage(in + "test/wren/2.jpg", 0, Optional.of(Split.TEST))),
        listing.images());
    assertEquals(List.of("wren"), listing.classNames());
    assertEquals(
        List.of(in + "other"), listing.skipped().stream().map(SkippedSample::path).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.jpg", "more/wren/1.jpg"})
  void aSplitBelowOneOfSeveralFoldersIsNone(String beside) {
    assertTrue(
        read("data/train/wren/1.jpg", "data/test/wren/2.jpg", beside).images().stream()
            .allMatch(image -> image.split().isEmpty()));
  }

  @Test
  void classesOfDifferentDepthAreTold() {
    assertEquals(
        List.of(
            "Beside classes such as robin each folder below another is a class of its own: wren/f,"
                + " wren/m. To make one class of them, put an image directly into the folder"
                + " above."),
        read("robin/1.jpg", "robin/web/2.jpg", "wren/m/1.jpg", "wren/f/1.jpg").otherReadings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "train/", "train/a/"})
  void hiddenFoldersOfImagesAreCounted(String in) {
    List<SkippedSample> skipped =
        read("train/a/1.png", "test/a/1.png", in + ".b/c/1.png", in + ".b/2.png", ".git/x")
            .skipped();
    assertEquals(List.of(2), skipped.stream().map(SkippedSample::images).toList());
    assertEquals(in + ".b", skipped.get(0).path());
  }

  @Test
  void whatIsNotReadHasAReason() throws Exception {
    folder.files("a/1.png", "b/1.png", "a/2.heif", "a/notes.txt", "a/Thumbs.db");
    folder.bytes("a/3", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0});
    folder.bytes("a/4.bak", "\0\0\0\30ftypheic".getBytes(StandardCharsets.ISO_8859_1));
    Folders.link(root.resolve("c"), root.resolve("b"));
    Folders.link(root.resolve("a/5.png"), root.resolve("gone.png"));
    Files.createDirectory(root.resolve("a/6.png"));

    DatasetListing listing = new ImageFolder().read(root);

    assertEquals(List.of("a/1.png", "b/1.png"), TestFolder.paths(listing));
    assertEquals(
        Map.of(
            "a/2.heif", "images of this kind are not read; convert it to PNG",
            "a/3", "it is an image whose name does not end like one's",
            "a/4.bak", "it is an image whose name does not end like one's",
            "a/5.png", "it links to a file that is not there",
            "c", "it links to a folder that is read already"),
        listing.skipped().stream()
            .collect(Collectors.toMap(SkippedSample::path, SkippedSample::reason)));
  }

  @Test
  void foldersBesideTheSplitCountWithTheirImages() {
    folder.files("docs/notes.txt", "val/a/1.png", "val/a/2.png");

    assertEquals(
        List.of(
            new SkippedSample(
                "val",
                "the folder of validation images is not read, since there are test images",
                2)),
        read("train/a/1.png", "test/b/1.png").skipped());
  }

  @Test
  void foldersOfTheSameClassesAreCalledASplit() {
    assertEquals(
        List.of(
            "The folders bar, foo hold classes of the same names (robin, wren): a split in all"
                + " likelihood, but each is read as classes of its own. Name the folders train and"
                + " test to have them read as one."),
        read("foo/wren/1.png", "foo/robin/2.png", "bar/wren/3.png", "bar/robin/4.png")
            .otherReadings());
  }

  @Test
  void foldersOfTheSameFilesAreCalledCopies() {
    assertEquals(
        List.of(
            "The folders original, resized hold classes of the same names (robin, wren): copies of"
                + " the same images in all likelihood, but each is read as classes of its own. Open"
                + " one of the folders alone."),
        read(
                "original/wren/1.jpg",
                "original/robin/2.jpg",
                "resized/wren/1.png",
                "resized/robin/2.png")
            .otherReadings());
  }

  @Test
  void aSplitInsideTheClassesIsCalledOne() {
    assertEquals(
        List.of(
            "The folders of classes hold test, train: a split in all likelihood, but each is read"
                + " as a class of its own. Put the folders of the split above those of the classes,"
                + " as in train/wren."),
        read("wren/train/1.png", "wren/test/2.png", "robin/train/3.png", "robin/test/4.png")
            .otherReadings());
  }

  @Test
  void copiesInsideTheClassesAndLeftoversAreNamed() {
    assertEquals(
        List.of(
            "Folders of small copies and parts of archives are not read: wren/@eaDir.",
            "Copies of images above them in all likelihood, by their names, but read as images of"
                + " their own: wren/crops. Move them away to leave them out."),
        read("wren/1.jpg", "wren/crops/1.png", "robin/2.jpg", "wren/@eaDir/1.jpg").otherReadings());
  }

  @Test
  void otherFoldersSayNothing() {
    assertEquals(
        List.of(),
        read("Latin/c1/1.png", "Greek/c1/2.png", "Greek/c2/3.png", "Greek/c3/4.png")
            .otherReadings());
  }

  @Test
  void nestedFoldersAreNamedByTheirPath() {
    assertEquals(
        List.of("Greek/c1", "Greek/c2", "Latin/c1"),
        read("Latin/c1/1.png", "Greek/c1/1.png", "Greek/c2/1.png").classNames());
  }

  @Test
  void nestedFoldersSortPartByPart() {
    assertEquals(List.of("a/z", "a b/c"), read("a b/c/1.png", "a/z/1.png").classNames());
  }

  @Test
  void foldersAllClassesShareAreLeftOutOfTheName() {
    assertEquals(
        List.of("a", "b"), read("data/images/a/1.png", "data/images/b/1.png").classNames());
  }

  @Test
  void sharedBeginningsOfNamesAreKept() {
    assertEquals(List.of("bird1", "bird2"), read("bird1/1.png", "bird2/1.png").classNames());
  }

  @Test
  void trainAndTestFoldersAreTheOfficialSplit() {
    DatasetListing listing = read("train/a/1.png", "train/b/1.png", "test/b/2.png", "val/c/1.png");
    assertEquals(
        List.of(
            new ListedImage("train/a/1.png", 0, Optional.of(Split.TRAIN)),
            new ListedImage("train/b/1.png", 1, Optional.of(Split.TRAIN)),
            new ListedImage("test/b/2.png", 1, Optional.of(Split.TEST))),
        listing.images());
  }

  @Test
  void trainAndTestFoldersAreUsual() {
    assertEquals(ClassSelection.official(), read("train/a/1.png", "test/b/1.png").usual());
  }

  @Test
  void valStandsInForTest() {
    assertEquals(
        List.of("train/a/1.png", "val/b/1.png"),
        TestFolder.paths(read("train/a/1.png", "val/b/1.png")));
  }

  @ParameterizedTest
  @CsvSource({
    "Train, Test, TEST",
    "TRAINING, TESTING, TEST",
    "trn, tst, TEST",
    "train, dev, TEST",
    "Train Set, Validation, TEST",
    "train, query, QUERY",
    "bounding_box_train, bounding_box_test, TEST"
  })
  void foldersForTrainingAndTestAreKnownByTheirUsualNames(String train, String test, Split split) {
    assertEquals(
        List.of(
            new ListedImage(train + "/a/1.png", 0, Optional.of(Split.TRAIN)),
            new ListedImage(test + "/b/1.png", 1, Optional.of(split))),
        read(test + "/b/1.png", train + "/a/1.png").images());
  }

  @Test
  void testImagesBesideQueriesAreSearched() {
    assertEquals(
        List.of(Split.TRAIN, Split.QUERY, Split.GALLERY),
        read("bounding_box_train/a/1.png", "query/b/1.png", "bounding_box_test/b/2.png")
            .images()
            .stream()
            .map(image -> image.split().orElseThrow())
            .toList());
  }

  @Test
  void foldersThatAreNotReadBesideThoseOfASplitAreReported() {
    assertEquals(
        List.of(
            new SkippedSample(
                "extra",
                "the folder lies beside those of training and test images and is not read"),
            new SkippedSample(
                "val", "the folder of validation images is not read, since there are test images")),
        read("train/a/1.png", "test/a/1.png", "val/a/1.png", "extra/a/1.png").skipped());
  }

  @Test
  void subFoldersOfAClassBelongToIt() {
    DatasetListing listing =
        read("c0/1.png", "c0/web/2.png", "c0/web/more/3.png", "c1/deep/4.png", "c1/deep/er/5.png");
    assertEquals(List.of("c0", "c1/deep"), listing.classNames());
    assertEquals(
        List.of(0, 0, 0, 1, 1), listing.images().stream().map(ListedImage::classIndex).toList());
  }

  @Test
  void foldersThatProgramsLeaveBesidePicturesAreNotRead() {
    assertEquals(
        List.of("a/1.png"),
        TestFolder.paths(read("a/1.png", "a/@eaDir/1.png", "__MACOSX/a/1.png", "a/Thumbs/1.png")));
  }

  @Test
  void trainAloneIsAClass() {
    assertEquals(List.of("train", "wreck"), read("train/1.png", "wreck/1.png").classNames());
  }

  @Test
  void usualIsHalfOfTheClasses() {
    assertEquals(
        ClassSelection.byClass(Set.of(0, 1), Set.of(2)),
        read("a/1.png", "b/1.png", "c/1.png").usual());
  }

  @Test
  void imagesInNoFolderAndOfOtherKindsAreReported() {
    assertEquals(
        List.of(
            new SkippedSample("a/2.avif", "images of this kind are not read; convert it to PNG"),
            new SkippedSample("1.png", "it lies in no class folder")),
        read("1.png", "a/1.png", "a/2.avif").skipped());
  }

  @Test
  void linksInTheFolderAreRead() throws IOException {
    folder.files("a/1.png", "b/1.png");
    Folders.link(root.resolve("a/2.png"), root.resolve("b/1.png"));
    Folders.link(root.resolve("0"), Path.of("b"));
    assertEquals(
        List.of("0/1.png", "a/1.png", "a/2.png"), TestFolder.paths(new ImageFolder().read(root)));
  }

  @Test
  void linksInACircleEnd() throws IOException {
    Files.createDirectory(root.resolve("a"));
    Folders.link(root.resolve("a/up"), root);
    assertEquals(List.of("a/1.png"), TestFolder.paths(read("a/1.png")));
  }

  @Test
  void aFolderWithImagesBelowIsRecognised() {
    folder.files("x/y/1.png");
    assertTrue(new ImageFolder().recognises(root));
  }

  @Test
  void looseImagesAreNotRecognised() {
    folder.files("1.png");
    assertFalse(new ImageFolder().recognises(root));
  }

  @Test
  void aFolderWithoutImagesIsRefused() {
    folder.files("a/readme.txt");
    assertEquals(
        "The data set's files are not in this folder @ " + root, folder.refusal(new ImageFolder()));
  }
}
