package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStateFileTest {
  @TempDir Path folder;

  @Test
  void whatIsSavedIsFoundAgain() {
    WindowState state =
        WindowState.INITIAL
            .withPlace(new WindowState.Place(10, 20, 1200, 800, true, 1))
            .withPage("WORKSPACE")
            .withWorkspace("/ws")
            .withView("/ws", Map.of("order", "CLASS"));

    new WindowStateFile(folder).save(state);

    assertEquals(state, new WindowStateFile(folder).load());
  }

  @Test
  void aBrokenFileIsReadAsNew() throws IOException {
    Files.writeString(folder.resolve("window.json"), "{\"place\": 7");

    assertEquals(WindowState.INITIAL, new WindowStateFile(folder).load());
  }

  @Test
  void aFolderThatCanBeNoneOnThisSystemGivesWayToTheDemo() throws IOException {
    Files.writeString(
        folder.resolve("window.json"),
        "{\"page\": \"map\", \"workspace\": \"/ws\\u0000\", \"views\": {\"/ws\\u0000\": {}}}");

    assertEquals(
        WindowState.INITIAL.withPage("map").withView("/ws\0", Map.of()),
        new WindowStateFile(folder).load());
  }

  @Test
  void theWorkspacesLeftLongestAgoAreForgotten() {
    WindowState state = WindowState.INITIAL;
    for (int i = 0; i < 51; i++) {
      state = state.withView("/ws" + i, Map.of());
    }
    state = state.withView("/ws1", Map.of("order", "CLASS"));

    assertEquals(50, state.views().size());
    assertEquals(Optional.empty(), state.view("/ws0"));
    assertEquals(Optional.of(Map.of("order", "CLASS")), state.view("/ws1"));
  }
}
