import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies the guide for the site, with a place to link to before each heading, named as GitHub and the program's own help name
 * it: Doxia names headings otherwise. The site's first page is the project's README. Run by {@code mvn site} as it is, without
 * being compiled first.
 */
public final class SiteSource {
  private SiteSource() {}

  private static final String GUIDE = "src/site/markdown/";

  /** From the first folder, and of the project's README, into the second. */
  public static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments[0]);
    Path to = Path.of(arguments[1]);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(file).toString().replace('\\', '/');
        Path copy = to.resolve(name.replaceFirst("^markdown/images/", "resources/images/"));
        Files.createDirectories(copy.getParent());
        if (file.toString().endsWith(".md")) {
          Files.write(copy, withPlaces(Files.readAllLines(file)));
        } else {
          Files.write(copy, Files.readAllBytes(file));
        }
      }
    }
    Files.write(to.resolve("markdown/index.md"), withPlaces(firstPage(Path.of("README.md"))));
  }

  /** Its links into the guide stay; of others, which the site does not have, the words do. */
  private static List<String> firstPage(Path readme) throws IOException {
    return Files.readAllLines(readme).stream()
        .map(line -> line.replace("](" + GUIDE, "]("))
        .map(line -> line.replaceAll("\\[([^]]*)]\\((?!https:|#|images/|[^/)]*\\.md)[^)]*\\)", "$1"))
        .toList();
  }

  private static List<String> withPlaces(List<String> lines) {
    List<String> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean code = false;
    for (String line : lines) {
      code ^= line.startsWith("```");
      if (!code && line.matches("#{2,} .*") && !line.endsWith(" " + name(line))) {
        all.add("<a id=\"" + unused(name(line), names) + "\"></a>");
        all.add("");
      }
      all.add(line);
    }
    return all;
  }

  private static String name(String heading) {
    return heading
        .replaceFirst("#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .replace(' ', '-');
  }

  private static String unused(String name, Set<String> names) {
    String one = name;
    for (int i = 1; !names.add(one); i++) {
      one = name + "-" + i;
    }
    return one;
  }
}
