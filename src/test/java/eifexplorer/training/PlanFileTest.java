package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.image.Preprocessing;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.NetworkPlan.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {
  private static final String PLAN = PlanFile.toJson(PlanPresets.plan("cub_SoftTriple"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"epochs\" : 40 | \"epochs\" : 0 | epochs is 0: plan.json, line 38. Allowed: 1 to 10000.",
        "\"epochs\" : 40 | \"epochs\" : 1.5 | epochs is 1.5: plan.json, line 38. Allowed: a whole"
            + " number.",
        "\"epochs\" : 40 | \"epochs\" : \"40\" | epochs is \"40\": plan.json, line 38. Allowed: a"
            + " whole number.",
        "\"epochs\" : 40 | \"Epochs\" : 40 | The field epochs is missing: plan.json. Add it.",
        "\"frozen\" : false | \"frozen\" : 0 | network.frozen is 0: plan.json, line 7. Allowed:"
            + " true, false.",
        "\"crop\" : 256 | \"crop\" : 300 | crop is 300: plan.json, line 9. Allowed: 16 to 288.",
        "\"clip\" : 10.0 | \"clip\" : \"no\" | optimiser.clip is \"no\": plan.json, line 34."
            + " Allowed: a number.",
        "\"epsilon\" : 1.0 | \"epsilon\" : 0 | epsilon is 0: plan.json, line 32. Allowed: above"
            + " 0.",
        "SoftTriple\", | Soft\", | loss type is Soft: plan.json. Did you mean \"SoftTriple\"?"
            + " Allowed: ProxyNCA_prob_orig, SoftTriple, Proxy_Anchor, Norm_Softmax, ArcFace.",
        "\"gamma\" : 0.1 | \"gama\" : 0.1 | The field loss.gama is unknown: plan.json, line 17."
            + " There are: type, lambda, gamma, tau, margin, centresPerClass.",
        "\"balanced\" | \"fair\" | batches.sampler is \"fair\": plan.json, line 23. Allowed:"
            + " balanced, random.",
        "\"uniform\" | \"principal\" | initialHead is PRINCIPAL: plan.json, line 11."
            + " Allowed: UNIFORM, unless the back bone is frozen.",
        "\"milestones\" : [ ] | \"milestones\" : [9, 5] | milestones is 5: plan.json, line 35."
            + " Allowed: 10 to 2147483647.",
      })
  void aWrongFieldIsNamed(String from, String to, String message) {
    assertTrue(PLAN.contains(from), PLAN);
    assertEquals(message, problem(PLAN.replace(from, to)).getMessage());
  }

  @Test
  void mixedPrecisionIsReadAndWritten() {
    String single = PlanFile.toJson(PlanPresets.plan("cub_SoftTriple"));
    String mixed =
        single.replace(
            "\"frozenNorm\" : false", "\"frozenNorm\" : false,\n    \"precision\" : \"mixed\"");
    assertEquals(Precision.SINGLE, PlanFile.parse(single, "").network().precision());
    assertEquals(Precision.MIXED, PlanFile.parse(mixed, "").network().precision());
    assertEquals(
        PlanFile.parse(mixed, ""), PlanFile.parse(PlanFile.toJson(PlanFile.parse(mixed, "")), ""));
  }

  @Test
  void aPlanOfANewerVersionIsRefusedBeforeItsFieldsAreLookedAt() {
    String newer =
        PLAN.replace("\"version\" : 1", "\"version\" : 2").replace("\"epochs\"", "\"rounds\"");

    assertEquals(
        "version is 2, and this program reads plans up to 1: plan.json, line 2."
            + " Update EIF Explorer, or write the plan for this version.",
        problem(newer).getMessage());
  }

  @Test
  void aFieldGivenTwiceIsRefused() {
    ProblemException problem = problem(PLAN.replace("\"seed\"", "\"epochs\""));

    int second = PLAN.lines().toList().indexOf("  \"seed\" : 3,") + 1;
    assertEquals("plan.json, line " + second, problem.where());
  }

  @Test
  void textThatIsNoJsonIsRefusedWithItsLine() {
    assertEquals("plan.json, line 2", problem("{\n  epochs").where());
  }

  @Test
  void whatMayBeAbsentHasTheAuthorsValue() {
    String brief =
        PLAN.replaceAll(
            "\"loss\" : \\{[^}]*}", "\"loss\" : {\"type\": \"ProxyNCA_prob_orig_reweight\"}");
    TrainingPlan plan = PlanFile.parse(brief, "plan.json");

    assertEquals(LossSpec.PROXY_NCA, plan.loss());
    assertEquals(List.of(), plan.optimiser().milestones());
  }

  @Test
  void aFileIsReadAsItsText() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), PLAN);

    assertEquals(PlanPresets.plan("cub_SoftTriple"), PlanFile.read(file));
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.json");

    ProblemException problem = assertThrows(ProblemException.class, () -> PlanFile.read(file));
    assertEquals(file.toString(), problem.where());
  }

  private static ProblemException problem(String json) {
    return assertThrows(ProblemException.class, () -> PlanFile.parse(json, "plan.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "resnet50/max/layernorm,''",
    "bninception/max/layernorm,'mean=104.0,117.0,128.0 std=1.0,1.0,1.0 order=bgr range=255'"
  })
  void imagesArePreparedAsTheNetworkTakesThem(String backbone, String preprocessing) {
    NetworkPlan plan =
        new NetworkPlan(backbone, false, 256, 224, 64, NetworkPlan.InitialHead.UNIFORM);
    assertEquals(Preprocessing.parse(256, 224, preprocessing), plan.images());
  }
}
