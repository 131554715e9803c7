package eifexplorer.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.workspace.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the guide that is made of the program itself. It is committed, so that it can be read where nothing is built, and
 * a test fails when the program would say something else now. With {@code -Dguide.write} it is written anew instead.
 */
public final class KeptPage {
  /** True if what the program makes of the guide is to be written instead of compared. */
  public static final boolean WRITE = System.getProperty("guide.write") != null;

  private static final Path PAGES = Path.of("src", "site", "markdown");

  private KeptPage() {}

  /** Fails if the page of this name does not have this text. */
  public static void assertKept(String name, String text) throws IOException {
    Path page = PAGES.resolve(name + ".md");
    if (WRITE) {
      AtomicFiles.writeText(page, text);
    }
    assertEquals(
        text,
        Files.readString(page),
        page + " is out of date: mvn test -Dtest=CommandReferenceTest,KeysPageTest -Dguide.write");
  }
}
