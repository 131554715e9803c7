package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.djl.TorchScriptFile;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.model.BackboneChoice;
import eifexplorer.model.ModelCard;
import eifexplorer.training.EpochReport;
import eifexplorer.workspace.DatasetReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A head on what a TorchScript program says of images: nobody named its kind or how many features it gives. */
class ProgramTrainingTest extends TrainingBench {
  @Test
  void aHeadIsTrainedToTheEnd() throws IOException {
    ModelCard card = runs().train(request("trained"), RunObserver.NONE, JobContext.unattended());

    assertEquals(12, card.embeddingSize());
    assertEquals("torchscript/average/layernorm", card.backbone());
    assertEquals(15 / 18.0, card.metrics().get("recall_at_1"), 1e-9);
  }

  @Test
  void aStoppedRunGoesOnToTheSameWeights() throws IOException {
    ModelCard whole = runs().train(request("whole"), RunObserver.NONE, JobContext.unattended());
    RunObserver stopping =
        new RunObserver() {
          @Override
          public void epochDone(EpochReport report) {
            throw new JobCancelledException();
          }
        };
    TrainRequest request = request("stopped");
    assertThrows(
        JobCancelledException.class,
        () -> runs().train(request, stopping, JobContext.unattended()));

    ModelCard resumed =
        runs().resume(folder.resolve("stopped"), "", RunObserver.NONE, JobContext.unattended());

    assertEquals(whole.metrics(), resumed.metrics());
  }

  private TrainingRuns runs() {
    return new TinyTraining(folder, true).runs(engine);
  }

  private TrainRequest request(String workspace) throws IOException {
    Path program =
        TorchScriptFile.write(
            folder.resolve("network.pt"), "torch.flatten(torch.adaptive_avg_pool2d(x, [2, 2]), 1)");
    return new TrainRequest(
        folder.resolve(workspace),
        DatasetReference.clean("folder", folder.resolve("images").toString(), "1-3", "4-6"),
        Optional.of(program),
        new BackboneChoice(Optional.empty(), Optional.empty()),
        OptionalInt.of(40),
        OptionalInt.of(32),
        true,
        Optional.empty(),
        Optional.empty(),
        0);
  }
}
