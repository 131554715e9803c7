package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.dataset.SplitChoice;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that lead out of a data set's folder, in every form a data set has. */
class LinkBoundsTest {
  private static final String REASON =
      "it is a link that leads out of the data set's folder; such links are read with"
          + " --follow-links";

  @TempDir Path place;
  private Path root;

  /** Four classes, of which one image and one folder are links that lead out, and one image is a link that does not. */
  @BeforeEach
  void make() throws IOException {
    root = place.resolve("set");
    new TestFolder(place)
        .files("elsewhere/1.png", "elsewhere/2.png", "set.png", "set-too/1.png")
        .files("set/images/001.A/1.png", "set/images/001.A/2.png", "set/images/003.C/1.png");
    link("images/001.A/3.png", Path.of("../../../set.png"));
    link("images/001.A/4.png", Path.of("2.png"));
    link("images/002.B", place.resolve("elsewhere"));
    link("images/004.D", root.resolve("../set-too"));
    link("images/loop", root.resolve("images"));
    link("images/notes.txt", place.resolve("elsewhere"));
  }

  private void link(String name, Path to) throws IOException {
    Folders.link(root.resolve(name), to);
  }

  private void list(String form) {
    TestFolder set = new TestFolder(root);
    String[] paths = {
      "001.A/1.png",
      "001.A/2.png",
      "001.A/3.png",
      "001.A/4.png",
      "002.B/1.png",
      "002.B/2.png",
      "003.C/1.png",
      "004.D/1.png"
    };
    if (form.equals("csv")) {
      set.text(
          "list.csv",
          Stream.concat(
                  Stream.of("path,label"),
                  Stream.of(paths).map(path -> "images/" + path + "," + path.substring(4, 5)))
              .toArray(String[]::new));
    } else if (form.equals("annotated cub")) {
      String[] lines = new String[paths.length];
      String[] labels = new String[paths.length];
      for (int i = 0; i < paths.length; i++) {
        lines[i] = (i + 1) + " " + paths[i];
        labels[i] = (i + 1) + " " + paths[i].charAt(2);
      }
      set.text("images.txt", lines)
          .text("image_class_labels.txt", labels)
          .text("classes.txt", "1 001.A", "2 002.B", "3 003.C", "4 004.D");
    }
  }

  private ImageDataset open(String form, boolean follow) {
    list(form);
    String format = form.substring(form.indexOf(' ') + 1);
    return new DatasetOpener(DatasetFormats.standard())
        .open(format, root, SplitChoice.byClass("1", ""), OpenOptions.standard().withLinks(follow));
  }

  private static List<String> paths(ImageDataset dataset) {
    return Stream.concat(dataset.train().stream(), dataset.test().stream())
        .map(Sample::path)
        .map(path -> path.replaceFirst("^images/", ""))
        .sorted()
        .toList();
  }

  private static Map<String, String> leftOut(ImageDataset dataset) {
    return dataset.skipped().stream()
        .filter(skipped -> skipped.images() > 0)
        .collect(
            Collectors.toMap(
                s -> s.path().replaceFirst("^images/", ""),
                SkippedSample::reason,
                (a, b) -> a,
                TreeMap::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "cub"})
  void foldersBehindLinksThatLeadOutAreNamedAndNotRead(String form) {
    ImageDataset dataset = open(form, false);

    assertEquals(
        List.of("001.A/1.png", "001.A/2.png", "001.A/4.png", "003.C/1.png"), paths(dataset));
    assertEquals(
        Map.of(
            "001.A/3.png", REASON,
            "002.B", REASON,
            "004.D", REASON,
            "notes.txt", REASON,
            "loop", "it links to a folder that is read already"),
        leftOut(dataset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "annotated cub"})
  void listedImagesBehindLinksThatLeadOutAreNamedAndNotUsed(String form) {
    ImageDataset dataset = open(form, false);

    assertEquals(
        List.of("001.A/1.png", "001.A/2.png", "001.A/4.png", "003.C/1.png"), paths(dataset));
    assertEquals(
        Map.of(
            "001.A/3.png", REASON,
            "002.B/1.png", "of its folder images/002.B: " + REASON,
            "002.B/2.png", "of its folder images/002.B: " + REASON,
            "004.D/1.png", "of its folder images/004.D: " + REASON),
        leftOut(dataset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "csv", "annotated cub"})
  void allLinksAreFollowedWhenAskedFor(String form) {
    assertTrue(
        paths(open(form, true))
            .containsAll(List.of("001.A/3.png", "002.B/1.png", "002.B/2.png", "004.D/1.png")));
  }

  @Test
  void aFolderOfNothingButSuchLinksSaysSo() throws IOException {
    Path empty = Files.createDirectory(place.resolve("empty"));
    Folders.link(empty.resolve("train"), root.resolve("images/001.A"));
    Folders.link(empty.resolve("test"), root.resolve("images"));

    ProblemException refused =
        assertThrows(ProblemException.class, () -> new ImageFolder().read(empty));

    assertEquals("Of what is left out the first is test: " + REASON + ".", refused.remedy());
  }
}
