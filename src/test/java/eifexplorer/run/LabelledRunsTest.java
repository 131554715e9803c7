package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.app.Composition;
import eifexplorer.dataset.LabelChange;
import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.checkpoint.Safetensors;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.retrain.HeadComparison;
import eifexplorer.retrain.HeadComparison.Change;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Revisions;
import eifexplorer.training.EpochReport;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on corrected labels give what runs on a data set with these labels give. */
class LabelledRunsTest extends TrainingBench {
  private static final List<LabelChange> CORRECTED =
      List.of(
          new LabelChange("images/class0/1.png", "class1", "class0"),
          new LabelChange("images/class2/3.png", "class0", "class2"));

  @BeforeEach
  void writeLabels() throws IOException {
    write("wrong.csv", CORRECTED);
    write("right.csv", List.of());
  }

  private void write(String name, List<LabelChange> wrong) throws IOException {
    StringBuilder csv = new StringBuilder("path,label,split\n");
    for (int c = 0; c < CLASSES; c++) {
      for (int i = 0; i < PER_CLASS; i++) {
        String path = "images/class" + c + "/" + i + ".png";
        String label =
            wrong.stream()
                .filter(change -> change.sample().equals(path))
                .map(LabelChange::from)
                .findFirst()
                .orElse("class" + c);
        csv.append(path + "," + label + "," + (c < CLASSES / 2 ? "train" : "test") + "\n");
      }
    }
    Files.writeString(folder.resolve(name), csv);
  }

  private TrainRequest request(boolean frozen, String csv, String workspace) {
    Path to = folder.resolve(workspace);
    return new TinyTraining(folder, frozen)
        .request(to)
        .on(DatasetReference.clean("csv", folder.resolve(csv).toString(), "official", ""), to);
  }

  /** A workspace on the wrong labels, with the right ones checked out as revision 1. */
  private void commit(Path workspace, List<LabelChange> changes) {
    Workspace.create(workspace, "ws", request(true, "wrong.csv", "ws").dataset());
    Revision revision =
        new Revision(
            1,
            0,
            "put right",
            Instant.EPOCH,
            List.of("me"),
            changes,
            changes,
            List.of(),
            Revision.fingerprint(changes));
    Json.write(workspace.resolve("review/revisions/1.json"), revision);
    Json.write(workspace.resolve("review/current.json"), new Revisions.Pointer(1, 1, 0));
  }

  /** Services with an engine of their own, since they close it. */
  private Explorer explorer() {
    return Composition.explorer(
        () -> new DjlEngine(EngineSettings.defaults()), new UserFolders(folder, folder), "test");
  }

  private ModelCard train(boolean frozen, TrainRequest request, RunObserver observer) {
    return new TinyTraining(folder, frozen)
        .runs(engine)
        .train(request, observer, JobContext.unattended());
  }

  private StateDict weights(String workspace, ModelCard card) {
    return Safetensors.read(
        folder.resolve(workspace).resolve("models/" + card.id() + "/weights.safetensors"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theCheckedOutLabelsAreTrainedOnAndNamed(boolean frozen) {
    commit(folder.resolve("ws"), CORRECTED);
    ModelCard own = train(frozen, request(frozen, "wrong.csv", "ws").onLabels(0), RunObserver.NONE);
    ModelCard corrected = train(frozen, request(frozen, "wrong.csv", "ws"), RunObserver.NONE);
    ModelCard right = train(frozen, request(frozen, "right.csv", "clean"), RunObserver.NONE);

    assertEquals(weights("clean", right), weights("ws", corrected));
    assertNotEquals(weights("ws", own), weights("ws", corrected));
    assertEquals(List.of(0, 1, 0), labels(own, corrected, right));
    assertEquals(
        Revision.fingerprint(CORRECTED), corrected.provenance().inputs().get("labels_fingerprint"));
    assertEquals(
        corrected.id(), new ModelStore(Workspace.open(folder.resolve("ws"))).trainedOn(1).id());
  }

  private static List<Integer> labels(ModelCard... cards) {
    return List.of(cards).stream().map(ModelCard::labelRevision).toList();
  }

  /** The revision that is checked out when the run goes on does not matter. */
  @Test
  void aRunThatGoesOnKeepsItsLabels() {
    Path workspace = folder.resolve("ws");
    commit(workspace, CORRECTED);
    assertThrows(
        IllegalStateException.class,
        () -> train(false, request(false, "wrong.csv", "ws"), failingAtEpoch(5)));
    Json.write(workspace.resolve("review/current.json"), new Revisions.Pointer(0, 0, 0));
    TrainingRuns runs = new TinyTraining(folder, false).runs(engine);
    ModelCard resumed = runs.resume(workspace, "", RunObserver.NONE, JobContext.unattended());
    ModelCard right = train(false, request(false, "right.csv", "clean"), RunObserver.NONE);

    assertEquals(1, resumed.labelRevision());
    assertEquals(1, runs.runs(workspace).runs().get(0).labels());
    assertEquals(weights("clean", right), weights("ws", resumed));
  }

  private static RunObserver failingAtEpoch(int epoch) {
    return new RunObserver() {
      @Override
      public void epochDone(EpochReport report) {
        if (report.epoch() == epoch) {
          throw new IllegalStateException("stop");
        }
      }
    };
  }

  @Test
  void imagesLeftOutAreNotTrainedOnButKeepTheirFeatures() {
    Path workspace = folder.resolve("ws");
    commit(workspace, List.of(new LabelChange("images/class2/3.png", "class0", "")));
    ModelCard card = train(false, request(false, "wrong.csv", "ws"), RunObserver.NONE);
    RunSummary run = new TinyTraining(folder, false).runs(engine).runs(workspace).runs().get(0);

    assertEquals(
        List.of(
            "Trained on label revision 1, which differs from the data set's own labels in 1"
                + " image."),
        run.remarks());
    try (Explorer explorer = explorer()) {
      assertEquals(
          List.of(17, 18),
          List.of(
              explorer
                  .sessions()
                  .openLabels(workspace, 1, JobContext.unattended())
                  .dataset()
                  .train()
                  .size(),
              explorer
                  .sessions()
                  .openWorkspace(workspace, card.id(), 0, JobContext.unattended())
                  .dataset()
                  .train()
                  .size()));
    }
  }

  @Test
  void theNetworkIsTrainedAgainOnTheNewerLabelsAndCompared() {
    Path workspace = folder.resolve("ws");
    commit(workspace, CORRECTED);
    ModelCard own = train(false, request(false, "wrong.csv", "ws").onLabels(0), RunObserver.NONE);
    ModelCard right = train(false, request(false, "right.csv", "clean"), RunObserver.NONE);
    try (Explorer explorer = explorer()) {
      HeadComparison first =
          explorer.reviews().retrainNetwork(workspace, own.id(), 1, JobContext.unattended());
      ModelCard kept = new ModelStore(Workspace.open(workspace)).get(first.model());

      assertEquals(List.of(0, 1, 2, 1), facts(first));
      assertEquals(weights("clean", right), weights("ws", kept));
      Change recall = first.metrics().get("recall_at_1");
      assertEquals(own.metrics().get("recall_at_1"), recall.before().mean(), 1e-12);
      assertEquals(right.metrics().get("recall_at_1"), recall.after().mean(), 1e-12);

      HeadComparison again =
          explorer.reviews().retrainNetwork(workspace, own.id(), 1, JobContext.unattended());
      assertEquals(first, again);
    }
  }

  private static List<Integer> facts(HeadComparison comparison) {
    return List.of(
        comparison.before(), comparison.after(), comparison.labelsChanged(), comparison.seeds());
  }

  @Test
  void aHeadIsNotRetrainedAsANetwork() {
    Path workspace = folder.resolve("ws");
    commit(workspace, CORRECTED);
    ModelCard head = train(true, request(true, "wrong.csv", "ws").onLabels(0), RunObserver.NONE);
    try (Explorer explorer = explorer()) {
      ProblemException problem =
          assertThrows(
              ProblemException.class,
              () ->
                  explorer
                      .reviews()
                      .retrainNetwork(workspace, head.id(), 1, JobContext.unattended()));
      assertEquals(
          "The model " + head.title() + " was not made by training a whole network here",
          problem.what());
    }
  }

  @Test
  void aRevisionThatLeavesAClassEmptyIsRefused() {
    List<LabelChange> all = new ArrayList<>();
    for (int i = 0; i < PER_CLASS; i++) {
      all.add(new LabelChange("images/class1/" + i + ".png", "class1", LabelChange.EXCLUDED));
    }
    all.add(new LabelChange("images/class0/1.png", "class1", "class0"));
    commit(folder.resolve("ws"), all);
    assertEquals("The class class1 has no image left", refusal(request(true, "wrong.csv", "ws")));
  }

  @Test
  void aNewWorkspaceHasNoRevisions() {
    assertEquals("revision is 3", refusal(request(true, "right.csv", "new").onLabels(3)));
  }

  private String refusal(TrainRequest request) {
    return assertThrows(ProblemException.class, () -> train(true, request, RunObserver.NONE))
        .what();
  }
}
