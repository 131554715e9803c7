package eifexplorer.model;

import eifexplorer.image.Preprocessing;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;

/**
 * A data set and the back bone to look at it with.
 *
 * @param dataset the data set
 * @param weights file of the back bone's weights
 * @param backbone what is made of them
 * @param preprocessing how images are prepared
 */
public record BackboneRequest(
    DatasetReference dataset, Path weights, BackboneChoice backbone, Preprocessing preprocessing) {}
