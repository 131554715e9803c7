package eifexplorer.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whether the system's windows are {@code dark} or {@code light}; empty if it does not say. JavaFX 21 can't tell, so the
 * system's own programs are asked, which takes tens of milliseconds.
 *
 * @param osName such as {@code Linux}
 * @param environment environment variables
 * @param answers runs a program: what it prints, empty if it is not there, fails or takes longer than two seconds
 */
record SystemTheme(
    String osName,
    Map<String, String> environment,
    Function<List<String>, Optional<String>> answers)
    implements Supplier<Optional<String>> {
  private static final long PATIENCE_SECONDS = 2;
  private static final int LONGEST_ANSWER = 4096;
  private static final String WINDOWS_KEY =
      "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";

  /** That of the system the program runs on. */
  static SystemTheme here() {
    return new SystemTheme(System.getProperty("os.name"), System.getenv(), SystemTheme::run);
  }

  @Override
  public Optional<String> get() {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return answers
          .apply(List.of("reg", "query", WINDOWS_KEY, "/v", "AppsUseLightTheme"))
          .map(answer -> answer.strip().endsWith("0x0") ? "dark" : "light");
    }
    return os.contains("mac") ? mac() : gtk();
  }

  /** The value is there only while it is dark; whether the program answers at all is asked of one that always is. */
  private Optional<String> mac() {
    Optional<String> dark = answers.apply(List.of("defaults", "read", "-g", "AppleInterfaceStyle"));
    return dark.isPresent()
        ? dark.map(answer -> answer.contains("Dark") ? "dark" : "light")
        : answers.apply(List.of("defaults", "read", "-g", "AppleLocale")).map(answer -> "light");
  }

  private Optional<String> gtk() {
    String forced = environment.getOrDefault("GTK_THEME", "");
    if (!forced.isBlank()) {
      return Optional.of(ofName(forced));
    }
    Optional<String> scheme = setting("color-scheme").filter(answer -> !answer.equals("default"));
    return scheme.isPresent()
        ? scheme.map(answer -> answer.contains("dark") ? "dark" : "light")
        : setting("gtk-theme").map(SystemTheme::ofName);
  }

  private Optional<String> setting(String key) {
    return answers
        .apply(List.of("gsettings", "get", "org.gnome.desktop.interface", key))
        .map(answer -> answer.strip().replace("'", ""))
        .filter(answer -> !answer.isEmpty());
  }

  private static String ofName(String theme) {
    return theme.toLowerCase(Locale.ROOT).contains("dark") ? "dark" : "light";
  }

  private static Optional<String> run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      byte[] answer = process.getInputStream().readNBytes(LONGEST_ANSWER);
      return process.exitValue() == 0
          ? Optional.of(new String(answer, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
