package eifexplorer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last linear layer and proxies are found whatever they are called and wherever they are. */
class HeadSearchTest {
  private static final int FEATURES = 32;
  private static final int EMBEDDING = 5;
  private static final StateDict NETWORK =
      BackboneWeights.random(Architecture.parse("basic-1-1-1-1-w4"), 1);

  private static WeightTensor numbers(int... shape) {
    float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    return WeightTensor.of(values, shape);
  }

  private static StateDict with(StateDict network, Object... namesAndTensors) {
    Map<String, WeightTensor> more = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTensors.length; i += 2) {
      more.put((String) namesAndTensors[i], (WeightTensor) namesAndTensors[i + 1]);
    }
    return network.plus(StateDict.of(more));
  }

  @ParameterizedTest
  @CsvSource({
    "'',fc.",
    "'',embedding.",
    "module.,module.fc.",
    "_orig_mod.module.0.base.,_orig_mod.module.1.",
    "state_dict.module.0.base.,state_dict.module.1.",
    "0.,1.",
    "model.,model.embedding.",
    "model.,model.last_linear.",
    "net.trunk.,net.embedder.net.0.",
    "models.trunk.,models.embedder.linear.",
    "backbone.,head.",
    "student.backbone.,student.head.",
    "model.encoder.,model.projection.",
    "statedict.model.,statedict.classifier.",
    "x.encoder.,x.neck.",
    "state_dict.model.model.,state_dict.model.head.proj.",
    "backbone.,emb."
  })
  void theHeadIsFound(String prefix, String head) {
    WeightTensor weight = numbers(EMBEDDING, FEATURES);
    WeightTensor bias = numbers(EMBEDDING);
    StateDict all = with(NETWORK.prefixed(prefix), head + "weight", weight, head + "bias", bias);
    AuthorsCheckpoint found = AuthorsCheckpoint.of(all, "");
    assertEquals(Optional.of(new AuthorsCheckpoint.Head(weight, bias)), found.head());
    assertEquals(NETWORK, found.backbone());
    AuthorsCheckpoint unbiased =
        AuthorsCheckpoint.of(with(all.filtered(n -> !n.equals(head + "bias"))), "");
    assertEquals(
        Optional.of(
            new AuthorsCheckpoint.Head(weight, WeightTensor.of(new float[EMBEDDING], EMBEDDING))),
        unbiased.head());
  }

  @Test
  void aConvolutionOfOneByOneIsALinearLayer() {
    StateDict all = with(NETWORK, "head.weight", numbers(EMBEDDING, FEATURES, 1, 1));
    assertEquals(
        numbers(EMBEDDING, FEATURES), AuthorsCheckpoint.of(all, "").head().orElseThrow().weight());
  }

  @Test
  void theEmbeddingIsTakenBeforeAClassifierAndALoss() {
    StateDict all =
        with(
            NETWORK.prefixed("model."),
            "model.fc.weight",
            numbers(1000, FEATURES),
            "criterion.fc.weight",
            numbers(7, FEATURES),
            "model.embedding.weight",
            numbers(EMBEDDING, FEATURES));
    AuthorsCheckpoint found = AuthorsCheckpoint.of(all, "");
    assertTrue(found.head().orElseThrow().weight().hasShape(EMBEDDING, FEATURES));
    assertTrue(
        String.join(" ", found.notes()).contains("Left out: model.fc.weight, criterion.fc.weight."),
        found.notes().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'',head.0.,head.2.",
    "'',embedder.fc1.,embedder.fc2.",
    "teacher.backbone.,teacher.head.mlp.0.,teacher.head.last_layer.",
    "module.0.,module.1.,module.3.",
    "net.trunk.,net.embedder.layers.0.,net.embedder.norm."
  })
  void aHeadOfSeveralLayersIsLeftOutAndSaid(String prefix, String first, String second) {
    StateDict all =
        with(
            NETWORK.prefixed(prefix),
            first + "weight",
            numbers(16, FEATURES),
            second + "weight",
            numbers(EMBEDDING, 16));
    AuthorsCheckpoint found = AuthorsCheckpoint.of(all, "");
    assertEquals(Optional.empty(), found.head());
    assertTrue(found.notes().get(0).contains("more than one linear layer"), found.notes().get(0));
  }

  @Test
  void theHeadOfTheCopyThatIsTakenComesFirst() {
    StateDict all =
        with(
            NETWORK.prefixed("student.backbone.").plus(NETWORK.prefixed("teacher.backbone.")),
            "student.embedding.weight",
            numbers(3, FEATURES),
            "teacher.head.weight",
            numbers(EMBEDDING, FEATURES));
    assertTrue(
        AuthorsCheckpoint.of(all, "").head().orElseThrow().weight().hasShape(EMBEDDING, FEATURES));
  }

  @Test
  void proxiesThatAreUsedAreNotLeftOutAndNormalisationIsNamed() {
    StateDict all =
        with(
            NETWORK,
            "fc.weight",
            numbers(EMBEDDING, FEATURES),
            "bnneck.running_mean",
            numbers(FEATURES),
            "loss.W",
            numbers(EMBEDDING, 7));
    assertEquals(
        List.of(
            "The last linear layer is \"fc.weight\", which has no bias.",
            "Batch normalisation beside the last layer (\"bnneck\") is not known here, so that the"
                + " embeddings differ from the ones it was trained with.",
            "Left out: bnneck.running_mean."),
        AuthorsCheckpoint.of(all, "").notes());
  }

  @Test
  void weightsThatAreNoNumbersAreRefused() {
    StateDict all = with(NETWORK, "layer1.0.bn1.bias", WeightTensor.of(nan(), nan().length));
    ProblemException problem =
        assertThrows(ProblemException.class, () -> AuthorsCheckpoint.of(all, "late.pth"));
    assertEquals(
        "The weights have values that are NaN or infinite: layer1.0.bn1.bias: late.pth. The"
            + " training has diverged: choose an earlier checkpoint.",
        problem.getMessage());
  }

  private static float[] nan() {
    float[] values = NETWORK.get("layer1.0.bn1.bias").floats();
    values[1] = Float.NaN;
    return values;
  }

  @ParameterizedTest
  @CsvSource({"weight", "module.weight", "net.0.weight", "model.embedder.weight"})
  void aFileOfTheHeadAlone(String name) {
    StateDict file = with(StateDict.of(Map.of()), name, numbers(EMBEDDING, FEATURES));
    assertEquals(
        numbers(EMBEDDING, FEATURES),
        AuthorsCheckpoint.headOf(file, FEATURES).orElseThrow().weight());
  }

  @ParameterizedTest
  @CsvSource({
    "proxies",
    "criterion.proxies",
    "module.proxies",
    "loss_func.W",
    "criterion.weight",
    "proxy.weight",
    "loss.centers"
  })
  void proxiesAreFoundAmongAllWeights(String name) {
    WeightTensor proxies = numbers(7, EMBEDDING);
    StateDict all = with(NETWORK, "fc.weight", numbers(EMBEDDING, FEATURES), name, proxies);
    assertEquals(Optional.of(proxies), AuthorsCheckpoint.proxiesAmong(all, EMBEDDING));
  }

  @ParameterizedTest
  @CsvSource({"W", "tensor", "anything"})
  void proxiesOfAFileOfTheirOwnAreTurned(String name) {
    WeightTensor turned = WeightTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    StateDict file = with(StateDict.of(Map.of()), name, turned);
    assertEquals(
        WeightTensor.of(new float[] {1, 4, 2, 5, 3, 6}, 3, 2),
        AuthorsCheckpoint.proxies(file, 2, ""));
  }

  @Test
  void aFileWithoutAMatrixOfThatSizeIsRefused() {
    StateDict file = with(StateDict.of(Map.of()), "proxies", numbers(7, 4));
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> AuthorsCheckpoint.proxies(file, EMBEDDING, "proxy.pth"));
    assertEquals(
        "The file has no matrix of proxies of 5 dimensions: proxy.pth. Choose proxy.pth, or a file"
            + " whose matrix \"proxies\" has a row a class.",
        problem.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "0,The file holds arrays without names",
    "criterion.proxies,The file holds proxies alone",
    "head.weight,The file holds a head alone",
    "l1.weight,No known network is in the file"
  })
  void whatIsNoNetworkIsCalledWhatItIs(String name, String expected) {
    StateDict file = with(StateDict.of(Map.of()), name, numbers(3, 4));
    ProblemException problem =
        assertThrows(ProblemException.class, () -> AuthorsCheckpoint.of(file, "x.pth"));
    assertTrue(problem.getMessage().startsWith(expected), problem.getMessage());
  }

  @Test
  void aNearNetworkIsNamed() {
    StateDict cut = NETWORK.filtered(name -> !name.startsWith("layer4."));
    ProblemException problem =
        assertThrows(ProblemException.class, () -> AuthorsCheckpoint.of(cut, "x.pth"));
    assertEquals(
        List.of(true, true),
        List.of(
            problem.what().contains("missing: layer4.0.conv1.weight"),
            problem.remedy().startsWith("basic-1-1-1-1-w4 is the nearest known network")));
  }
}
