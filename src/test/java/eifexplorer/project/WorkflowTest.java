package eifexplorer.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.dataset.ClassLabel;
import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineSettings;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.model.BackboneChoice;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.retrain.ReweightOutcome;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.run.DrawnClasses;
import eifexplorer.run.PlanChanges;
import eifexplorer.run.RunSummary;
import eifexplorer.run.TrainRequest;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.Queries;
import eifexplorer.training.LossSpec;
import eifexplorer.training.ValidationPlan.Mode;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From image files to a trained model and the influences on a pair, with the real tensor runtime. */
class WorkflowTest {
  private static final int CLASSES = 6;
  private static final int PER_CLASS = 6;
  private static final String PLAN =
      """
      {
        "title": "tiny", "dataset": "folder",
        "network": {"backbone": "basic-1-1-1-1-w8/average/layernorm", "frozen": false, "resize": 36, "crop": 32,
                    "embeddingSize": 8, "initialHead": "uniform"},
        "loss": {"type": "SoftTriple", "lambda": 20, "gamma": 0.1, "tau": 0.2, "margin": 0.01, "centresPerClass": 1},
        "batches": {"sampler": "balanced", "classes": 3, "samplesPerClass": 2},
        "optimiser": {"backboneRate": 0.001, "headRate": 0.001, "proxyRate": 0.01, "epsilon": 1e-8,
                      "weightDecay": 0, "clip": 10},
        "epochs": 2, "warmUpEpochs": 1, "seed": 0
      }
      """;

  @TempDir Path folder;
  private Path plan;

  @BeforeEach
  void drawImages() throws IOException {
    plan = Files.writeString(folder.resolve("plan.json"), PLAN);
    DrawnClasses.draw(folder.resolve("images"), CLASSES, PER_CLASS);
    Files.write(folder.resolve("images/class1/broken.png"), new byte[] {1, 2, 3});
  }

  private Explorer explorer(Supplier<Engine> engine) {
    return Composition.explorer(
        engine, new UserFolders(folder.resolve("home"), folder.resolve("home")), "test");
  }

  private TrainRequest request() {
    return new TrainRequest(
        folder.resolve("ws"),
        DatasetReference.clean("folder", folder.resolve("images").toString(), "1-3", "4-6"),
        Optional.empty(),
        new BackboneChoice(Optional.empty(), Optional.empty()),
        OptionalInt.empty(),
        OptionalInt.empty(),
        false,
        Optional.empty(),
        Optional.of(plan),
        7);
  }

  private static Engine noEngine() {
    throw new AssertionError("A finished workspace must open without the tensor runtime");
  }

  @Test
  void aNetworkIsTrainedKeptAndExplained() {
    ModelCard card;
    try (Explorer explorer = explorer(() -> new DjlEngine(EngineSettings.defaults()))) {
      card = explorer.trainings().train(request(), JobContext.unattended());
    }
    assertEquals("SoftTriple · basic-1-1-1-1-w8 · epoch 2", card.title());
    assertEquals(LossSpec.SOFT_TRIPLE, card.loss());

    try (Explorer explorer = explorer(WorkflowTest::noEngine)) {
      ExplorerSession session =
          explorer.sessions().openWorkspace(folder.resolve("ws"), JobContext.unattended());
      assertEquals(3 * PER_CLASS, session.dataset().train().size());
      assertEquals(
          List.of("class1/broken.png"),
          session.dataset().skipped().stream().map(s -> s.path()).toList());
      assertEquals(
          card.metrics().get("recall_at_1"),
          explorer.explanations().measure(session, JobContext.unattended()).recallAt().get(1));
      InfluenceScores scores =
          session.estimator().estimate(new Queries(session).pair(0, 7), JobContext.unattended());
      assertEquals(3 * PER_CLASS, scores.size());
      assertTrue(scores.harmful().length + scores.helpful().length > 0);
    }
  }

  /** Six classes: of the training classes 1 to 4 two are learnt, two measured, and the best epoch is kept. */
  @Test
  void modeTrainDividesTheTrainingClassesAndKeepsTheBestEpoch() {
    TrainRequest usual = request();
    DatasetReference four =
        DatasetReference.clean("folder", folder.resolve("images").toString(), "1-4", "5-6");
    PlanChanges changes =
        new PlanChanges(
            Optional.of(Mode.TRAIN),
            OptionalInt.of(4),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty());
    TrainRequest halved = with(usual, four, false, changes);
    try (Explorer explorer = explorer(() -> new DjlEngine(EngineSettings.defaults()))) {
      ModelCard card = explorer.trainings().train(halved, JobContext.unattended());
      RunSummary run = explorer.trainings().runs(folder.resolve("ws")).runs().get(0);
      ExplorerSession session =
          explorer.sessions().openWorkspace(folder.resolve("ws"), JobContext.unattended());

      assertEquals(
          List.of("class0", "class1", "class2", "class3"),
          session.dataset().classes().stream().map(ClassLabel::name).toList());
      assertEquals(2, session.dataset().trainClassCount());
      double best = run.best("hmean").getAsDouble();
      assertEquals(best, card.metrics().get("hmean"), 1e-6);
    }
  }

  @Test
  void lookAlikesAreTakenForEachOtherAndTheTruthIsKept() throws IOException {
    DatasetReference noisy =
        new DatasetReference(
            "folder", folder.resolve("images").toString(), "1-4", "5-6", "confusion", .3, 0);
    try (Explorer explorer = explorer(() -> new DjlEngine(EngineSettings.defaults()))) {
      explorer
          .trainings()
          .train(with(request(), noisy, true, PlanChanges.NONE), JobContext.unattended());
      ExplorerSession session =
          explorer.sessions().openWorkspace(folder.resolve("ws"), JobContext.unattended());

      assertEquals(7, session.dataset().noise().orElseThrow().trueLabels().size());
      assertTrue(session.dataset().noise().orElseThrow().model().startsWith("confusion:"));
    }
    List<String> truth = Files.readAllLines(folder.resolve("ws/runs/SoftTriple_seed7/truth.csv"));
    assertEquals("path,given,true", truth.get(0));
    assertEquals(8, truth.size());
    for (String line : truth.subList(1, 8)) {
      String[] cells = line.split(",", -1);
      assertTrue(cells[0].startsWith(cells[2] + "/") && !cells[1].equals(cells[2]), line);
    }
  }

  private TrainRequest with(
      TrainRequest usual, DatasetReference dataset, boolean frozen, PlanChanges changes) {
    String fewer = PLAN.replace("\"classes\": 3", "\"classes\": 2");
    try {
      Files.writeString(
          plan, frozen ? fewer.replace("\"warmUpEpochs\": 1", "\"warmUpEpochs\": 0") : fewer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return usual.with(other -> other.dataset(dataset).frozen(frozen).changes(changes));
  }

  @Test
  void aTrialPushesAPairApartOrNotAndLeavesTheSessionAsItIs() {
    try (Explorer explorer = explorer(() -> new DjlEngine(EngineSettings.defaults()))) {
      explorer.trainings().train(request(), JobContext.unattended());
      ExplorerSession session =
          explorer.sessions().openWorkspace(folder.resolve("ws"), JobContext.unattended());
      float[] before = session.bundle().head().weight();
      double[] weights = new double[session.dataset().train().size()];
      Arrays.fill(weights, 1);
      ReweightRequest plain = trial(session, weights, Map.of());
      weights[0] = 0;
      ReweightRequest without = trial(session, weights, Map.of());
      weights[0] = 1;
      ReweightRequest relabelled = trial(session, weights, Map.of(0, 2));

      List<ReweightOutcome> outcomes =
          explorer.reweights().reweight(session, plain, JobContext.unattended());
      assertEquals(List.of(1L, 2L), outcomes.stream().map(ReweightOutcome::seed).toList());
      assertEquals(session.recallAt1(), outcomes.get(0).recallBefore());
      assertArrayEquals(before, session.bundle().head().weight());
      float[] after = outcomes.get(0).head().weight();
      assertFalse(Arrays.equals(before, after));
      for (ReweightRequest other : List.of(without, relabelled)) {
        assertFalse(
            Arrays.equals(
                after,
                explorer
                    .reweights()
                    .reweight(session, other, JobContext.unattended())
                    .get(0)
                    .head()
                    .weight()));
      }
    }
  }

  private static ReweightRequest trial(
      ExplorerSession session, double[] weights, Map<Integer, Integer> labels) {
    return ReweightRequest.usual(
        session, weights, labels, List.of(new TestPair(0, 7)), List.of(1L, 2L));
  }

  @Test
  void aRunLeavesALineAnEpoch() throws IOException {
    try (Explorer explorer = explorer(() -> new DjlEngine(EngineSettings.defaults()))) {
      explorer.trainings().train(request(), JobContext.unattended());
    }
    List<String> lines =
        Files.readAllLines(folder.resolve("ws/runs/SoftTriple_seed7/epochs.jsonl"));
    assertEquals(3, lines.size());
    assertTrue(lines.get(2).startsWith("{\"epoch\":3,\"loss\":"), lines.get(2));
  }

  @Test
  void aResultIsKeptAndFoundAgain() {
    try (Explorer explorer = explorer(() -> new DjlEngine(EngineSettings.defaults()))) {
      explorer.trainings().train(request(), JobContext.unattended());
      ExplorerSession session =
          explorer.sessions().openWorkspace(folder.resolve("ws"), JobContext.unattended());
      List<InfluenceQuery> query = List.of(new Queries(session).pair(0, 7));
      InfluenceScores first =
          explorer
              .explanations()
              .explain(session, session.estimator(), Map.of(), query, JobContext.unattended())
              .get(0);
      InfluenceScores again =
          explorer
              .explanations()
              .explain(session, new Refusing(), Map.of(), query, JobContext.unattended())
              .get(0);

      assertArrayEquals(first.influences(), again.influences());
      assertEquals(first.deltaLoss(0, 5), again.deltaLoss(0, 5));
    }
  }

  /** An estimator that must not be asked. */
  private static final class Refusing implements InfluenceEstimator {
    @Override
    public String id() {
      return "eif";
    }

    @Override
    public String title() {
      return "refusing";
    }

    @Override
    public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
      throw new AssertionError("The kept result must be used");
    }
  }

  @Test
  void aModelThatAKilledRunLeftIsNotListed() throws IOException {
    Workspace workspace =
        Workspace.create(
            folder.resolve("killed"),
            "k",
            DatasetReference.clean("folder", folder.toString(), "", ""));
    Files.createDirectories(workspace.modelFolder("half"));
    Files.write(workspace.modelFolder("half").resolve("weights.safetensors"), new byte[] {1});

    assertEquals(List.of(), new ModelStore(workspace).list());
  }

  @Test
  void theSameSeedGivesTheSameWeights() {
    try (Explorer explorer = explorer(() -> new DjlEngine(EngineSettings.defaults()))) {
      explorer.trainings().train(request(), JobContext.unattended());
      explorer.trainings().train(request(), JobContext.unattended());
      ExplorerSession first =
          explorer
              .sessions()
              .openWorkspace(folder.resolve("ws"), "SoftTriple_seed7", JobContext.unattended());
      ExplorerSession second =
          explorer
              .sessions()
              .openWorkspace(folder.resolve("ws"), "SoftTriple_seed7_2", JobContext.unattended());

      assertArrayEquals(first.bundle().head().weight(), second.bundle().head().weight());
    }
  }
}
