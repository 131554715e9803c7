package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingBundles;
import eifexplorer.engine.checkpoint.Safetensors;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.model.StoredModel;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands on the demo's workspace that need no tensor runtime. */
class TrainCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path workspace;
  private boolean watched;
  private String answer;
  private Path helpful;
  private Path harmful;

  @BeforeEach
  void prepare() throws IOException {
    assertEquals(0, run("demo"));
    out.getBuffer().setLength(0);
    workspace = folder.resolve("demo");
    helpful = Files.writeString(folder.resolve("helpful.txt"), "0\n1 2,3\n");
    harmful = Files.writeString(folder.resolve("harmful.txt"), "10\n11\n");
  }

  private int run(String... arguments) {
    CommandContext context =
        new CommandContext(
            new Console(new PrintWriter(out), new PrintWriter(err), watched, () -> answer),
            settings ->
                Composition.explorer(
                    () -> {
                      throw new AssertionError("no tensor runtime is needed here");
                    },
                    new UserFolders(folder, folder),
                    "test"),
            settings -> null,
            (empty, size, progress) -> Map.of(),
            Composition.registries(),
            "test");
    return EifExplorerCommand.run(context, arguments);
  }

  private int reweight(String... more) {
    return run(
        List.of(
                List.of("train", "--workspace", workspace.toString()),
                List.of("--reweight", helpful + "," + harmful),
                List.of(more))
            .stream()
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  @Test
  void aReweightedModelNamesItsParentAndThePairsDistancesAndTakesNoPlace() {
    assertEquals(
        0, reweight("--pair", "3,40", "--pair", "5,90", "--harmful-weight", "0.5", "--json"));

    Map<?, ?> result = Json.parse(out.toString(), Map.class, "output");
    Map<?, ?> card = (Map<?, ?>) result.get("model");
    Map<?, ?> inputs = (Map<?, ?>) ((Map<?, ?>) card.get("provenance")).get("inputs");
    String id = (String) card.get("id");
    assertEquals(inputs.get("parent") + "_reweight_seed0", id);
    List<?> pairs = (List<?>) result.get("pairs");
    assertEquals(Map.of("first", 3, "second", 40), ((Map<?, ?>) pairs.get(0)).get("pair"));
    assertEquals(2, pairs.size());
    Map<?, ?> trial = Json.read(workspace.resolve("models/" + id + "/reweighting.json"), Map.class);
    assertEquals(
        Map.of("0", 2.0, "1", 2.0, "2", 2.0, "3", 2.0, "10", 0.5, "11", 0.5), trial.get("weights"));
    assertEquals(pairs, trial.get("pairs"));
    String name = "what if: 4 images counted × 2, 2 images counted × 0.5 · seed 0";
    assertEquals(name, card.get("name"));
    assertEquals(inputs.get("parent"), new ModelStore(Workspace.open(workspace)).current().id());
    assertEquals(inputs.get("parent"), new ModelStore(Workspace.open(workspace)).trainedOn(0).id());

    assertEquals(0, reweight("--harmful-weight", "0.5"));
    List<String> titles =
        new ModelStore(Workspace.open(workspace)).list().stream().map(ModelCard::title).toList();
    assertTrue(titles.containsAll(List.of(name, name + " (2)")), titles.toString());
  }

  @Test
  void aPersonIsAskedBeforeALongTraining() {
    watched = true;
    answer = "no";
    assertEquals(1, demo("--epochs", "5000"));
    assertTrue(err.toString().contains("Plan: "), err.toString());
    assertTrue(err.toString().contains("This takes longer than minutes. Train it? [y/N]"));
    assertTrue(err.toString().contains("Nothing was trained"), err.toString());
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @Test
  void aFrozenBackboneOfRandomWeightsIsRefused() {
    assertEquals(2, demo("--frozen-backbone", "--json"));
    Map<?, ?> error = (Map<?, ?>) Json.parse(out.toString(), Map.class, "output").get("error");
    assertTrue(error.get("what").toString().contains("random weights"), error.toString());
    assertFalse(Files.exists(folder.resolve("new")));
  }

  private int demo(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("train", "--dataset", "demo", "--workspace", "" + folder.resolve("new")));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  @Test
  void whatIsNotNamedIsTheModels() {
    watched = true;
    answer = "no";
    assertEquals(
        1, run("train", "--workspace", "" + workspace, "--labels", "0", "--epochs", "5000"));
    assertTrue(err.toString().contains("Starts from the back bone of the model"), err.toString());
    assertFalse(err.toString().contains("random weights"), err.toString());
  }

  @Test
  void aWorseModelDoesNotBecomeTheCurrentOne() {
    ModelStore models = new ModelStore(Workspace.open(workspace));
    ModelCard current = models.current();
    StoredModel loaded = models.load(current);
    double recall = current.metric("recall_at_1").orElseThrow();
    for (double other : new double[] {recall - .1, recall}) {
      ModelCard card =
          current.with(copy -> copy.id("other" + other).metrics(Map.of("recall_at_1", other)));
      models.save(card, models.backbone(current), loaded.head(), loaded.proxies());
      assertEquals(
          other < recall ? current.id() : "none",
          models.adopt(card).map(ModelCard::id).orElse("none"));
      assertEquals(
          other < recall ? current.id() : card.id(),
          new ModelStore(Workspace.open(workspace)).current().id());
    }
  }

  @Test
  void indicesThatAreNoneAreNamedWithTheirLine() throws IOException {
    Files.writeString(harmful, "10\n11 x\n");

    assertEquals(1, reweight());
    assertTrue(
        err.toString().startsWith("\"x\" is no training index: " + harmful + ", line 2."),
        err.toString());
  }

  @Test
  void aModelIsExportedAsABundleAndAsAFolder() {
    Path bundle = folder.resolve("model.npz");
    Path target = folder.resolve("model");

    assertEquals(0, run("export", "--workspace", workspace.toString(), "--out", bundle.toString()));
    assertEquals(0, run("export", "--workspace", workspace.toString(), "--out", target.toString()));
    EmbeddingBundle read = EmbeddingBundles.read(bundle);
    assertArrayEquals(
        Safetensors.read(target.resolve("weights.safetensors")).get("head.weight").floats(),
        read.head().weight());
    assertArrayEquals(
        EmbeddingBundles.read(target.resolve("bundle.npz")).trainLabels(), read.trainLabels());
    assertTrue(Files.exists(target.resolve("model.json")));
  }

  @Test
  void aWorkspaceWithoutRunsSaysSoWhenOneIsToGoOn() {
    String empty = new SmallWorkspace(folder.resolve("small")).workspace().toString();
    assertEquals(0, run("runs", "--workspace", empty, "--json"));
    assertEquals("[ ]", out.toString().strip());
    assertEquals(1, run("train", "--workspace", empty, "--resume"));
    assertTrue(
        err.toString().contains("The workspace has no run that could go on"), err.toString());
  }

  @Test
  void aModelThatDoesNotSayHowItWasTrainedIsNotTrainedAgain() throws IOException {
    String id = modelId();
    assertEquals(1, run("train", "--workspace", workspace.toString(), "--like", id));
    assertTrue(err.toString().contains("does not say how it was trained"), err.toString());
  }

  @Test
  void aPresetNearAMisspeltOneIsProposed() {
    String target = folder.resolve("new").toString();
    assertEquals(
        2,
        run(
            "train",
            "--dataset",
            "demo",
            "--workspace",
            target,
            "--config",
            "cub_frozn_SoftTriple"));
    assertTrue(err.toString().contains("Did you mean \"cub_frozen_SoftTriple\"?"), err.toString());
  }

  @Test
  void theModelToTrainLikeIsNamedAmongThoseThereAre() throws IOException {
    assertEquals(2, run("train", "--workspace", workspace.toString(), "--like", "no-such-model"));
    assertTrue(err.toString().contains(modelId()), err.toString());
  }

  @Test
  void trainingLikeAModelTakesNoSettingsBesides() {
    assertEquals(
        2, run("train", "--workspace", workspace.toString(), "--like", "x", "--epochs", "3"));
    assertTrue(err.toString().startsWith("--epochs is not for --like"), err.toString());
  }

  private String modelId() throws IOException {
    try (Stream<Path> models = Files.list(workspace.resolve("models"))) {
      return models.findFirst().orElseThrow().getFileName().toString();
    }
  }

  @Test
  void aDamagedRunIsListedWithTheReason() throws IOException {
    Path run = Files.createDirectories(workspace.resolve("runs/broken"));
    Files.writeString(run.resolve("run.json"), "{");
    assertEquals(0, run("runs", "--workspace", workspace.toString(), "--json"));
    Map<?, ?> row = (Map<?, ?>) Json.parse(out.toString(), List.class, "output").get(0);
    assertEquals(List.of("broken", "unreadable"), List.of(row.get("run"), row.get("state")));
    assertTrue(row.get("message").toString().startsWith("The JSON is not understood"), "" + row);

    Path table = folder.resolve("runs.csv");
    assertEquals(0, run("runs", "--workspace", workspace.toString(), "--out", table.toString()));
    assertEquals(List.of(""), Files.readAllLines(table));
    assertEquals(2, run("runs", "--workspace", workspace.toString(), "--run", "x"));
    assertTrue(err.toString().startsWith("run is x"), err.toString());
    FolderTrees.delete(run);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--train-classes 1-2 | --train-classes needs --dataset NAME",
        "--root x --images y | --root, --images need --dataset NAME",
        "--mislabel-model uniform --dataset demo |"
            + " --mislabel-model needs --mislabel-percentage P or a data set's name with _noisy",
        "--model x --pair 1,2 | --model, --pair need --reweight HELPFUL.txt,HARMFUL.txt",
        "--reweight a,b --epochs 2 --frozen-backbone | --epochs, --frozen-backbone are not for"
            + " --reweight; allowed besides it: --helpful-weight, --harmful-weight, --pair,"
            + " --model, --seed, --config, --yes",
      })
  void anOptionThatWouldBePassedOverIsWrongUsage(String options, String message) {
    List<String> line = new ArrayList<>(List.of("train", "--workspace", workspace.toString()));
    line.addAll(List.of(options.split(" ")));
    assertEquals(2, run(line.toArray(String[]::new)));
    assertEquals(message, err.toString().lines().findFirst().orElseThrow());
  }

  @Test
  void aCommandThatIsGivenAgainToGoOnSaysWhichSettingsAreNotReadAgain() {
    assertEquals(1, run("train", "--workspace", workspace.toString(), "--epochs", "3", "--resume"));
    assertEquals(
        List.of("A run goes on with the settings it began with; passed over: --epochs"),
        err.toString().lines().filter(line -> line.startsWith("A run")).toList());
  }

  @Test
  void runsAreWrittenAsCsvOutsideTheDataSetAndPrintedAsJsonBesides() throws IOException {
    String ws = workspace.toString();
    Path table = folder.resolve("table.csv");
    assertEquals(2, run("runs", "--workspace", ws, "--out", folder.resolve("t.txt").toString()));
    assertEquals(1, run("runs", "--workspace", ws, "--out", ws + "/dataset/runs.csv", "--force"));
    assertEquals(1, run("export", "--workspace", ws, "--out", ws + "/dataset/b.npz", "--force"));
    assertFalse(Files.exists(workspace.resolve("dataset/runs.csv")));
    out.getBuffer().setLength(0);
    assertEquals(0, run("runs", "--workspace", ws, "--out", table.toString(), "--json"));
    assertEquals(List.of(), Json.parse(out.toString(), List.class, "output"));
    assertTrue(Files.exists(table));
  }

  @Test
  void aFolderIsNoFileToWrite() throws IOException {
    Path named = Files.createDirectories(folder.resolve("rows.csv"));
    for (String command : List.of("runs", "confusions")) {
      err.getBuffer().setLength(0);
      assertEquals(1, run(command, "--workspace", workspace.toString(), "--out", named.toString()));
      assertEquals(
          "This is a folder, not a file: " + named + ". Name a file in it, or choose another name.",
          err.toString().strip());
    }
  }

  @Test
  void precisionIsSingleOrMixed() {
    assertEquals(2, run("train", "--workspace", workspace.toString(), "--precision", "half"));
    assertEquals(
        "--precision is half; allowed: single, mixed",
        err.toString().lines().findFirst().orElseThrow());
  }

  @Test
  void anUnknownModeIsWrongUsage() {
    assertEquals(
        2,
        run(
            "train",
            "--dataset",
            "demo",
            "--mode",
            "test",
            "--workspace",
            folder.resolve("ws").toString()));
    assertEquals(
        "--mode is test; allowed: trainval, train",
        err.toString().lines().findFirst().orElseThrow());
  }
}
