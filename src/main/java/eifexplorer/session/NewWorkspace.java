package eifexplorer.session;

import eifexplorer.model.BackboneChoice;
import eifexplorer.run.TrainRequest;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A workspace to be made from a data set and the weights of a back bone, whose head is trained on frozen features.
 *
 * @param folder where the workspace goes; empty or new
 * @param dataset what it is about
 * @param weights the back bone's state dict ({@code .pth} or {@code .safetensors})
 * @param loss the head's loss
 * @param seed of the training
 */
public record NewWorkspace(
    Path folder, DatasetReference dataset, Path weights, LossSpec loss, long seed) {
  /** The training of its first model. */
  public TrainRequest training() {
    return new TrainRequest(
        folder,
        dataset,
        Optional.of(weights),
        new BackboneChoice(Optional.empty(), Optional.empty()),
        OptionalInt.empty(),
        OptionalInt.empty(),
        true,
        Optional.of(loss),
        Optional.empty(),
        seed);
  }
}
