package eifexplorer.model;

import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A data set and the back bone to look at it with.
 *
 * @param dataset the data set
 * @param weights file of the back bone's weights
 * @param backbone what is made of them
 * @param resize length in pixels images are resized to, 0 for none; empty for what the files say or is usual
 * @param crop side of the centre crop in pixels, 0 for none; empty likewise
 * @param preprocessing what else is done to images, as {@link eifexplorer.image.Preprocessing#parse} reads it; empty likewise
 */
public record BackboneRequest(
    DatasetReference dataset,
    Path weights,
    BackboneChoice backbone,
    OptionalInt resize,
    OptionalInt crop,
    Optional<String> preprocessing) {}
