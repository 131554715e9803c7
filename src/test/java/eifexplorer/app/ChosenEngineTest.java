package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenEngineTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"device\": \"cpu\", \"kernels\": \"java\", \"threads\": 2} | cpu java 2 |",
        "{\"device\": \"npu\", \"kernels\": \"java\"} | auto java 0"
            + " | In the settings device is npu; the usual value is taken",
        "{\"kernels\": \"fast\", \"theme\": \"pink\"} | auto auto 0"
            + " | In the settings kernels is fast; the usual value is taken",
        "{\"device\": \"cpu\", \"threads\": 5000} | cpu auto 0"
            + " | In the settings threads is 5000; the usual value is taken",
      })
  void valuesThatMeanNothingGiveWayToTheUsualOnes(String json, String kept, String said)
      throws IOException {
    Files.writeString(folder.resolve("settings.json"), json);
    SettingsFile file = new SettingsFile(folder);

    ChosenEngine chosen = new ChosenEngine(file);

    assertEquals(
        said == null ? List.of() : List.of(said),
        chosen.troubles().stream().map(ProblemException::what).toList());
    String now = file.load().device() + " " + file.load().kernels() + " " + file.load().threads();
    assertEquals(kept, now);
    assertEquals(kept.split(" ", -1)[1], chosen.engine().kernels().toString());
  }
}
