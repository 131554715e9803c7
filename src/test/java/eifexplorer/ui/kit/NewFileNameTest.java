package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewFileNameTest {
  private static final List<List<String>> KINDS = List.of(List.of("*.html"), List.of("*.png"));

  private static String name(String answer, int chosen, String... there) {
    Set<String> files = Set.of(there);
    return NewFileName.of(
            Path.of("cards", answer),
            KINDS,
            chosen,
            file -> files.contains(file.getFileName().toString()))
        .toString()
        .replace('\\', '/');
  }

  @Test
  void aNameWithoutAnEndingGetsThatOfItsKind() {
    assertEquals("cards/pair.html", name("pair", 0));
    assertEquals("cards/pair.png", name("pair", 1));
  }

  @Test
  void theProposedEndingGivesWayToTheKindThatWasChosen() {
    assertEquals("cards/pair.png", name("pair.html", 1));
  }

  @Test
  void anEndingThatWasTypedStays() {
    assertEquals("cards/pair.PNG", name("pair.PNG", 0));
    assertEquals("cards/pair.html", name("pair.html", -1));
  }

  @Test
  void whatNobodyAgreedToReplaceIsNotNamed() {
    assertEquals("cards/pair (3).png", name("pair.html", 1, "pair.png", "pair (2).png"));
    assertEquals("cards/pair.png", name("pair.png", 1, "pair.png"));
  }
}
