package eifexplorer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the README and the guide say. */
final class GuideText {
  private static final Pattern COMMAND =
      Pattern.compile("^(?:eif-explorer|java -jar target/eif-explorer\\.jar) +(.*)$");

  private GuideText() {}

  /** All of it. */
  static String text() {
    try (Stream<Path> pages = Files.list(Path.of("src", "site", "markdown"))) {
      StringBuilder text = new StringBuilder();
      for (Path file :
          Stream.concat(
                  Stream.of(Path.of("README.md")), pages.filter(Files::isRegularFile).sorted())
              .toList()) {
        text.append(Files.readString(file)).append('\n');
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command lines in the text, without comments, in one piece each. */
  static List<String> commands() {
    List<String> commands = new ArrayList<>();
    for (String row : text().replaceAll("\\\\\\R\\s*", "").lines().toList()) {
      var command = COMMAND.matcher(row.replaceAll("\\s+#.*", ""));
      if (command.matches()) {
        commands.add(command.group(1));
      }
    }
    return commands;
  }
}
