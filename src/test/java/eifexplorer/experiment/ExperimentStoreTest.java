package eifexplorer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentStoreTest {
  @TempDir Path folder;
  private ExperimentStore store;

  @BeforeEach
  void begin() {
    store =
        new ExperimentStore(
            Workspace.create(
                folder.resolve("ws"), "w", DatasetReference.clean("folder", "nowhere", "", "")));
    store.begin(run("aa"));
    store.begin(run("bb"));
  }

  private static ExperimentRun run(String fingerprint) {
    return new ExperimentRun(
        fingerprint,
        "counting",
        Map.of(),
        "m",
        new Provenance("test", "2026-01-01T00:00:00Z", "experiment", Map.of(), Map.of()));
  }

  private List<String> listed() {
    return store.list().experiments().stream().map(one -> one.run().fingerprint()).toList();
  }

  private List<String> damaged() {
    return store.list().unreadable().stream().map(Unreadable::id).toList();
  }

  @Test
  void aDamagedDescriptionOrResultIsNamedAndHidesNoOther() throws IOException {
    for (String file : List.of("experiment.json", "result.json")) {
      for (String content : List.of("{", "{}")) {
        Files.writeString(store.folder("aa").resolve(file), content);

        assertEquals(List.of("bb"), listed(), file + " " + content);
        assertEquals(List.of("aa"), damaged(), file + " " + content);
        assertEquals(Optional.empty(), store.findIntact("aa"), file + " " + content);
      }
      store.delete("aa");
      store.begin(run("aa"));
    }
    assertEquals(List.of(), damaged());
  }

  @Test
  void aDamagedDescriptionIsWrittenAgainWhenTheExperimentIsRunAgain() throws IOException {
    Files.writeString(store.folder("aa").resolve("experiment.json"), "{");

    store.begin(run("aa"));

    assertEquals(run("aa"), store.get("aa").run());
  }

  @Test
  void oneThatIsAskedForSaysWhyItIsDamaged() throws IOException {
    Files.writeString(store.folder("aa").resolve("result.json"), "[");

    ProblemException problem = assertThrows(ProblemException.class, () -> store.result("a"));

    assertTrue(problem.getMessage().startsWith("The result is damaged: "), problem.getMessage());
  }
}
