package eifexplorer.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitChoiceTest {
  private static final DatasetListing LISTING =
      new DatasetListing(
          "folder",
          Path.of("birds"),
          List.of("a", "b", "c"),
          List.of(new ListedImage("a/1.jpg", 0, Optional.empty())),
          List.of(),
          ClassSelection.byClass(Set.of(0, 1), Set.of(2)));

  @Test
  void usualIsTheListings() {
    assertEquals(LISTING.usual(), SplitChoice.usual().select(LISTING));
  }

  @Test
  void blankTestClassesMeanAllOthers() {
    assertEquals(
        ClassSelection.byClass(Set.of(1), Set.of(0, 2)),
        SplitChoice.byClass("b", "").select(LISTING));
  }

  @Test
  void rangesSelectByClass() {
    assertEquals(
        ClassSelection.byClass(Set.of(0), Set.of(1, 2)),
        SplitChoice.byClass("1", "2-3").select(LISTING));
  }

  @Test
  void officialNeedsASplitInTheFiles() {
    SplitChoice choice = SplitChoice.official();
    assertThrows(ProblemException.class, () -> choice.select(LISTING));
  }
}
