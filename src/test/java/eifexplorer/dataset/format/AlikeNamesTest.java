package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlikeNamesTest {
  @TempDir Path root;

  @Test
  void classesThatDifferInCapitalsOrSignsAreNamed() {
    assertEquals(
        List.of(
            "The classes Robin and robin differ in capitals or signs alone; they are read as 3"
                + " classes. If they are one, give both one name.",
            "The classes blue tit and blue_tit differ in capitals or signs alone; they are read as"
                + " 2 classes. If they are one, give both one name."),
        AlikeNames.remarks(List.of("Robin", "blue tit", "blue_tit", "robin", "ROBIN", "wren")));
  }

  @Test
  void classesWrittenInOtherCharactersAreNamedWithThem() {
    assertEquals(
        List.of(
            "The classes caf\u00e9 and cafe\u0301 look the same but are written in different"
                + " characters (U+00E9 and U+0065); they are read as 2 classes. If they are one,"
                + " give both one name."),
        AlikeNames.remarks(List.of("caf\u00e9", "cafe\u0301")));
  }

  @Test
  void ofManyTheFirstAreNamedAndAllCounted() {
    List<String> remarks =
        AlikeNames.remarks(List.of("a", "A", "b", "B", "c", "C", "d", "D", "e1", "e2"));

    assertEquals(4, remarks.size());
    assertEquals(
        "The classes a and A differ in capitals or signs alone; they are read as 2 classes. If they"
            + " are one, give both one name.",
        remarks.get(0));
    assertEquals("So alike are the names of classes in 4 cases.", remarks.get(3));
  }

  @Test
  void whoeverOpensADataSetIsTold() {
    new TestFolder(root).files("a/1.png", "A/1.png", "b/1.png");

    assertEquals(
        AlikeNames.remarks(List.of("A", "a")),
        new DatasetOpener(DatasetFormats.standard())
            .read("folder", root, Optional.empty(), false)
            .otherReadings());
  }
}
