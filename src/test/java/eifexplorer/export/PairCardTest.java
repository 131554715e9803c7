package eifexplorer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.export.PairCard.Again;
import eifexplorer.export.PairCard.Photo;
import eifexplorer.export.PairCard.Strip;
import eifexplorer.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairCardTest {
  @TempDir Path folder;

  private static byte[] red() {
    BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(
        0,
        0,
        4,
        2,
        new int[] {0xff0000, 0xff0000, 0xff0000, 0xff0000, 0xff0000, 0xff0000, 0xff0000, 0xff0000},
        0,
        4);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static PairCard card(String name, int harmful) {
    Photo photo = new Photo(Optional.of(red()), name, "a/b.jpg", 3, -0.012345);
    return new PairCard(
        List.of(photo, new Photo(Optional.empty(), "Crow", "c.jpg", 7, 0)),
        0.25,
        "",
        new Strip(Collections.nCopies(harmful, photo), 1234),
        new Strip(List.of(), 0),
        List.of("A sentence & more"),
        "TRAK · lambda 10",
        "Not measured",
        new ScoreOrigin("trak:lambda=10", Optional.empty()),
        "look <again>",
        Map.of("data set", "birds"),
        Optional.of(new Again("eif-explorer open WS", "eif-explorer:open?workspace=/ws&pair=3,7")));
  }

  private String page(List<PairCard> cards) throws IOException {
    Path file = folder.resolve("Karte ä.html");
    PairCard.write(file, cards, "Many <pairs>", PageLanguage.ENGLISH);
    return Files.readString(file);
  }

  @Test
  void aPageSaysWhatTheCardHoldsAndRunsNothingOutOfNames() throws IOException {
    String page = page(List.of(card("<script>x</script>", 1)));

    assertTrue(page.contains("<h1>&lt;script&gt;x&lt;/script&gt; taken for Crow</h1>"), page);
    assertTrue(page.contains("<p class=\"facts\">test 3 and 7 · distance 0.2500</p>"), page);
    assertTrue(page.contains("<p class=\"verdict\">A sentence &amp; more</p>"), page);
    assertTrue(page.contains("<p>Note: look &lt;again&gt;</p>"), page);
    assertTrue(page.contains("keep the pair close · 1,234 in all</span>"), page);
    assertTrue(page.contains("<b class=\"score\">−0.0123</b> &lt;script&gt;"), page);
    assertTrue(page.contains("<a href=\"eif-explorer:open?workspace=/ws&amp;pair=3,7\">"), page);
    assertFalse(page.contains("<script"), page);
  }

  @Test
  void allButNamesIsInThePagesLanguage() throws IOException {
    PageLanguage crossed = new PageLanguage("xx", text -> text.replaceAll("\\p{Ll}", "x"));
    Path file = folder.resolve("card.html");
    PairCard.write(file, List.of(card("Raven", 1)), "", crossed);

    String text = Files.readString(file).replaceAll("(?s)<style>.*</style>|<[^>]*>|&\\w+;", " ");
    assertEquals(
        Set.of("Raven", "Crow", "look", "again", "birds", "eif", "explorer", "open"),
        Pattern.compile("\\p{L}*[a-wyz]\\p{L}*")
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet()));
  }

  @Test
  void aPageOfSeveralHasOneTitle() throws IOException {
    String page = page(List.of(card("Raven", 1), card("Rook", 1)));

    assertEquals(
        List.of(
            "<h1>Many &lt;pairs&gt;</h1>",
            "<h2>Raven taken for Crow</h2>",
            "<h2>Rook taken for Crow</h2>"),
        page.lines().filter(line -> line.matches("<h[12]>.*")).toList());
  }

  @Test
  void aPictureGrowsByARowOfTheStripAndShowsThePhotographs() throws IOException {
    Figure figure = PairCardFigure.of(card("Raven", 8), PageLanguage.ENGLISH);
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(figure.png(1)));

    assertEquals(
        112 + 34,
        PairCardFigure.of(card("Raven", 9), PageLanguage.ENGLISH).height() - figure.height());
    assertEquals(List.of(1000, figure.height()), List.of(drawn.getWidth(), drawn.getHeight()));
    assertEquals(0xfe, drawn.getRGB(250, 200) >> 16 & 0xff);
  }

  @Test
  void aPictureOfSeveralIsRefused() {
    Path file = folder.resolve("card.png");

    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                PairCard.write(
                    file, List.of(card("a", 1), card("b", 1)), "", PageLanguage.ENGLISH));

    assertEquals("A picture shows one pair, not 2", refused.what());
    assertFalse(Files.exists(file));
  }
}
