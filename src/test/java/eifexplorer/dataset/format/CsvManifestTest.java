package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Split;
import eifexplorer.dataset.SubjectBox;
import eifexplorer.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvManifestTest {
  @TempDir Path root;
  private TestFolder folder;

  @BeforeEach
  void open() {
    folder = new TestFolder(root);
  }

  private DatasetListing read(String... lines) {
    return new CsvManifest().read(folder.text("birds.csv", lines).root());
  }

  private String refusal(String... lines) {
    return folder.text("birds.csv", lines).refusal(new CsvManifest());
  }

  @Test
  void numbersSortByValue() {
    assertEquals(
        List.of("2", "10", "a2", "a10"),
        read("path,label", "1.jpg,10", "2.jpg,a10", "3.jpg,2", "4.jpg,a2").classNames());
  }

  @Test
  void imagesKeepTheFilesOrder() {
    assertEquals(
        List.of(
            new ListedImage("x/2.jpg", 1, Optional.empty()),
            new ListedImage("x/1.jpg", 0, Optional.empty())),
        read("path,label", "x/2.jpg,b", "x/1.jpg,a").images());
  }

  @Test
  void boxesSayWhereTheSubjectsAre() {
    String header = "path,label,box_left,box_top,box_width,box_height";

    assertEquals(
        List.of(Optional.of(new SubjectBox(1.5, 2, 30, 40)), Optional.empty()),
        read(header, "1.jpg,a,1.5,2,30,40", "2.jpg,a,,,,").images().stream()
            .map(ListedImage::box)
            .toList());
    assertEquals(
        "The bounding box is \"1 2  4\" @ birds.csv, line 2", refusal(header, "1.jpg,a,1,2,,4"));
    assertEquals(Optional.empty(), read("path,label,box_left", "1.jpg,a,7").images().get(0).box());
  }

  @Test
  void quotesHoldCommasAndQuotes() {
    DatasetListing listing = read("path,label", "\"a, b.jpg\",\"the \"\"red\"\" one\"");
    assertEquals(
        List.of("a, b.jpg", "the \"red\" one"),
        List.of(listing.images().get(0).path(), listing.classNames().get(0)));
  }

  @Test
  void columnsComeInAnyOrderAndCaseAmongOthers() {
    assertEquals(
        List.of(new ListedImage("1.jpg", 0, Optional.of(Split.QUERY))),
        read("Split,note,LABEL,Path", "query,nice,a,1.jpg").images());
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsAreTolerated() {
    byte[] bytes = "\uFEFFpath,label\r\n1.jpg , a\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    folder.bytes("birds.csv", bytes);
    assertEquals(
        List.of(new ListedImage("1.jpg", 0, Optional.empty())),
        new CsvManifest().read(root).images());
  }

  @ParameterizedTest
  @CsvSource({
    "is_train, 1 0 true False, TRAIN TEST TRAIN TEST",
    "Is_Test, no yes 0.0 1.0, TRAIN TEST TRAIN TEST",
    "is_valid, False True f t, TRAIN TEST TRAIN TEST",
    "is_train, 1  1 nan, TRAIN TEST TRAIN TEST",
    "isTrain, 1 0 true False, TRAIN TEST TRAIN TEST",
    "test, 0 1 0 1, TRAIN TEST TRAIN TEST",
    "Usage, Training PublicTest Training PrivateTest, TRAIN TEST TRAIN TEST",
    "subset, train dev train dev, TRAIN TEST TRAIN TEST"
  })
  void aColumnSaysTheSplitInWordsOrByYesAndNo(String column, String marks, String splits) {
    String[] mark = marks.split(" ", -1);
    String[] lines = new String[mark.length + 1];
    lines[0] = "path,label," + column;
    for (int i = 0; i < mark.length; i++) {
      lines[i + 1] = i + ".jpg,a," + mark[i];
    }
    assertEquals(
        splits,
        read(lines).images().stream()
            .map(image -> image.split().orElseThrow().name())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void whatAYesSaysCountsMoreThanWhatANoLeavesOpen() {
    assertEquals(
        List.of(Optional.of(Split.TRAIN), Optional.empty(), Optional.of(Split.TEST)),
        read("path,label,train,val,test", "1.jpg,a,1,0,0", "2.jpg,a,0,1,0", "3.jpg,a,0,0,1")
            .images()
            .stream()
            .map(ListedImage::split)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"note,train,later", "test,a,b", "label2,train,train", "true_label,train,test"})
  void otherColumnsSayNothingOfTheSplit(String column) {
    String[] parts = column.split(",", -1);
    assertEquals(
        List.of(Optional.empty(), Optional.empty()),
        read("path,label," + parts[0], "1.jpg,a," + parts[1], "2.jpg,b," + parts[2])
            .images()
            .stream()
            .map(ListedImage::split)
            .toList());
  }

  @Test
  void whatIsNoListOfImagesIsSaidInWords() {
    assertEquals(
        "The column Label is named twice @ birds.csv, line 1",
        refusal("path,label,Label", "1.jpg,a,b"));
    assertEquals(
        "The image path \"https://x.org/1.jpg\" is an address on the web @ birds.csv, line 2",
        refusal("path,label", "https://x.org/1.jpg,a"));
    assertEquals(
        "The CSV file names columns but no images @ birds.csv", refusal("path,label", " , "));
  }

  @Test
  void queriesAndGalleryDivideWhatIsTested() {
    assertEquals(
        List.of(Split.TRAIN, Split.QUERY, Split.GALLERY, Split.GALLERY),
        read(
                "path,label,split,is_query,is_gallery",
                "1.jpg,a,train,,",
                "2.jpg,a,validation,True,False",
                "3.jpg,a,validation,False,True",
                "4.jpg,a,validation,True,True")
            .images()
            .stream()
            .map(image -> image.split().orElseThrow())
            .toList());
  }

  @Test
  void whatIsNeitherAQueryNorInTheGalleryIsTrainedOn() {
    assertEquals(
        List.of(Split.TRAIN, Split.QUERY, Split.GALLERY),
        read("path,label,is_query,is_gallery", "1.jpg,a,0,0", "2.jpg,b,1,0", "3.jpg,b,0,1")
            .images()
            .stream()
            .map(image -> image.split().orElseThrow())
            .toList());
  }

  @Test
  void whatIsNeitherYesNorNoIsRefused() {
    assertEquals(
        "The column is_train holds \"perhaps\" @ birds.csv, line 2",
        refusal("path,label,is_train", "1.jpg,a,perhaps"));
  }

  @Test
  void aListOfAnotherMachineFindsItsImagesInTheFolderNamed() {
    folder.text("pictures/c0/1.jpg", "").text("pictures/c0/2.jpg", "").text("pictures/3.jpg", "");
    folder.text(
        "birds.csv",
        "path,label",
        "/home/ann/data/pictures/c0/1.jpg,a",
        "C:\\data\\c0\\2.jpg,a",
        "file:///mnt/x/3.jpg,a");
    assertEquals(
        List.of("c0/1.jpg", "c0/2.jpg", "3.jpg"),
        new CsvManifest()
            .read(root.resolve("birds.csv"), root.resolve("pictures")).images().stream()
                .map(ListedImage::path)
                .toList());
  }

  @Test
  void whatIsNotInTheFolderNamedIsRefused() {
    folder.text("secret.jpg", "").text("pictures/1.jpg", "");
    folder.text("birds.csv", "path,label", "/home/ann/../secret.jpg,a");
    assertThrows(
        ProblemException.class,
        () -> new CsvManifest().read(root.resolve("birds.csv"), root.resolve("pictures")));
  }

  @Test
  void theLineThatNamesTheSeparatorIsPassedOver() {
    assertEquals(List.of("a,b"), read("sep=;", "path;label", "1.jpg;a,b").classNames());
    assertEquals(
        "The label is empty @ birds.csv, line 3", refusal("sep=;", "path;label", "1.jpg; "));
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, ''", "UTF-16BE, ''", "UTF-32LE, \uFEFF", "UTF-32BE, \uFEFF"})
  void wideTextIsRead(String encoding, String mark) {
    String text = mark + "path,label\n1.jpg,M\u00f6we";
    folder.bytes("birds.csv", text.getBytes(Charset.forName(encoding)));
    assertEquals(
        List.of("M\u00f6we"), new CsvManifest().read(root.resolve("birds.csv")).classNames());
  }

  @ParameterizedTest
  @CsvSource({
    "'', The CSV file is empty",
    "<!DOCTYPE html>, This is a web page",
    "version https://git-lfs.github.com/spec/v1, 'This is a Git LFS pointer, not the file it stands"
        + " for'"
  })
  void whatIsNoTableIsNamed(String text, String what) {
    folder.bytes("birds.csv", text.getBytes(StandardCharsets.UTF_8));
    Path file = root.resolve("birds.csv");
    assertEquals(
        what, assertThrows(ProblemException.class, () -> new CsvManifest().read(file)).what());
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void otherSeparatorsAreSeen(String separator) {
    folder.text("birds.csv", "path" + separator + "label", "1.jpg" + separator + "a,b");
    assertTrue(new CsvManifest().recognises(root));
    assertEquals(List.of("a,b"), new CsvManifest().read(root).classNames());
  }

  @Test
  void utf16IsRead() {
    folder.bytes("birds.csv", "path,label\n1.jpg,Möwe".getBytes(StandardCharsets.UTF_16));
    assertEquals(List.of("Möwe"), new CsvManifest().read(root.resolve("birds.csv")).classNames());
  }

  @Test
  void latin1IsRead() {
    folder.bytes("birds.csv", "path,label\n1.jpg,Möwe\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(List.of("Möwe"), new CsvManifest().read(root).classNames());
  }

  @Test
  void utf8IsRead() {
    assertEquals(List.of("Möwe"), read("path,label", "1.jpg,Möwe").classNames());
  }

  @Test
  void splitColumnIsTheUsualSplit() {
    assertEquals(ClassSelection.official(), read("path,label,split", "1.jpg,a,train").usual());
  }

  @Test
  void withoutSplitColumnHalvesAreUsual() {
    assertEquals(
        ClassSelection.byClass(Set.of(0), Set.of(1)),
        read("path,label", "1.jpg,a", "2.jpg,b").usual());
  }

  @Test
  void valIsTestedWhereNothingElseIs() {
    assertEquals(
        List.of(Optional.of(Split.TRAIN), Optional.of(Split.TEST)),
        splits("1.jpg,a,train", "2.jpg,b,VAL"));
  }

  @Test
  void valIsLeftOutBesideTest() {
    assertEquals(
        List.of(Optional.of(Split.TEST), Optional.empty()), splits("1.jpg,a,test", "2.jpg,b,val"));
  }

  @Test
  void gallerySplitIsKept() {
    assertEquals(List.of(Optional.of(Split.GALLERY)), splits("1.jpg,a,gallery"));
  }

  private List<Optional<Split>> splits(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = "path,label,split";
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return read(lines).images().stream().map(ListedImage::split).toList();
  }

  @Test
  void trueLabelBecomesTheTrueClass() {
    assertEquals(
        List.of(OptionalInt.of(1), OptionalInt.empty()),
        read("path,label,true_label", "1.jpg,a,b", "2.jpg,b,").images().stream()
            .map(ListedImage::trueClassIndex)
            .toList());
  }

  @Test
  void theFileItselfMayBeTheRoot() {
    folder.text("birds.csv", "path,label", "1.jpg,a");
    assertEquals(root, new CsvManifest().read(root.resolve("birds.csv")).root());
  }

  @Test
  void aCsvWithOtherColumnsIsNotRecognised() {
    folder.text("birds.csv", "x,y", "1,2");
    assertFalse(new CsvManifest().recognises(root));
  }

  @Test
  void aFolderWithAManifestIsRecognised() {
    folder.bytes("birds.csv", "\uFEFF\"path\",\"label\"\n".getBytes(StandardCharsets.UTF_8));
    assertTrue(new CsvManifest().recognises(root));
  }

  @Test
  void twoManifestsAreRefused() {
    folder.text("other.csv", "path,label");
    assertEquals(
        "More than one CSV file in this folder describes a data set @ " + root,
        refusal("path,label", "1.jpg,a"));
  }

  @Test
  void missingColumnIsRefused() {
    folder.text("birds.csv", "path,class", "1.jpg,a");
    assertEquals(
        "The columns are path, class @ " + root.resolve("birds.csv") + ", line 1",
        new TestFolder(root.resolve("birds.csv")).refusal(new CsvManifest()));
  }

  @Test
  void folderWithoutManifestIsRefused() {
    assertEquals(
        "The data set's files are not in this folder @ " + root, refusal("path,class", "1.jpg,a"));
  }

  @Test
  void emptyLabelIsRefused() {
    assertEquals(
        "The label is empty @ birds.csv, line 3", refusal("path,label", "1.jpg,a", "2.jpg, "));
  }

  @Test
  void missingLabelIsRefused() {
    assertEquals("The label is empty @ birds.csv, line 2", refusal("path,label", "1.jpg"));
  }

  @Test
  void emptySplitIsRefused() {
    assertEquals("The split is empty @ birds.csv, line 2", refusal("path,label,split", "1.jpg,a,"));
  }

  @Test
  void unknownSplitIsRefused() {
    assertEquals(
        "The split is \"fold1\" @ birds.csv, line 2", refusal("path,label,split", "1.jpg,a,fold1"));
  }

  @Test
  void imageTwiceIsRefused() {
    assertEquals(
        "The image x/1.jpg is listed twice, first in line 2 @ birds.csv, line 4",
        refusal("path,label", "x/1.jpg,a", "", "x\\1.jpg,b"));
  }

  @Test
  void pathLeavingTheFolderIsRefused() {
    assertEquals(
        "The image path \"x/../../1.jpg\" leads out of the data set's folder @ birds.csv, line 2",
        refusal("path,label", "x/../../1.jpg,a"));
  }

  @Test
  void absolutePathIsRefused() {
    assertEquals(
        "The image path \"C:\\1.jpg\" is absolute @ birds.csv, line 2",
        refusal("path,label", "C:\\1.jpg,a"));
  }

  @Test
  void imagesMayLieElsewhereOrBeNamedInFull() {
    Path images = root.resolve("my img");
    String address = images.resolve("5.jpg").toUri().toString();
    folder.text(
        "lists/birds.csv",
        "path,label",
        "1.jpg,a",
        "../my img/2.jpg,a",
        images.resolve("x/../3.jpg") + ",b",
        "file://" + images.resolve("4.jpg") + ",b",
        address + ",b");

    DatasetListing listing = new CsvManifest().read(root.resolve("lists/birds.csv"), images);

    assertEquals(images, listing.root());
    assertEquals(List.of("1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg"), TestFolder.paths(listing));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/1.jpg", "../1.jpg", "file:///etc/1.jpg", "file:1.jpg", "file://host/1.jpg"})
  void whatLiesElsewhereIsRefused(String path) {
    folder.text("lists/birds.csv", "path,label", path + ",a");

    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> new CsvManifest().read(root.resolve("lists/birds.csv")));

    assertEquals(root.resolve("lists/birds.csv") + ", line 2", refused.where());
    assertTrue(refused.remedy().contains("--images"), refused.remedy());
  }

  @Test
  void openQuoteIsRefused() {
    assertEquals("The CSV file can't be read @ birds.csv", refusal("path,label", "\"1.jpg,a"));
  }
}
