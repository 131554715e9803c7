package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void savedSettingsComeBack() {
    Settings settings =
        Settings.INITIAL
            .withTheme("light")
            .withEngine("cpu", 3)
            .withKernels("torch")
            .withVerdicts("asked")
            .withRecent("/a")
            .withRecent("/b")
            .withRecent("/a")
            .withKeys(Map.of("FLAG", "B"))
            .withRunColumns(List.of("SEED"))
            .withFolder("EXPORT", "/b")
            .withFolder("EXPORT", "/c")
            .withRecentPath("WEIGHTS", "/a.pth")
            .withRecentPath("WEIGHTS", "/b.pth")
            .withRecentPath("WEIGHTS", "/a.pth")
            .withPersonal(new PersonalSettings(150, "de", "Ada", 40, 500, "/w"));

    new SettingsFile(folder).save(settings);

    assertEquals(
        new Settings(
            "light",
            "cpu",
            "torch",
            3,
            List.of("/a", "/b"),
            "asked",
            "",
            Map.of("FLAG", "B"),
            List.of("SEED"),
            Map.of("EXPORT", "/c"),
            Map.of("WEIGHTS", List.of("/a.pth", "/b.pth")),
            new PersonalSettings(150, "de", "Ada", 40, 500, "/w")),
        new SettingsFile(folder).load());
  }

  @Test
  void brokenSettingsAreReplacedByTheInitialOnes() throws Exception {
    Files.writeString(folder.resolve("settings.json"), "not json");
    SettingsFile file = new SettingsFile(folder);

    assertEquals(Settings.INITIAL, file.load());
    assertEquals(
        folder.resolve("settings.json") + ", line 1", file.trouble().orElseThrow().where());
  }

  @Test
  void aDamagedFileStaysBesideTheOneWrittenNext() throws Exception {
    Files.writeString(folder.resolve("settings.json"), "{\"theme\": ");
    SettingsFile file = new SettingsFile(folder);
    file.load();

    file.save(Settings.INITIAL.withTheme("light"));
    file.save(Settings.INITIAL.withTheme("dark"));

    assertEquals("{\"theme\": ", Files.readString(folder.resolve("settings.json.damaged")));
    assertEquals(Settings.INITIAL, file.load());
  }

  @Test
  void aSecondDamagedFileDoesNotReplaceTheFirst() throws Exception {
    for (String damaged : List.of("{\"theme\": ", "{\"device\": ", "[")) {
      Files.writeString(folder.resolve("settings.json"), damaged);
      SettingsFile file = new SettingsFile(folder);
      file.load();
      file.save(Settings.INITIAL);
    }

    assertEquals("{\"theme\": ", Files.readString(folder.resolve("settings.json.damaged")));
    assertEquals("{\"device\": ", Files.readString(folder.resolve("settings.json.damaged.2")));
    assertEquals("[", Files.readString(folder.resolve("settings.json.damaged.3")));
  }

  @Test
  void whatANewerVersionChoseStaysInTheFile() throws Exception {
    Path settings = folder.resolve("settings.json");
    Files.writeString(
        settings,
        "{\"sounds\": {\"on\": true}, \"keys\": {\"FLAG\": \"B\"}, \"personal\": {\"voice\": 3}}");
    SettingsFile file = new SettingsFile(folder);

    file.save(file.load().withKeys(Map.of()).withTheme("light"));

    JsonNode kept = new ObjectMapper().readTree(Files.readString(settings));
    assertEquals("{\"on\":true}", kept.get("sounds").toString());
    assertEquals("{}", kept.get("keys").toString());
    assertEquals(3, kept.get("personal").get("voice").asInt());
    assertEquals("light", kept.get("theme").asString());
  }

  @Test
  void recentWorkspacesThatCanBeNoneOnThisSystemAreLeftOut() throws Exception {
    Files.writeString(
        folder.resolve("settings.json"), "{\"recentWorkspaces\": [\"/a\", \"/\\u0000\", \"/b\"]}");

    assertEquals(
        Settings.INITIAL.withRecent("/b").withRecent("/a"), new SettingsFile(folder).load());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\u0000\u0001",
        "{\"recentWorkspaces\": [null]}",
        "{\"runColumns\": [null]}",
        "{\"keys\": {\"FLAG\": null}}",
        "{\"folders\": {\"EXPORT\": null}}",
        "{\"recentPaths\": {\"WEIGHTS\": null}}",
        "{\"recentPaths\": {\"WEIGHTS\": [null]}}",
        "{\"personal\": {\"scale\": \"large\"}}",
        "{\"personal\": []}",
        "{\"threads\": 99999999999999}",
      })
  void damageIsTroubleAndNeverTheEndOfTheProgram(String damaged) throws Exception {
    Files.writeString(folder.resolve("settings.json"), damaged);
    SettingsFile file = new SettingsFile(folder);

    assertEquals(Settings.INITIAL, file.load());
    assertEquals(true, file.trouble().isPresent());
  }
}
