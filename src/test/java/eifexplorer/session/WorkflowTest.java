package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineSettings;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    return new Explorer(
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
      card = explorer.train(request(), JobContext.unattended());
    }
    assertEquals("SoftTriple · basic-1-1-1-1-w8 · epoch 2", card.title());
    assertEquals(LossSpec.SOFT_TRIPLE, card.loss());

    try (Explorer explorer = explorer(WorkflowTest::noEngine)) {
      ExplorerSession session =
          explorer.openWorkspace(folder.resolve("ws"), JobContext.unattended());
      assertEquals(3 * PER_CLASS, session.dataset().train().size());
      assertEquals(
          List.of("class1/broken.png"),
          session.dataset().skipped().stream().map(s -> s.path()).toList());
      assertEquals(
          card.metrics().get("recall_at_1"),
          explorer.measure(session, JobContext.unattended()).recallAt().get(1));
      InfluenceScores scores =
          session.estimator().estimate(new Queries(session).pair(0, 7), JobContext.unattended());
      assertEquals(3 * PER_CLASS, scores.size());
      assertTrue(scores.harmful().length + scores.helpful().length > 0);
    }
  }

  @Test
  void aRunLeavesALineAnEpoch() throws IOException {
    try (Explorer explorer = explorer(() -> new DjlEngine(EngineSettings.defaults()))) {
      explorer.train(request(), JobContext.unattended());
    }
    List<String> lines =
        Files.readAllLines(folder.resolve("ws/runs/SoftTriple_seed7/epochs.jsonl"));
    assertEquals(3, lines.size());
    assertTrue(lines.get(2).startsWith("{\"epoch\":3,\"loss\":"), lines.get(2));
  }

  @Test
  void aResultIsKeptAndFoundAgain() {
    try (Explorer explorer = explorer(() -> new DjlEngine(EngineSettings.defaults()))) {
      explorer.train(request(), JobContext.unattended());
      ExplorerSession session =
          explorer.openWorkspace(folder.resolve("ws"), JobContext.unattended());
      List<InfluenceQuery> query = List.of(new Queries(session).pair(0, 7));
      InfluenceScores first =
          explorer
              .explain(session, session.estimator(), Map.of(), query, JobContext.unattended())
              .get(0);
      InfluenceScores again =
          explorer
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
      explorer.train(request(), JobContext.unattended());
      explorer.train(request(), JobContext.unattended());
      ExplorerSession first =
          explorer.openWorkspace(folder.resolve("ws"), "SoftTriple_seed7", JobContext.unattended());
      ExplorerSession second =
          explorer.openWorkspace(
              folder.resolve("ws"), "SoftTriple_seed7_2", JobContext.unattended());

      assertArrayEquals(first.bundle().head().weight(), second.bundle().head().weight());
    }
  }
}
