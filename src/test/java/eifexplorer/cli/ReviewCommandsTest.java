package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.InjectedNoise;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineReport;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.session.ExplorerSession;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.UserFolders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cleans the demo's labels from the command line, without the tensor runtime. */
class ReviewCommandsTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private StringWriter out;
  private String workspace;

  private Explorer explorer() {
    return Composition.explorer(
        () -> {
          throw new AssertionError("no tensor runtime is needed here");
        },
        new UserFolders(folder, folder),
        "test");
  }

  @BeforeEach
  void openDemo() {
    try (Explorer explorer = explorer()) {
      workspace =
          explorer
              .sessions()
              .openDemo(JobContext.unattended())
              .workspace()
              .orElseThrow()
              .folder()
              .toString();
    }
  }

  private int run(String... arguments) {
    out = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    CommandContext context =
        new CommandContext(
            console,
            settings -> explorer(),
            settings ->
                new EngineReport("runtime", "binding", ComputeDevice.CPU, 0, "none", 1, "nowhere"),
            (empty, size, progress) -> Map.of(),
            Composition.registries(),
            "test");
    return EifExplorerCommand.run(context, arguments);
  }

  private int review(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of("review", command, "--workspace", workspace));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private Map<?, ?> json() {
    return Json.parse(out.toString(), Map.class, "output");
  }

  /** The truth as decisions of one annotator. */
  private Path truth() throws IOException {
    try (Explorer explorer = explorer();
        WorkspaceReview review = explorer.reviews().open(Path.of(workspace), false)) {
      ImageDataset dataset = review.dataset();
      List<String> lines = new ArrayList<>(List.of("path,new"));
      dataset.noise().map(InjectedNoise::trueLabels).orElseThrow().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              entry ->
                  lines.add(
                      dataset.train().get(entry.getKey()).path()
                          + ","
                          + dataset.classOf(entry.getValue()).name()));
      return Files.write(folder.resolve("truth.csv"), lines);
    }
  }

  @Test
  void theDemoIsCleanedCommittedRetrainedAndMeasured() throws IOException {
    Path truth = truth();
    int wrong = Files.readAllLines(truth).size() - 1;

    assertEquals(0, review("import", truth.toString(), "--annotator", "ann", "--json"));
    assertEquals(wrong, json().get("staged"));
    assertEquals(0, review("diff", "--json"));
    assertEquals(wrong, json().get("relabelled"));
    assertEquals(0, review("commit", "-m", "All of them", "--json"));
    assertEquals(1, json().get("revision"));

    try (Explorer explorer = explorer()) {
      ExplorerSession session =
          explorer.sessions().openWorkspace(Path.of(workspace), JobContext.unattended());
      assertEquals(1, session.dataset().corrections().revision());
    }
    assertEquals(1, run("evaluate", "--workspace", workspace, "--labels", "1"));
    assertTrue(err.toString().contains("No model was trained on label revision 1"), "" + err);

    assertEquals(0, review("retrain", "--seeds", "2", "--json"));
    assertEquals(wrong, json().get("labelsChanged"));
    assertEquals("ProxyNCA_prob_orig_labels1_seed0", json().get("model"));
    assertEquals(0, run("evaluate", "--workspace", workspace, "--labels", "1", "--json"));
    assertEquals(1, json().get("labels"));

    assertEquals(1, review("retrain", "--network"));
    assertTrue(err.toString().contains("was not made by training a whole network"), "" + err);

    assertEquals(0, review("checkout", "0", "--json"));
    assertEquals(0, json().get("labels_differ"));
    assertEquals(0, review("revisions"));
    assertTrue(out.toString().startsWith("*   0     0 labels differ"), out.toString());
  }

  @Test
  void exportsComeBackAsTheyWere() throws IOException {
    review("import", truth().toString());
    review("commit", "-m", "All of them");
    Path csv = folder.resolve("out/labels.csv");
    assertEquals(0, review("export", "--format", "csv", "--out", csv.toString()));
    String first = Files.readString(csv);

    review("checkout", "0");
    assertEquals(0, review("import", csv.toString()));
    review("commit", "-m", "Again");
    assertEquals(1, review("export", "--format", "csv", "--out", csv.toString()));
    assertTrue(err.toString().contains("The file is there already"), "" + err);
    assertEquals(0, review("export", "--format", "csv", "--out", csv.toString(), "--force"));
    assertEquals(first, Files.readString(csv));
  }

  @Test
  void nothingIsWrittenIntoAWorkspaceAndWhatIsLeftOutIsSaid() throws IOException {
    assertEquals(1, run("export", "--workspace", workspace, "--out", workspace));
    assertEquals(1, review("export", "--format", "json", "--out", workspace + "/models/x.json"));
    assertTrue(err.toString().contains("The place is in the workspace"), "" + err);
    review("import", truth().toString());
    Path file = folder.resolve("revision.json");
    assertEquals(0, review("export", "--format", "json", "--out", file.toString(), "--json"));
    assertTrue((Integer) json().get("not_committed") > 1, out.toString());
    assertTrue(err.toString().contains("not committed and not in it"), "" + err);
    String now = folder.resolve("now.csv").toString();
    String then = folder.resolve("then.csv").toString();
    assertEquals(0, review("export", "--format", "decisions", "--out", now));
    assertTrue(out.toString().startsWith("What is decided now →"), out.toString());
    assertEquals(0, review("export", "--format", "decisions", "--out", then, "--revision", "0"));
    assertTrue(Files.readAllLines(Path.of(now)).size() > 1);
    assertEquals(1, Files.readAllLines(Path.of(then)).size());
  }

  @Test
  void aScriptAnnotatesAndIsToldWhatRemains() throws IOException {
    Map<String, String> truth = new HashMap<>();
    Files.readAllLines(truth())
        .forEach(line -> truth.put(line.split(",", -1)[0], line.split(",", -1)[1]));
    assertEquals(0, review("queue", "--json"));
    List<?> queue = (List<?>) json().get("queue");
    Map<?, ?> first = (Map<?, ?>) queue.get(0);
    assertEquals(Set.of("path", "label", "decided", "spot_check", "reasons"), first.keySet());
    assertEquals(true, ((Map<?, ?>) queue.get(9)).get("spot_check"));
    assertEquals(0, review("status", "--json"));
    assertEquals(0, json().get("decided"));
    Map<?, ?> remaining = (Map<?, ?>) json().get("remaining");
    assertEquals(Set.of("estimate", "low", "high", "basis"), remaining.keySet());
    assertTrue(remaining.values().stream().allMatch(Objects::isNull), "" + remaining);

    List<String> lines = new ArrayList<>(List.of("path,new"));
    for (Object row : queue.subList(0, 100)) {
      String path = (String) ((Map<?, ?>) row).get("path");
      lines.add(path + "," + truth.getOrDefault(path, (String) ((Map<?, ?>) row).get("label")));
    }
    Path file = Files.write(folder.resolve("script.csv"), lines);
    assertEquals(0, review("import", file.toString()));
    assertEquals(0, review("status", "--json"));
    assertEquals(100, json().get("decided"));
    long left =
        queue.subList(100, queue.size()).stream()
            .filter(row -> truth.containsKey(((Map<?, ?>) row).get("path")))
            .count();
    remaining = (Map<?, ?>) json().get("remaining");
    assertTrue((Integer) remaining.get("low") <= left, remaining + " " + left);
    assertTrue((Integer) remaining.get("high") >= left, remaining + " " + left);
    assertEquals("100 decisions, 10 of them spot checks", remaining.get("basis"));
    assertEquals(0, review("queue", "--open", "--top", "5", "--json"));
    assertEquals(5, ((List<?>) json().get("queue")).size());
    assertEquals(0, review("status"));
    assertTrue(out.toString().startsWith("100 of 349 images decided"), out.toString());
  }

  @Test
  void theModelThatWasMeantIsAskedFor() {
    assertEquals(0, run("models", "--workspace", workspace, "--json"));
    Map<?, ?> model = (Map<?, ?>) Json.parse(out.toString(), List.class, "output").get(0);
    assertEquals(true, model.get("current"));
    String id = (String) model.get("id");
    assertEquals(0, run("models", "--workspace", workspace, "--use", id));
    assertTrue(out.toString().contains("*\t" + id), out.toString());
    assertEquals(2, run("models", "--workspace", workspace, "--use", id.replace("0", "1")));
    assertTrue(err.toString().contains("Did you mean \"" + id + "\"?"), "" + err);
  }

  @Test
  void suspectsOfTheDemoAreFoundMeasuredAndWritten() throws IOException {
    Path file = folder.resolve("suspects.csv");
    List<String> command =
        List.of("suspects", "--workspace", workspace, "--top", "3", "--out", file + "", "--json");
    assertEquals(0, run(command.toArray(String[]::new)));
    Map<?, ?> detection = (Map<?, ?>) json().get("detection");
    for (String name : List.of("default", "centroid", "ridge", "knn", "loss", "eif-group")) {
      Map<?, ?> of = (Map<?, ?>) detection.get(name);
      for (String metric : List.of("auroc", "average_precision", "found_at_10", "found_at_20")) {
        assertTrue(of.get(metric) instanceof Double, name + "." + metric);
      }
    }
    double found = (Double) ((Map<?, ?>) detection.get("default")).get("auroc");
    assertTrue(found > .9, "AUROC " + found);
    assertEquals(3, ((List<?>) json().get("suspects")).size());
    List<String> lines = Files.readAllLines(file);
    assertEquals(350, lines.size());
    assertTrue(
        lines.get(0).startsWith("rank,index,path,label,suggested,neighbours_agree,probability,"),
        lines.get(0));
  }

  @Test
  void whatIsNotCommittedIsNotDroppedByAccident() throws IOException {
    review("import", truth().toString());
    assertEquals(1, review("checkout", "0"));
    assertTrue(err.toString().contains("changes are not committed"), "" + err);
    assertEquals(0, review("checkout", "0", "--drop"));
  }

  @Test
  void wrongUsageIsSaid() {
    assertEquals(2, run("review"));
    assertEquals(2, review("export", "--format", "xml", "--out", "x"));
    assertEquals(2, run("suspects", "--workspace", workspace, "--detector", "magic"));
    assertEquals(2, run("suspects", "--workspace", workspace, "--detector", "centriod", "--json"));
    assertTrue(
        ((Map<?, ?>) json().get("error"))
            .get("what")
            .toString()
            .contains("Did you mean \"centroid\"?"),
        out.toString());
    assertEquals(2, review("checkout", "9"));
    for (String command :
        List.of(
            "queue",
            "status",
            "diff",
            "commit",
            "revisions",
            "checkout",
            "export",
            "import",
            "retrain")) {
      assertEquals(0, run("review", command, "--help"), command);
    }
    assertEquals(0, run("suspects", "--help"));
  }
}
