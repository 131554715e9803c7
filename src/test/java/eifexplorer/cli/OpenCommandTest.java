package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineReport;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OpenCommandTest {
  private static final String MANIFEST =
      """
      {"schemaVersion": 1, "name": "birds", "currentModel": "", "dataset": {"format": "demo",
       "root": "", "trainClasses": "1", "testClasses": "2", "noiseModel": "", "noiseFraction": 0,
       "noiseSeed": 0, "images": "", "followLinks": false}}
      """;

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private final List<String> opened = new ArrayList<>();
  private Path workspace;

  @BeforeEach
  void copy() throws IOException {
    workspace = folder.resolve("Vögel 1");
    Files.createDirectories(workspace);
    Files.writeString(workspace.resolve("workspace.json"), MANIFEST);
    assertTrue(Workspace.exists(workspace));
  }

  private CommandContext context() {
    Console console =
        new Console(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false);
    return new CommandContext(
            console,
            settings -> {
              throw new AssertionError("Opening asks for no services");
            },
            settings ->
                new EngineReport("runtime", "binding", ComputeDevice.CPU, 0, "none", 1, "nowhere"),
            (empty, size, progress) -> Map.of(),
            Composition.registries(),
            "test")
        .withWindow(
            what -> {
              opened.add(String.join(" ", what));
              return ExitCode.DONE;
            });
  }

  private int run(String... arguments) {
    return EifExplorerCommand.run(context(), arguments);
  }

  @Test
  void whatAFileManagerHandsOverOpensWithoutACommand() throws IOException {
    Path bundle = Files.createFile(folder.resolve("a b.npz"));
    String link = "eif-explorer:open?workspace=/ws&pair=1,2";

    for (String what :
        List.of(workspace.toString(), bundle.toUri().toString(), folder.toString(), link)) {
      assertEquals(0, run(what), err.toString());
    }

    assertEquals(List.of(workspace.toString(), bundle.toString(), folder.toString(), link), opened);
  }

  @Test
  void aWorkspaceIsNamedAsForOtherCommandsToo() {
    assertEquals(0, run("open", "--workspace", workspace.toString()), err.toString());
    assertEquals(2, run("open", workspace.toString(), "--workspace", workspace.toString()));

    assertEquals(List.of(workspace.toString()), opened);
  }

  @Test
  void anOptionWithoutACommandSaysWhereOptionsGo() {
    assertEquals(2, run("--workspace", workspace.toString()));

    assertTrue(err.toString().contains("for example: eif-explorer open WORKSPACE"), "" + err);
  }

  @Test
  void aFileThatIsNotThereIsSaidInTheTerminal() {
    assertEquals(1, run(folder.resolve("gone.pth").toString()));

    assertTrue(err.toString().contains("There is no such file or folder"), err.toString());
    assertEquals(List.of(), opened);
  }

  @Test
  void aPairWithItsEstimatorIsHandedOverAsALink() {
    assertEquals(
        0,
        run(
            "open",
            workspace.toString(),
            "--pair",
            "12,407",
            "--scope",
            "group",
            "--estimator",
            "trak",
            "--lambda",
            "10"),
        err.toString());

    assertEquals(
        List.of(
            "eif-explorer:open?workspace="
                + folder.toString()
                + "/V%C3%B6gel%201&pair=12,407&scope=group&estimator=trak&lambda=10.0"),
        opened);
  }

  @Test
  void whatDoesNotFitIsWrongUsage() {
    String ws = workspace.toString();
    CommandLine line = EifExplorerCommand.line(context());

    assertEquals(2, line.execute("open", ws, "--estimator", "trak"));
    assertEquals(2, line.execute("open", ws, "--pair", "12"));
    assertEquals(2, line.execute("open", ws, "--pair", "1,2", "--scope", "all"));
    assertEquals(2, line.execute("open", ws, "--pair", "1,2", "--lambda", "1"));
    assertEquals(
        2, line.execute("open", ws, "--pair", "1,2", "--estimator", "trak", "--steps", "5"));
    assertEquals(
        2, line.execute("open", "eif-explorer:open?workspace=/ws&pair=1,2", "--pair", "1,2"));
    assertEquals(List.of(), opened);
  }

  /** So that the command a card names is understood. */
  @Test
  void everySettingOfAnEstimatorIsAnOption() {
    Set<String> options =
        new TreeSet<>(
            EifExplorerCommand.line(context())
                .getSubcommands()
                .get("open")
                .getCommandSpec()
                .optionsMap()
                .keySet());

    assertEquals(
        Set.of(),
        context().registries().estimators().all().stream()
            .flatMap(factory -> factory.options().stream())
            .map(EstimatorOption::name)
            .filter(name -> !name.equals(EstimatorOption.HISTORY))
            .map(name -> "--" + name)
            .filter(name -> !options.contains(name))
            .collect(Collectors.toSet()));
  }

  @Test
  void aPresentationIsAskedForBeforeWhatIsOpened() {
    assertEquals(0, run("open", workspace.toString(), "--present"), err.toString());
    assertEquals(0, run("open", workspace.toString(), "--new-window"), err.toString());

    assertEquals(List.of("--present " + workspace, "--new-window " + workspace), opened);
  }
}
