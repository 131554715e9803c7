package eifexplorer.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.OnnxNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.onnx.OnnxModel;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.testing.OnnxFiles;
import eifexplorer.testing.SmallWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxImportTest {
  @TempDir Path folder;
  private SmallWorkspace small;
  private Path network;

  @BeforeEach
  void make() throws IOException {
    small = new SmallWorkspace(folder);
    Path place = Files.createDirectories(folder.resolve("onnx"));
    Files.write(place.resolve("network.onnx.data"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    int features = MeanColourEngine.PROGRAM_FEATURES;
    network =
        new OnnxFiles()
            .input("images", 1, 3, 24, 24)
            .external("W", "network.onnx.data", 0, 8)
            .node("", "Conv", new String[] {"images", "W"}, "map")
            .output("map", 1, features, 24, 24)
            .output("features", 1, features)
            .write(place.resolve("network.onnx"));
  }

  private ModelFiles files(OptionalInt crop, Optional<String> output) {
    Random random = new Random(1);
    int features = MeanColourEngine.PROGRAM_FEATURES;
    StateDict head =
        StateDict.of(
            Map.of(
                "weight", SmallWorkspace.tensor(random, SmallWorkspace.EMBEDDING, features),
                "bias", SmallWorkspace.tensor(random, SmallWorkspace.EMBEDDING)));
    StateDict proxies =
        StateDict.of(
            Map.of(
                "proxies",
                SmallWorkspace.tensor(random, SmallWorkspace.CLASSES, SmallWorkspace.EMBEDDING)));
    return new ModelFiles(
        network,
        Optional.of(small.write("head.safetensors", head)),
        Optional.of(small.write("proxies.safetensors", proxies)),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        crop,
        Optional.empty(),
        output);
  }

  @Test
  void everyAssumptionIsSaid() {
    List<String> expected = new ArrayList<>();
    expected.add(
        "Output: \"map\" [1,6,24,24], the first that can be features; there are: \"map\""
            + " [1,6,24,24], \"features\" [1,6].");
    if (!OnnxNetwork.canRun()) {
      expected.add("This build can't run ONNX networks. " + OnnxNetwork.HOW_TO_RUN);
    }
    expected.add("Features: average pooling (usual for such names).");
    expected.add("Images: resized to 27, cropped to 24 (usual for onnx-6).");
    expected.add("Loss: ProxyNCA++ (usual).");
    assertEquals(
        expected,
        ForeignModelReader.read(files(OptionalInt.empty(), Optional.empty())).finding(3).notes());
  }

  @Test
  void imagesOfAnotherSizeThanTheFileSaysAreRefused() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> ForeignModelReader.read(files(OptionalInt.of(32), Optional.empty())));
    assertEquals(
        "The network takes images of 24×24 pixels alone, not of 32×32: "
            + network
            + ". Crop to 24.",
        refused.getMessage());
  }

  @Test
  void aModelKeepsOneFileThatIsAgreedTo() throws IOException {
    ModelCard card;
    try (Explorer explorer = small.explorer()) {
      card =
          explorer
              .workspaces()
              .add(
                  small.workspace(),
                  files(OptionalInt.empty(), Optional.of("features")),
                  JobContext.unattended());
    }
    Path kept = small.workspace().resolve("models").resolve(card.id()).resolve("backbone.onnx");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    OnnxModel.writeWhole(network, whole);
    int features = MeanColourEngine.PROGRAM_FEATURES;
    assertEquals("onnx-" + features + "-o1/average/plain", card.backbone());
    assertArrayEquals(whole.toByteArray(), Files.readAllBytes(kept));
    assertEquals("features", card.provenance().parameters().get("output"));

    List<Path> asked = new ArrayList<>();
    try (Explorer explorer = small.explorer()) {
      explorer.workspaces().programs().askWith(program -> !asked.add(program));
      explorer.workspaces().programs().require(kept);
      assertEquals(List.of(), asked);
      Files.write(kept, new byte[] {0}, StandardOpenOption.APPEND);
      assertThrows(ProblemException.class, () -> explorer.workspaces().programs().require(kept));
      assertEquals(List.of(kept), asked);
    }
  }

  @Test
  void otherWeightsAreOtherFeatures() throws IOException {
    try (Explorer explorer = small.explorer()) {
      ModelFiles files = files(OptionalInt.empty(), Optional.of("features"));
      ModelCard first =
          explorer.workspaces().add(small.workspace(), files, JobContext.unattended());
      Path data = network.resolveSibling("network.onnx.data");
      Files.write(data, new byte[(int) Files.size(data)]);
      ModelCard second =
          explorer.workspaces().add(small.workspace(), files, JobContext.unattended());
      assertTrue(!first.features().equals(second.features()), first.features());
    }
  }
}
