package eifexplorer.ui.shell;

import eifexplorer.testing.KeptPage;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.kit.KeyCaps;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenKeys;
import eifexplorer.ui.testing.FakeOpener;
import eifexplorer.ui.testing.SeededServices;
import eifexplorer.ui.testing.WindowScreens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's table of keys is what the key map has. */
class KeysPageTest {
  private static final String HEAD =
      """
      # Every key

      The keys as they are before anybody changes one; `?` in the window shows those in force, and pressing one there changes it. On a Mac
      ⌘ takes the place of Ctrl. This page is made of the program's own key map.
      """;

  @TempDir Path folder;
  private final StringBuilder page = new StringBuilder(HEAD);

  @Test
  void thePageShowsTheKeyMap() throws IOException {
    List<Screen> screens = screens();
    screens.forEach(this::add);
    begin("Everywhere");
    WindowCommands.everywhere(screens).forEach(this::row);
    WindowCommands.ALWAYS.forEach(this::row);

    KeptPage.assertKept("keys", page.toString());
  }

  private List<Screen> screens() {
    FakeOpener opener = new FakeOpener();
    return UnshownWindow.with(
            WindowScreens.all(
                opener, List.of(), SeededServices.standard(), SmallWorkspace.explorer(folder)),
            opener,
            folder)
        .screens();
  }

  private void add(Screen screen) {
    ScreenKeys keys = screen.keys();
    for (ScreenKeys.Group group : keys.groups()) {
      boolean same = group.title().equals(screen.title());
      begin(same ? screen.title() : screen.title() + ": " + group.title().toLowerCase(Locale.ROOT));
      group.commands().forEach(this::row);
      if (group == keys.groups().get(keys.groups().size() - 1)) {
        keys.fixed().forEach(this::row);
      }
    }
  }

  private void begin(String title) {
    page.append("\n## ").append(title).append("\n\n| key | what it does |\n|---|---|\n");
  }

  private void row(KeyCommand command) {
    row(KeyCaps.of(command.usualKey()), command.does());
  }

  private void row(ScreenKeys.Fixed fixed) {
    row(fixed.caps(), fixed.does());
  }

  private void row(List<String> caps, String does) {
    String key =
        caps.stream()
            .map(cap -> "`" + cap.replace("⌘", "Ctrl").replace("|", "\\|") + "`")
            .collect(Collectors.joining(" "));
    page.append("| ").append(key).append(" | ").append(does).append(" |\n");
  }
}
