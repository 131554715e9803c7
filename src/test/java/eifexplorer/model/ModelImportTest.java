package eifexplorer.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.Architecture;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.Engine;
import eifexplorer.engine.ResidualNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelImportTest {
  @TempDir Path folder;
  private SmallWorkspace small;

  @BeforeEach
  void make() {
    small = new SmallWorkspace(folder);
  }

  private ModelFinding inspect(ModelFiles files, int classes) {
    try (Explorer explorer = small.explorer()) {
      return explorer.workspaces().inspect(files, classes);
    }
  }

  private ModelCard add(ModelFiles files) {
    try (Explorer explorer = small.explorer()) {
      return explorer.workspaces().add(small.workspace(), files, JobContext.unattended());
    }
  }

  @Test
  void aModelIsMeasuredAndOpened() {
    ModelCard card = add(ModelFiles.at(small.model(1, SmallWorkspace.CLASSES)));

    assertEquals("ProxyNCA++ · basic-1-1-1-1-w8", card.title());
    assertTrue(card.metric("recall_at_1").getAsDouble() > 0, card.metrics().toString());
    try (Explorer explorer = small.explorer(ModelImportTest::noEngine)) {
      ExplorerSession session =
          explorer.sessions().openWorkspace(small.workspace(), JobContext.unattended());
      assertEquals(
          card.metric("recall_at_1").getAsDouble(),
          explorer.explanations().measure(session, JobContext.unattended()).recallAt().get(1));
    }
  }

  private static Engine noEngine() {
    throw new AssertionError("Features must be found again");
  }

  @Test
  void whatIsFoundIsSaidBeforeItIsAdded() {
    Path weights = small.model(1, 6);

    assertEquals(
        new ModelFinding(
            "Safetensors",
            weights,
            Optional.of(weights),
            "basic-1-1-1-1-w8/max/layernorm",
            64,
            SmallWorkspace.EMBEDDING,
            6,
            3,
            LossSpec.PROXY_NCA,
            true,
            OptionalInt.empty(),
            List.of(
                "There are 6 proxies for 3 training classes, more than one a class: that is"
                    + " SoftTriple."),
            List.of(
                "The last linear layer is \"head.weight\".",
                "Features: max pooling and LayerNorm (usual for such names).",
                "Images: resized to 288, cropped to 256 (usual for the authors' models).",
                "Loss: ProxyNCA++ (usual).")),
        inspect(ModelFiles.at(weights), 3));
  }

  @Test
  void severalProxiesAClassAreSoftTriplesCentres() throws IOException {
    Path epoch =
        Files.createDirectories(
            folder.resolve("dvi_data_cub_0_lossSoftTriple/ResNet_4_Model/Epoch_7"));
    Path weights = Files.copy(small.model(1, 6), epoch.resolve("cub_cub_trainval_4_0.safetensors"));

    ModelFinding finding =
        inspect(ModelFiles.at(folder.resolve("dvi_data_cub_0_lossSoftTriple")), 3);

    assertEquals(weights, finding.weights());
    assertEquals(LossSpec.SOFT_TRIPLE.withCentres(2), finding.loss());
    assertEquals(OptionalInt.of(7), finding.epoch());
    assertEquals(List.of(), finding.problems());
  }

  @Test
  void proxiesOfAnotherDataSetAreRefused() {
    ModelFiles files = ModelFiles.at(small.model(1, 5));

    ProblemException refused = assertThrows(ProblemException.class, () -> add(files));

    assertEquals(
        "The model does not fit the data set: "
            + files.weights()
            + ". There are 5 proxies, but 3 training classes. Choose the model of this data set and"
            + " split.",
        refused.getMessage());
  }

  @Test
  void aModelWithoutProxiesIsExplainedThroughFittedOnes() {
    Architecture network = Architecture.parse("basic-1-1-1-1-w8");
    StateDict head =
        StateDict.of(
            Map.of("fc.weight", SmallWorkspace.tensor(new Random(1), 4, network.featureSize())));
    Path weights =
        small.write("triplet.safetensors", BackboneWeights.random(network, 1).plus(head));

    ModelCard card = add(ModelFiles.at(weights));

    assertEquals("ProxyNCA++ · basic-1-1-1-1-w8 · proxies fitted", card.title());
    assertEquals("proxies fitted", card.provenance().parameters().get("proxies"));
    assertEquals(
        SmallWorkspace.CLASSES,
        new ModelStore(Workspace.open(small.workspace())).load(card).proxies().count());
  }

  @Test
  void aNetworkAloneLacksAHead() {
    Path weights =
        small.write("alone.safetensors", BackboneWeights.random(ResidualNetwork.RESNET18, 1));

    assertEquals(
        List.of(
            "The last linear layer is missing. Choose the file with its weight and bias, or train a"
                + " last layer on the features of these weights."),
        inspect(ModelFiles.at(weights), 3).problems());
  }

  @Test
  void aProgramIsAddedWithItsHeadAndProxies() {
    ModelCard card = small.addProgram();

    assertEquals("torchscript-6/average/plain", card.backbone());
    assertEquals("SoftTriple · torchscript-6", card.title());
  }

  @Test
  void anExportedBundleIsAddedAgain() {
    ModelCard card = small.add(1);
    Path bundle = folder.resolve("bundle.npz");
    try (Explorer explorer = small.explorer()) {
      explorer.workspaces().export(small.workspace(), card.id(), bundle, JobContext.unattended());
    }

    ModelCard again = add(ModelFiles.at(bundle));

    assertEquals(card.metrics(), again.metrics());
    try (Explorer explorer = small.explorer(ModelImportTest::noEngine)) {
      assertArrayEquals(
          explorer
              .sessions()
              .openWorkspace(small.workspace(), card.id(), JobContext.unattended())
              .bundle()
              .testFeatures()
              .toArray(),
          explorer
              .sessions()
              .openWorkspace(small.workspace(), again.id(), JobContext.unattended())
              .bundle()
              .testFeatures()
              .toArray());
    }
  }

  @Test
  void theAuthorsCheckpointIsRead() throws IOException {
    Path checkpoints = GoldenFiles.shared("golden/checkpoints");
    Path epoch =
        Files.createDirectories(
            folder.resolve("dvi_data_cub_0_lossProxyNCA_prob_orig/ResNet_64_Model/Epoch_40"));
    Path weights = epoch.resolve("cub_cub_trainval_64_0.pth");
    Files.copy(checkpoints.resolve("cub_cub_trainval_64_0_resnet18.pth"), weights);
    Files.copy(checkpoints.resolve("proxy.pth"), epoch.resolve("proxy.pth"));
    Files.copy(checkpoints.resolve("testing_labels.pth"), epoch.resolve("testing_labels.pth"));

    ModelFinding finding = inspect(ModelFiles.at(epoch), 100);

    assertEquals(
        List.of("resnet18/max/layernorm", 512, 64, OptionalInt.of(40), LossSpec.PROXY_NCA),
        List.of(
            finding.network(),
            finding.featureSize(),
            finding.embeddingSize(),
            finding.epoch(),
            finding.loss()));
    assertEquals(Optional.of(epoch.resolve("proxy.pth")), finding.proxiesFile());
  }
}
