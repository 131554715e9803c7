package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossSpecTest {
  /** Something that has a loss, as a model's card does. */
  record Holder(String name, LossSpec loss, Optional<LossSpec> other) {}

  static List<LossSpec> all() {
    return LossSpec.ALL;
  }

  private static LossSpec read(String json) {
    return Json.parse(json, LossSpec.class, "test");
  }

  @Test
  void everyKindIsRegistered() {
    assertEquals(
        Set.of(LossSpec.class.getPermittedSubclasses()),
        LossSpec.ALL.stream().map(Object::getClass).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyConstantIsChangedByItsKeyAlone(LossSpec loss) {
    for (LossConstant constant : loss.constants()) {
      LossSpec changed = loss.with(constant.key(), 2);
      for (LossConstant other : loss.constants()) {
        double expected = other.equals(constant) ? 2 : other.value();
        assertEquals(expected, LossSpec.constant(changed, other.key()).orElseThrow().value());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsWrittenIsRead(LossSpec loss) {
    LossSpec other = loss.with(loss.constants().get(0).key(), 7.5);
    Holder holder = new Holder("h", other, Optional.of(loss));

    assertEquals(holder, Json.parse(Json.text(holder), Holder.class, "test"));
  }

  @Test
  void nameAndOwnNumbersAreWritten() {
    assertEquals(
        Map.of("type", "ProxyNCA_prob_orig", "scale", 3.0),
        Json.parse(Json.text(LossSpec.PROXY_NCA), Map.class, "test"));
    assertEquals(
        "{\"type\":\"SoftTriple\",\"lambda\":20.0,\"gamma\":0.1,\"tau\":0.2,\"margin\":0.01,"
            + "\"centresPerClass\":2}",
        Json.line(LossSpec.SOFT_TRIPLE.withCentres(2)));
  }

  @Test
  void whatEarlierVersionsWroteIsRead() {
    assertEquals(
        new ProxyNcaSpec(4),
        read(
            """
            {"kind": "PROXY_NCA", "scale": 4.0, "lambda": 20.0, "gamma": 0.1, "tau": 0.2,
             "margin": 0.01, "centresPerClass": 1}\
            """));
    assertEquals(
        new SoftTripleSpec(21, .1, .2, .01, 3),
        read(
            """
            {"kind": "SOFT_TRIPLE", "scale": 3.0, "lambda": 21.0, "gamma": 0.1, "tau": 0.2,
             "margin": 0.01, "centresPerClass": 3}\
            """));
    assertEquals(
        List.of(LossSpec.PROXY_ANCHOR, LossSpec.NORM_SOFTMAX, LossSpec.ARC_FACE),
        List.of(
            read("{\"kind\": \"PROXY_ANCHOR\", \"scale\": 32, \"margin\": 0.1}"),
            read("{\"kind\": \"NORM_SOFTMAX\", \"scale\": 20, \"margin\": 0}"),
            read("{\"kind\": \"ARC_FACE\", \"scale\": 64, \"margin\": 0.5}")));
  }

  @Test
  void whatIsNoLossIsRefused() {
    for (String json :
        List.of(
            "{}",
            "{\"type\": \"Triplet\"}",
            "{\"kind\": \"TRIPLET\"}",
            "{\"type\": \"ArcFace\", \"margin\": \"wide\"}",
            "{\"type\": \"ArcFace\", \"margin\": -1}",
            "{\"type\": \"SoftTriple\", \"centresPerClass\": 1.5}")) {
      assertThrows(ProblemException.class, () -> read(json), json);
    }
  }

  @Test
  void aNumberTheLossDoesNotHaveIsRefused() {
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> LossSpec.PROXY_NCA.with(LossConstant.CENTRES, 2));
    assertTrue(problem.getMessage().contains("1 for ProxyNCA++"), problem.getMessage());
    assertEquals(LossSpec.PROXY_NCA, LossSpec.PROXY_NCA.with(LossConstant.CENTRES, 1));
    assertThrows(ProblemException.class, () -> LossSpec.ARC_FACE.with("gamma", 1));
  }
}
