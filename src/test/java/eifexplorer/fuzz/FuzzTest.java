package eifexplorer.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Whatever is done to a file that comes from elsewhere: it is read, or refused in a sentence.
 *
 * <p>{@code -Dfuzz=100000} reads so many damaged files, {@code -Dfuzz.only=npz/48} the one a failure names.
 */
class FuzzTest {
  private static final int INPUTS = Integer.getInteger("fuzz", 4000);
  private static final String ONLY = System.getProperty("fuzz.only", "");

  @TempDir static Path folder;

  private static List<Format> all = List.of();
  private static Fuzzer fuzzer;
  private static Level level;

  /** What is left out is told in the log: here that would be thousands of lines. */
  private static Logger log() {
    return (Logger) LoggerFactory.getLogger("eifexplorer");
  }

  @BeforeAll
  static void begin() throws IOException {
    level = log().getLevel();
    log().setLevel(Level.OFF);
    all = Formats.all(Files.createDirectories(folder.resolve("seeds")));
    fuzzer = new Fuzzer(Files.createDirectories(folder.resolve("inputs")));
  }

  @AfterAll
  static void end() {
    fuzzer.close();
    log().setLevel(level);
  }

  static List<Format> formats() {
    return all.stream()
        .filter(format -> ONLY.isEmpty() || ONLY.startsWith(format.name() + "/"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aDamagedFileIsReadOrRefusedInASentence(Format format) throws IOException {
    int from = ONLY.isEmpty() ? 0 : Integer.parseInt(ONLY.substring(ONLY.lastIndexOf('/') + 1));
    int inputs = ONLY.isEmpty() ? format.share(INPUTS, all) : 1;

    Fuzzer.Report report = fuzzer.run(format, from, inputs);

    assertTrue(report.faults().isEmpty(), report::said);
  }
}
