package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemThemeTest {
  /** Last words of a command and its answer, such as {@code color-scheme='prefer-dark'}. */
  private static Optional<String> answer(List<String> command, String answers) {
    Map<String, String> known = new HashMap<>();
    for (String answer : answers.split(";", -1)) {
      String[] parts = answer.split("=", 2);
      known.put(parts[0].strip(), parts.length > 1 ? parts[1] : "");
    }
    return Optional.ofNullable(known.get(command.get(command.size() - 1)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Linux,,color-scheme='prefer-dark',dark",
        "Linux,,color-scheme='prefer-light',light",
        "Linux,,color-scheme='default';gtk-theme='Adwaita-dark',dark",
        "Linux,,color-scheme='default';gtk-theme='Adwaita',light",
        "Linux,Adwaita:dark,color-scheme='prefer-light',dark",
        "Linux,,nothing,",
        "Windows 11,,AppsUseLightTheme=    AppsUseLightTheme    REG_DWORD    0x0,dark",
        "Windows 11,,AppsUseLightTheme=    AppsUseLightTheme    REG_DWORD    0x1,light",
        "Windows 11,,nothing,",
        "Mac OS X,,AppleInterfaceStyle=Dark,dark",
        "Mac OS X,,AppleLocale=en_US,light",
        "Mac OS X,,nothing,",
      })
  void eachSystemSaysItInItsOwnWay(String os, String gtkTheme, String answers, String theme) {
    Map<String, String> environment = gtkTheme == null ? Map.of() : Map.of("GTK_THEME", gtkTheme);

    assertEquals(
        Optional.ofNullable(theme),
        new SystemTheme(os, environment, command -> answer(command, answers)).get());
  }
}
