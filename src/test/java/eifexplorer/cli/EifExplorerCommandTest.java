package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.array.Npz;
import eifexplorer.embedding.EmbeddingBundles;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineReport;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.SmallBundle;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EifExplorerCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path bundle;

  @BeforeEach
  void writeBundle() {
    bundle = folder.resolve("small.npz");
    AtomicFiles.write(bundle, stream -> EmbeddingBundles.write(SmallBundle.proxyNca(), stream));
  }

  private int run(String... arguments) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    CommandContext context =
        new CommandContext(
            console,
            settings ->
                Composition.explorer(
                    () -> {
                      throw new AssertionError("no tensor runtime is needed here");
                    },
                    new UserFolders(folder, folder),
                    "test"),
            settings ->
                new EngineReport("runtime", "binding", ComputeDevice.CPU, 0, "none", 1, "nowhere"),
            (empty, size, progress) -> Map.of("settle_ms", 12, "folder", Files.exists(empty)),
            Composition.registries(),
            "test");
    return EifExplorerCommand.run(context, arguments);
  }

  @Test
  void influenceOfAPairIsTheReferencesWithItsSign() {
    Path file = folder.resolve("scores.npz");

    assertEquals(
        0,
        run(
            "influence",
            "--bundle",
            bundle.toString(),
            "--loss-type",
            "ProxyNCA_prob_orig",
            "--pair",
            pair(),
            "--thetas",
            "2",
            "--out",
            file.toString()));
    try (Npz written = Npz.open(file);
        Npz golden = GoldenFiles.open("04_eif_full50_proxynca.npz")) {
      double[] influence = written.array("influence").requireShape(1, 300).doubles();
      assertArrayEquals(golden.array("pair0_influence_nt2").doubles(), influence, 1e-6);
      assertArrayEquals(
          golden.array("pair0_asc_deltaL_f64").doubles(),
          java.util.Arrays.copyOf(
              written.array("delta_loss").requireShape(1, 2, 300).doubles(), 300),
          2e-6);
    }
  }

  @Test
  void aCardOfAPairIsAPageThatIsNotReplaced() throws IOException {
    Path page = folder.resolve("card ä.html");
    String[] card = {
      "card",
      "--bundle",
      bundle.toString(),
      "--loss-type",
      "ProxyNCA_prob_orig",
      "--pair",
      pair(),
      "--estimator",
      "gradient-dot",
      "--top",
      "3",
      "--out",
      page.toString()
    };

    assertEquals(0, run(card), err.toString());
    String text = Files.readString(page);
    assertEquals(8, text.split("<figure").length - 1);
    assertTrue(text.contains("<tr><td>estimator<td><code>"), text);
    assertEquals(1, run(card));
    assertTrue(err.toString().contains("The file is there already"), err.toString());
  }

  private String pair() {
    try (Npz golden = GoldenFiles.open("04_eif_full50_proxynca.npz")) {
      int[] pairs = golden.array("pairs").ints();
      return pairs[0] + "," + pairs[1];
    }
  }

  @Test
  void influenceAsJsonListsTheStrongestOfBothSigns() {
    run(
        "influence",
        "--bundle",
        bundle.toString(),
        "--loss-type",
        "ProxyNCA_prob_orig",
        "--pair",
        pair(),
        "--top",
        "2",
        "--json");

    Map<?, ?> result = Json.parse(out.toString(), Map.class, "output");
    Map<?, ?> query = (Map<?, ?>) ((List<?>) result.get("queries")).get(0);
    assertEquals(
        "positive = harmful (keeps the pair close), negative = helpful",
        result.get("sign_convention"));
    assertEquals(166, query.get("harmful_count"));
    assertEquals(134, query.get("helpful_count"));
    assertEquals(2, ((List<?>) query.get("harmful")).size());
  }

  @Test
  void theVerdictAndTheStabilityOfAPairAreToldToo() {
    run(
        "influence",
        "--bundle",
        bundle.toString(),
        "--loss-type",
        "ProxyNCA_prob_orig",
        "--pair",
        pair(),
        "--top",
        "1",
        "--stability",
        "--verdict",
        "--json");

    Map<?, ?> result = Json.parse(out.toString(), Map.class, "output");
    Map<?, ?> query = (Map<?, ?>) ((List<?>) result.get("queries")).get(0);
    Map<?, ?> verdict = (Map<?, ?>) query.get("verdict");
    assertEquals(5, ((List<?>) verdict.get("trials")).size());
    assertEquals(5, ((List<?>) verdict.get("random")).size());
    assertTrue(verdict.get("text").toString().startsWith("166 harmful images left out: d "));
    assertEquals(
        "other estimators: Gradient dot product, TRAK with the exact kernel",
        query.get("stability"));
    Map<?, ?> first = (Map<?, ?>) ((List<?>) query.get("harmful")).get(0);
    assertEquals(2, first.get("views"));
  }

  @Test
  void aGroupHasNoPairIndices() {
    Path file = folder.resolve("scores.npz");
    int wrong;
    String confused;
    try (Npz golden = GoldenFiles.open("04_eif_full50_proxynca.npz")) {
      wrong = golden.array("group0_wrong_class").ints()[0];
      confused =
          java.util.Arrays.toString(golden.array("group0_confusion_classes").ints())
              .replaceAll("[\\[\\] ]", "");
    }
    run(
        "influence",
        "--bundle",
        bundle.toString(),
        "--loss-type",
        "ProxyNCA_prob_orig",
        "--group",
        wrong + ":" + confused,
        "--out",
        file.toString());
    try (Npz written = Npz.open(file);
        Npz golden = GoldenFiles.open("04_eif_full50_proxynca.npz")) {
      assertArrayEquals(new int[] {-1, -1}, written.array("pairs").ints());
      assertArrayEquals(
          golden.array("group0_influence_nt1").doubles(),
          written.array("influence").doubles(),
          1e-6);
    }
  }

  @Test
  void confusionsAreWrittenAsCsv() throws Exception {
    Path file = folder.resolve("pairs.csv");

    assertEquals(0, run("confusions", "--bundle", bundle.toString(), "--out", file.toString()));
    List<String> lines = Files.readAllLines(file);
    assertEquals(
        "wrong,confused_with,distance,wrong_class,confused_class,wrong_path,confused_path,mutual",
        lines.get(0));
    assertTrue(
        err.toString().startsWith(lines.size() - 1 + " of 150 test images are confused"),
        err.toString());
  }

  @Test
  void aDataSetWithoutAGalleryHasNoConfusionsInIt() {
    assertEquals(1, run("confusions", "--bundle", bundle.toString(), "--gallery"));
    assertTrue(err.toString().contains("are not queries and a gallery"), err::toString);
  }

  @Test
  void evaluateAsJsonHasTheNamesOfTheField() {
    assertEquals(0, run("evaluate", "--bundle", bundle.toString(), "--json"));

    Map<?, ?> result = Json.parse(out.toString(), Map.class, "output");
    for (String name :
        List.of("recall_at_1", "recall_at_2", "recall_at_4", "recall_at_8", "map_at_r", "nmi")) {
      assertTrue(result.get(name) instanceof Number, name + " in " + result);
    }
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertEquals(2, run("explode"));
  }

  @Test
  void aMissingOptionIsWrongUsage() {
    assertEquals(2, run("influence", "--bundle", bundle.toString(), "--pair", "1,2"));
    assertTrue(err.toString().startsWith("Missing option --loss-type"), err.toString());
  }

  @Test
  void aSettingOutOfRangeIsWrongUsage() {
    assertEquals(
        2,
        run(
            "influence",
            "--bundle",
            bundle.toString(),
            "--loss-type",
            "SoftTriple",
            "--pair",
            "1,2",
            "--thetas",
            "4"));
    assertEquals(
        "thetas is 4. Allowed: 1, 2, 3.", err.toString().lines().findFirst().orElseThrow());
  }

  @Test
  void aMissingFileIsASentenceWithoutAStackTrace() {
    assertEquals(1, run("evaluate", "--bundle", folder.resolve("none.npz").toString()));
    assertEquals(1, err.toString().lines().count());
    assertFalse(err.toString().contains("Exception"), err.toString());
  }

  @Test
  void aTestIndexOutOfRangeNamesTheRange() {
    assertEquals(
        2,
        run(
            "influence",
            "--bundle",
            bundle.toString(),
            "--loss-type",
            "SoftTriple",
            "--pair",
            "1,150"));
    assertEquals("test index is 150. Allowed: 0 to 149.", err.toString().strip());
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command :
        List.of(
            "demo", "train", "runs", "export", "evaluate", "confusions", "influence", "doctor")) {
      assertEquals(0, run(command, "--help"), command);
    }
    assertTrue(out.toString().contains("Usage: eif-explorer influence"), out.toString());
  }

  @Test
  void allPairsAreSurveyedAndWritten() throws IOException {
    Path file = folder.resolve("all.npz");

    assertEquals(
        0,
        run(
            "influence",
            "--bundle",
            bundle.toString(),
            "--loss-type",
            "ProxyNCA_prob_orig",
            "--all",
            "--top",
            "3",
            "--json",
            "--out",
            file.toString()));
    try (Npz written = Npz.open(file)) {
      int pairs = written.array("distance").axis(0);
      written.array("harmful").requireShape(pairs, 3);
      written.array("helpful_influence").requireShape(pairs, 3);
      assertEquals(300, written.array("harm").axis(0));
      String guide = Files.readString(Path.of("src", "site", "markdown", "files.md"));
      String survey = guide.substring(guide.indexOf("`influence --all --out all.npz`"));
      written.names().forEach(name -> assertTrue(survey.contains("`" + name + "`"), name));
      assertTrue(out.toString().contains("\"pairs\" : " + pairs), out.toString());
    }
  }

  @Test
  void culpritsAreListedAndTriedWithout() {
    assertEquals(
        0,
        run(
            "culprits",
            "--bundle",
            bundle.toString(),
            "--loss-type",
            "ProxyNCA_prob_orig",
            "--agreement",
            "--top",
            "2",
            "--without",
            "5",
            "--seeds",
            "1",
            "--json"));
    JsonNode facts = JsonMapper.builder().build().readTree(out.toString());
    assertEquals(2, facts.get("classes").size());
    assertEquals(2, facts.get("training_images").size());
    assertEquals(1, facts.get("training_images").get(0).get("ranks").get("EIF").intValue());
    assertEquals(
        List.of("Gradient dot product", "TRAK"),
        facts.get("rank_correlation").properties().stream().map(Map.Entry::getKey).toList());
    assertEquals("[5]", facts.get("without").get("training_images").toString());
    assertEquals(
        "one seed tells nothing about chance",
        facts.get("without").get("recall_at_1").get("chance").stringValue());
  }

  @Test
  void whatIsTriedWithoutIsCheckedBeforeAnythingIsComputed() {
    assertEquals(
        2,
        run(
            "culprits",
            "--bundle",
            bundle.toString(),
            "--loss-type",
            "ProxyNCA_prob_orig",
            "--without",
            "99999"));
    assertEquals("", out.toString());
    assertTrue(err.toString().contains("--without is 99999"), err.toString());
  }

  @Test
  void allAndSingleQueriesExcludeEachOther() {
    assertEquals(
        2,
        run(
            "influence",
            "--bundle",
            bundle.toString(),
            "--loss-type",
            "SoftTriple",
            "--all",
            "--pair",
            "1,2"));
    assertTrue(err.toString().contains("Give --all or single queries, not both"));
  }

  @Test
  void theBenchmarkGivesItsValuesByName() {
    assertEquals(
        0,
        run(
            "benchmark",
            "influence",
            "--train",
            "50",
            "--test",
            "8",
            "--features",
            "6",
            "--embedding",
            "4",
            "--classes",
            "3",
            "--json"));
    for (String name :
        List.of(
            "pairs_measured",
            "groups_measured",
            "batches_measured",
            "precompute_s",
            "pair_ms_median",
            "pair_ms_p95",
            "pair_first_ms_median",
            "group_ms_median",
            "if_s",
            "if_next_s",
            "all_pairs_per_s",
            "peak_mb",
            "device",
            "threads")) {
      assertTrue(out.toString().contains('"' + name + '"'), name);
    }
  }

  @Test
  void theGalleryIsMeasuredInAnEmptyFolderThatIsGoneAfterwards() throws Exception {
    long before = galleryFolders();
    assertEquals(0, run("benchmark", "gallery", "--images", "400", "--pairs", "80", "--json"));
    assertEquals(
        Map.of("settle_ms", 12, "folder", true), Json.parse(out.toString(), Map.class, "output"));
    assertEquals(before, galleryFolders());
  }

  private static long galleryFolders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("eif-explorer-gallery"))
          .count();
    }
  }

  @Test
  void aGalleryThatCantBeMadeIsWrongUsage() {
    assertEquals(2, run("benchmark", "gallery", "--images", "400", "--pairs", "300"));
    assertTrue(err.toString().contains("pairs is 300"), err.toString());
  }

  @Test
  void anEmptyPathIsNotTheFolderOneIsIn() {
    assertEquals(2, run("import", "--bundle", bundle.toString(), "--workspace", ""));
    assertEquals(
        "Invalid value for option '--workspace': it is empty; the folder you are in is .",
        err.toString().lines().findFirst().orElseThrow());
  }
}
