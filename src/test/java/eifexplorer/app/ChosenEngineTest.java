package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
            + " | Settings that are not known: device = npu",
        "{\"kernels\": \"fast\", \"theme\": \"pink\"} | auto auto 0"
            + " | Settings that are not known: kernels = fast, theme = pink",
        "{\"personal\": {\"scale\": 300, \"language\": \"xx\", \"annotator\": \"Ada\"}} | auto auto"
            + " 0 | Settings that are not known: scale = 300, language = xx",
        "{\"threads\": \"many\"} | auto auto 0 | The settings are damaged: The JSON is not"
            + " understood (the field threads is no number as is wanted here)",
        "{\"device\": \"npu\", \"kernels\": \"fast\"} | auto auto 0"
            + " | Settings that are not known: device = npu, kernels = fast",
        "{\"device\": \"cpu\", \"threads\": 5000} | cpu auto 0"
            + " | Settings that are not known: threads = 5000",
      })
  void valuesThatMeanNothingGiveWayToTheUsualOnes(String json, String kept, String said)
      throws IOException {
    Files.writeString(folder.resolve("settings.json"), json);
    SettingsFile file = new SettingsFile(folder);

    ChosenEngine chosen = new ChosenEngine(file);

    assertEquals(Optional.ofNullable(said), chosen.trouble().map(ProblemException::what));
    String now = file.load().device() + " " + file.load().kernels() + " " + file.load().threads();
    assertEquals(kept, now);
    assertEquals(kept.split(" ", -1)[1], chosen.engine().kernels().toString());
  }
}
