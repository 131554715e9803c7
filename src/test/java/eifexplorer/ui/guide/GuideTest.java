package eifexplorer.ui.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {
  private static final Path PAGES = Path.of("src", "site", "markdown");
  private static final Path README = Path.of("README.md");

  @TempDir Path folder;

  private static GuidePage page(Path file) {
    try {
      return GuidePage.of(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(file + " can't be read", e);
    }
  }

  private static List<Path> files() {
    return Stream.concat(
            Stream.of(README), Guide.PAGES.stream().map(name -> PAGES.resolve(name + ".md")))
        .toList();
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** Where a page's links lead to nothing. */
  private static List<String> broken(Path file) {
    List<String> broken = new ArrayList<>();
    for (String link : page(file).links()) {
      String[] parts = link.split("#", 2);
      Path to = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
      boolean there =
          link.startsWith("https://")
              || (Files.exists(to)
                  && (parts.length == 1 || page(to).anchors().containsValue(parts[1])));
      if (!there) {
        broken.add(file + ": " + link);
      }
    }
    return broken;
  }

  @Test
  void everyLinkOfTheReadmeAndTheGuideLeadsSomewhere() {
    assertEquals(List.of(), files().stream().flatMap(file -> broken(file).stream()).toList());
  }

  @Test
  void aLinkThatLeadsNowhereIsFound() throws IOException {
    Path file = folder.resolve("a.md");
    Files.writeString(file, "# One\n[a](#one) [b](#two) [c](b.md) ![d](d.png) [e](a.md#one)\n");

    assertEquals(List.of(file + ": #two", file + ": b.md", file + ": d.png"), broken(file));
  }

  @Test
  void theReadmeLinksEveryPageAndThereIsNoOther() throws IOException {
    try (Stream<Path> there = Files.list(PAGES)) {
      assertEquals(
          new TreeSet<>(files().stream().skip(1).toList()),
          there.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new)));
    }
    assertTrue(
        page(README)
            .links()
            .containsAll(
                Guide.PAGES.stream()
                    .map(PAGES::resolve)
                    .map(path -> path.toString().replace('\\', '/') + ".md")
                    .toList()));
  }

  @Test
  void theSitesMenuLeadsToTheReadmeAndEveryPage() throws IOException {
    String site = Files.readString(Path.of("src", "site", "site.xml"));
    assertEquals(
        Stream.concat(Stream.of("index"), Guide.PAGES.stream())
            .map(page -> page + ".html")
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(found("href=\"([^\"]*)\"", site)));
  }

  @Test
  void thePageForTheBrowserHoldsAllPagesAndItsLinksLeadToPlacesInIt() {
    String html = Guide.html("");
    List<String> ids = found(" id=\"([^\"]*)\"", html);
    Set<String> places = new HashSet<>(ids);

    assertEquals(ids.size(), places.size(), "An id is there twice");
    assertTrue(places.containsAll(Guide.PAGES));
    assertEquals(
        List.of(),
        found("href=\"([^\"]*)\"", html).stream()
            .filter(to -> !to.startsWith("https://") && !places.contains(to.substring(1)))
            .toList());
    assertTrue(html.contains("<table>") && html.contains("prefers-color-scheme"));
  }

  @Test
  void everyPictureOfThePagesIsInTheFile() throws IOException {
    String pages = "";
    for (Path file : files().subList(1, files().size())) {
      pages += Files.readString(file);
    }
    List<String> pictures = found("!\\[[^\\]]*\\]\\(([^)]*)\\)", pages);

    List<String> shown = found("<img src=\"data:image/jpeg;base64,([^\"]*)\"", Guide.html(""));

    List<String> expected = new ArrayList<>();
    for (String picture : pictures) {
      expected.add(Base64.getEncoder().encodeToString(Files.readAllBytes(PAGES.resolve(picture))));
    }
    assertEquals(expected, shown);
    assertTrue(pictures.size() >= 5, pictures::toString);
  }

  @Test
  void everyClassThatReadingTheCodeNamesExists() throws IOException {
    Set<String> classes;
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      classes =
          sources
              .map(file -> file.toFile().getName())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }
    List<String> named =
        found(
            "`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)[.`]",
            Files.readString(PAGES.resolve("code.md")));

    assertTrue(named.size() > 40, "Only " + named.size() + " classes are named");
    assertEquals(List.of(), named.stream().filter(name -> !classes.contains(name)).toList());
  }
}
