package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineReport;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.UserFolders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringCommandTest {
  private static final Set<String> MEASURED =
      Set.of("nearest_s", "nearest_10_s", "map_at_r_s", "rows", "kernels", "device", "threads");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(String... more) {
    CommandContext context =
        new CommandContext(
            new Console(new PrintWriter(out), new PrintWriter(err), false),
            settings ->
                Composition.explorer(
                    MeanColourEngine::new, new UserFolders(folder, folder), "test"),
            settings ->
                new EngineReport("runtime", "binding", ComputeDevice.CPU, 0, "none", 1, "nowhere"),
            (empty, size, progress) -> Map.of(),
            Composition.registries(),
            "test");
    String[] arguments =
        Stream.concat(
                Stream.of("benchmark", "neighbours", "--rows", "12", "--classes", "3"),
                Stream.of(more))
            .toArray(String[]::new);
    return EifExplorerCommand.run(context, arguments);
  }

  @Test
  void bothKernelsAreMeasuredInOneRun() {
    assertEquals(0, run("--kernels", "both", "--json"), err.toString());
    Map<?, ?> both = Json.parse(out.toString(), Map.class, "output");
    assertEquals(
        Map.of("java", MEASURED, "torch", MEASURED),
        Map.of(
            "java", ((Map<?, ?>) both.get("java")).keySet(),
            "torch", ((Map<?, ?>) both.get("torch")).keySet()));
    assertEquals(Set.of("java", "torch"), both.keySet());
  }

  @Test
  void forAPersonTheyStandSideBySide() {
    run("--kernels", "both");
    assertEquals(
        List.of("rows 12 12"),
        out.toString()
            .lines()
            .map(line -> line.replaceAll(" +", " "))
            .filter(line -> line.startsWith("rows"))
            .toList());
  }

  @Test
  void oneOfThemAloneIsNotNamed() {
    run("--json");
    assertEquals(MEASURED, Json.parse(out.toString(), Map.class, "output").keySet());
  }

  @Test
  void otherKernelsAreRefused() {
    assertEquals(2, run("--kernels", "all"));
    assertTrue(err.toString().contains("kernels is all"), err.toString());
  }
}
