package eifexplorer.model;

import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that training a model again takes; part of {@code model.json}.
 *
 * @param dataset what it was trained on, with the classes of the plan's mode and noise that is complete
 * @param plan how it was trained, nothing in it left open
 * @param weights the back bone's first weights; empty for random ones of the plan's seed
 * @param backbone what was made of them
 * @param labels number of the label revision it was trained on; 0 for the data set's own labels
 */
public record TrainingRecipe(
    DatasetReference dataset,
    TrainingPlan plan,
    Optional<Path> weights,
    BackboneChoice backbone,
    int labels) {}
