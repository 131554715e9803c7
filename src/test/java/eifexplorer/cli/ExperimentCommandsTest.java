package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.embedding.EmbeddingBundles;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineReport;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.testing.SmallBundle;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.UserFolders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentCommandsTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    CommandContext context =
        new CommandContext(
            console,
            settings ->
                Composition.explorer(
                    MeanColourEngine::new, new UserFolders(folder, folder), "test"),
            settings ->
                new EngineReport("runtime", "binding", ComputeDevice.CPU, 0, "none", 1, "nowhere"),
            (empty, size, progress) -> Map.of(),
            Composition.registries(),
            "test");
    return EifExplorerCommand.run(context, arguments);
  }

  private String bundle() {
    Path bundle = folder.resolve("small.npz");
    AtomicFiles.write(bundle, stream -> EmbeddingBundles.write(SmallBundle.proxyNca(), stream));
    return bundle.toString();
  }

  private SmallWorkspace workspace() {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    return small;
  }

  private int pairs(Path workspace, String... more) {
    return run(
        Stream.concat(
                Stream.of("experiment", "pair-confusion", "--workspace", workspace.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aBundlesPairsAreMovedApart() {
    assertEquals(
        0,
        run(
            "experiment",
            "pair-confusion",
            "--bundle",
            bundle(),
            "--loss-type",
            "ProxyNCA_prob_orig",
            "--pairs",
            "3",
            "--json"));

    Map<?, ?> result = Json.parse(out.toString(), Map.class, "output");
    assertEquals("Pair confusion", result.get("title"));
    Map<?, ?> run = (Map<?, ?>) result.get("run");
    assertTrue(
        ((Map<?, ?>) ((Map<?, ?>) run.get("provenance")).get("parameters"))
            .get("command_line")
            .toString()
            .startsWith(
                "eif-explorer experiment pair-confusion --bundle small.npz --loss-type"
                    + " ProxyNCA_prob_orig --pairs 3 --choice first --estimators eif,if --rates"
                    + " 4e-5"),
        out.toString());
  }

  @Test
  void aResultIsKeptListedShownAndCompared() throws IOException {
    SmallWorkspace small = workspace();
    assertEquals(0, pairs(small.workspace()));
    Path experiments = small.workspace().resolve("results/experiments");
    Path kept = onlyChild(experiments);
    Files.writeString(kept.resolve("units.jsonl"), "");
    assertEquals(0, pairs(small.workspace()), "the kept result needs no unit");
    assertEquals("", Files.readString(kept.resolve("units.jsonl")));
    assertEquals(0, pairs(small.workspace(), "--rates", "1e-3"));

    String first = kept.getFileName().toString();
    assertEquals(0, run("experiment", "list", "--workspace", small.workspace().toString()));
    assertTrue(out.toString().contains(first + "  pair-confusion   finished"), out.toString());
    assertEquals(0, run("experiment", "show", first, "--workspace", small.workspace().toString()));
    assertTrue(out.toString().contains("Every pair"), out.toString());
    String second =
        Stream.of(experiments.toFile().list()).filter(name -> !name.equals(first)).findAny().get();
    assertEquals(
        0,
        run("experiment", "compare", first, second, "--workspace", small.workspace().toString()));
    assertTrue(out.toString().contains("rates: 4e-5 → 0.001"), out.toString());
  }

  @Test
  void damagedResultsAreListedWithTheOthers() throws IOException {
    SmallWorkspace small = workspace();
    assertEquals(0, pairs(small.workspace()));
    Path experiments = small.workspace().resolve("results/experiments");
    String whole = onlyChild(experiments).getFileName().toString();
    AtomicFiles.writeText(experiments.resolve("torn/experiment.json"), "{\"fingerprint\": ");

    assertEquals(0, run("experiment", "list", "--workspace", small.workspace().toString()));
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.stream().anyMatch(line -> line.startsWith(whole)), out.toString());
    assertTrue(lines.stream().anyMatch(line -> line.matches("torn +\\S.*")), out.toString());
    assertEquals(
        "1 damaged; run them again with the same parameters.", lines.get(lines.size() - 1));

    assertEquals(
        0, run("experiment", "list", "--workspace", small.workspace().toString(), "--json"));
    List<?> rows = Json.parse(out.toString(), List.class, "output");
    assertEquals("torn", ((Map<?, ?>) rows.get(1)).get("result"));
  }

  private static Path onlyChild(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      List<Path> all = children.toList();
      assertEquals(1, all.size());
      return all.get(0);
    }
  }

  @Test
  void anInterruptedExperimentIsRefusedOnceTheModelIsAnother() throws IOException {
    SmallWorkspace small = workspace();
    assertEquals(0, pairs(small.workspace()));
    Path kept = onlyChild(small.workspace().resolve("results/experiments"));
    Files.delete(kept.resolve("result.json"));
    String other = small.add(2).id();
    String name = kept.getFileName().toString();
    String workspace = small.workspace().toString();

    assertEquals(1, run("experiment", "show", name, "--workspace", workspace));
    assertTrue(err.toString().startsWith("The experiment was interrupted"), err.toString());
    assertEquals(1, run("experiment", "resume", name, "--workspace", workspace, "--model", other));
    assertTrue(err.toString().startsWith("The result was made with another model"), err.toString());
    assertFalse(Files.exists(kept.resolve("result.json")));
    assertEquals(0, run("experiment", "resume", name, "--workspace", workspace));
    assertTrue(Files.exists(kept.resolve("result.json")));
  }

  @Test
  void moreThanThereAreIsASentence() {
    SmallWorkspace small = workspace();

    assertEquals(2, pairs(small.workspace(), "--pairs", "5000"));
    assertTrue(err.toString().contains("as many confused pairs as there are"), err.toString());
    assertEquals(0, run("experiment", "list", "--workspace", small.workspace().toString()));
    assertEquals(1, out.toString().lines().count(), "nothing is left: " + out);
  }

  @Test
  void aWrongValueIsWrongUsage() {
    assertEquals(2, pairs(folder, "--estimators", "magic"));
    assertTrue(err.toString().startsWith("estimators is magic. Allowed: eif, "), err.toString());
    assertEquals(2, run("experiment"));
  }

  @Test
  void aResultsFolderThatCannotBeWrittenIsASentence() throws IOException {
    SmallWorkspace small = workspace();
    Path results = Files.createDirectories(small.workspace().resolve("results"));
    Files.writeString(results.resolve("experiments"), "a file where the folder would be");

    assertEquals(1, pairs(small.workspace()));
    assertTrue(err.toString().contains("Check the free space"), err.toString());
  }

  @Test
  void aReportIsWrittenWithTheWorkspacesPhotographs() throws IOException {
    SmallWorkspace small = workspace();
    assertEquals(0, pairs(small.workspace()));
    String name =
        onlyChild(small.workspace().resolve("results/experiments")).getFileName().toString();
    Path html = folder.resolve("report.html");
    String workspace = small.workspace().toString();

    assertEquals(
        0, run("experiment", "report", name, "--workspace", workspace, "--out", html.toString()));
    assertTrue(Files.readString(html).contains("data:image/jpeg;base64,"));
    Path bare = folder.resolve("bare");
    assertEquals(
        0,
        run(
            "experiment",
            "report",
            name,
            "--workspace",
            workspace,
            "--out",
            bare.toString(),
            "--no-photographs"));
    assertFalse(Files.readString(bare.resolve("report.html")).contains("data:image"));
    assertTrue(Files.exists(bare.resolve("tables/pairs.csv")));
  }

  @Test
  void aClassOfTheFieldStudyIsReadFromThePrintedTable() {
    SmallWorkspace small = workspace();

    assertEquals(0, run("experiment", "field-study", "--workspace", small.workspace().toString()));
    assertTrue(out.toString().contains("centralised classes"), out.toString());
  }

  @Test
  void anUnknownResultIsASentence() {
    assertEquals(
        2, run("experiment", "show", "abc", "--workspace", workspace().workspace().toString()));
    assertTrue(err.toString().startsWith("There is no result \"abc\""), err.toString());
  }
}
