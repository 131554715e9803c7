package eifexplorer.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.run.RunState;
import eifexplorer.run.RunSummary;
import eifexplorer.training.EpochReport;
import eifexplorer.training.PlanPresets;
import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.kit.Fact;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunFactsTest {
  private static final TrainingPlan PLAN =
      PlanPresets.plan("cub_frozen_ProxyNCA_prob_orig").withEpochs(4);

  @Test
  void aRunsDetailsAreItsPlanItsOriginAndItsWarnings() {
    RunRow row =
        RunRow.of(
            new RunSummary(
                "a",
                RunState.FAILED,
                "The loss is not a number",
                PLAN,
                List.of(new EpochReport(1, 2, 1.5, 100, 1, Map.of())),
                Optional.of(DatasetReference.clean("folder", "images", "", "")),
                0,
                "data",
                List.of(),
                new Provenance("test", "2026-01-01T00:00:00Z", "train", Map.of(), Map.of())),
            Optional.empty());
    assertEquals(
        List.of(
            new Fact("Labels", "own"),
            new Fact("Data set", "folder, images"),
            new Fact("Data fingerprint", "data"),
            new Fact("Made by", "test"),
            new Fact("Started", Texts.moment("2026-01-01T00:00:00Z")),
            new Fact("Speed", "67 images/s"),
            new Fact("Folder", "runs/a")),
        RunFacts.provenance(row));
    assertEquals(
        List.of(
            new Fact("Title", PLAN.title()),
            new Fact("Back bone", "mobilenet_v2/average/layernorm, frozen"),
            new Fact("Images", "resized to 256, cropped to 224"),
            new Fact("Last layer", "512 dimensions, from the principal directions"),
            new Fact("Loss", "ProxyNCA++, scale 3"),
            new Fact("Batches", "balanced, 8 × 4 images"),
            new Fact("Rates", "last layer 1e-4, proxies 0.01"),
            new Fact("Adam", "eps 1e-8, clip 10, weight decay 0"),
            new Fact("Epochs", "4"),
            new Fact("Measured", "on the test images; the last epoch is kept"),
            new Fact("Seed", "0")),
        RunFacts.plan(row.plan()));
    assertEquals(List.of("The loss is not a number"), RunFacts.warnings(row));
  }
}
