package eifexplorer.session;

import eifexplorer.training.LossSpec;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;

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
    Path folder, DatasetReference dataset, Path weights, LossSpec loss, long seed) {}
