package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorsPlanFileTest {
  /** In the form of the authors' files, written anew. */
  private static final String FILE =
      """
      {
        "name": "str('example')",
        "criterion": {"type": "loss.SoftTriple",
          "args": {"la": "20", "gamma": "0.1", "tau": "0.2", "margin": "0.01", "K": "1"}},
        "lr_scheduler2": {"type": "torch.optim.lr_scheduler.MultiStepLR"},
        "nb_epochs": "40*1",
        "sz_batch": "32*3",
        "sz_embedding": "512",
        "num_class_per_batch": "32",
        "num_gradcum": "1",
        "is_random_sampler": "False",
        "model": {"type": "networks.Feat_resnet50_max_n"},
        "opt": {"type": "torch.optim.Adam", "args": {
          "embedding": {"weight_decay": "0"}, "backbone": {"weight_decay": "0"},
          "proxynca": {"weight_decay": "0", "lr": "4e2"},
          "base": {"lr": "4e-3", "eps": "1.0"}}}
      }
      """;

  @ParameterizedTest
  @CsvSource({"40*1, 1", "0.1, 7"})
  void aValueOfManyDigitsIsRefusedWithoutBeingShown(String value, String digit) {
    String longer = FILE.replace('"' + value + '"', '"' + digit.repeat(900_000) + "x\"");

    ProblemException problem =
        assertThrows(ProblemException.class, () -> PlanFile.parse(longer, "plan.json"));

    assertTrue(problem.getMessage().contains("characters long"));
    assertTrue(problem.getMessage().length() < 300);
  }

  @Test
  void itIsTheSamePlanAsOurPreset() {
    TrainingPlan ours = PlanPresets.plan("inshop_SoftTriple");
    TrainingPlan theirs = PlanFile.parse(FILE, "/somewhere/inshop_SoftTriple.json");

    assertEquals(
        new TrainingPlan(
            "inshop_SoftTriple",
            "inshop",
            ours.network(),
            ours.loss(),
            ours.batches(),
            ours.optimiser(),
            ours.epochs(),
            ours.warmUpEpochs(),
            0),
        theirs);
  }

  @Test
  void aReweightingFileIsTheSamePlanAsOurPreset() {
    TrainingPlan ours = PlanPresets.plan("inshop_reweight_SoftTriple");
    TrainingPlan theirs =
        PlanFile.parse(
            FILE.replace("SoftTriple\"", "SoftTriple_reweight\"").replace("40*1", "1"),
            "inshop_reweight_SoftTriple.json");

    assertEquals(ours.optimiser(), theirs.optimiser());
    assertEquals(ours.network(), theirs.network());
    assertEquals(ours.batches(), theirs.batches());
    assertEquals(1, theirs.totalEpochs());
  }

  @Test
  void milestonesAndTheRandomSamplerAreRead() {
    TrainingPlan plan =
        PlanFile.parse(
            FILE.replace(
                    "MultiStepLR\"", "MultiStepLR\", \"args\": {\"milestones\": \"[10, 2*10]\"}")
                .replace("\"False\"", "\"True\"")
                .replace("\"num_gradcum\": \"1\"", "\"num_gradcum\": \"2\""),
            "cub.json");

    assertEquals(List.of(10, 20), plan.optimiser().milestones());
    assertEquals(new BatchPlan(BatchPlan.Sampler.RANDOM, 32, 3, 2), plan.batches());
    assertEquals("cub", plan.dataset());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "40*1 | __import__('os').getpid() | nb_epochs is \"__import__('os').getpid()\": f.json,"
            + " line 6. Allowed: a number, or numbers with * between them.",
        "40*1 | 2.5 | nb_epochs is 2.5: f.json, line 6. Allowed: a whole number.",
        "\"False\" | \"No\" | is_random_sampler is \"No\": f.json, line 11. Allowed: True, False.",
        "\"num_class_per_batch\": \"32\" | \"num_class_per_batch\": \"7\" | num_class_per_batch is"
            + " 7: f.json, line 9. Allowed: a divisor of sz_batch, 96.",
        "\"lr\": \"4e2\" | \"rate\": \"4e2\" | The field opt.args.proxynca.lr is missing: f.json."
            + " Add it.",
      })
  void whatIsNotUnderstoodIsNamedAndNotEvaluated(String from, String to, String message) {
    assertTrue(FILE.contains(from));
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> PlanFile.parse(FILE.replace(from, to), "f.json"));

    assertEquals(message, problem.getMessage());
  }
}
