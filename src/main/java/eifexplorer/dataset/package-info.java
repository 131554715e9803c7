/**
 * Image data sets: start at {@link eifexplorer.dataset.ImageDataset}, the samples of a chosen split with dense labels.
 *
 * <p>A {@link eifexplorer.dataset.DatasetFormat} reads the files of a folder into a {@link
 * eifexplorer.dataset.DatasetListing}; a {@link eifexplorer.dataset.ClassSelection} says which classes are trained on and
 * which are tested, and together they make the data set ({@link
 * eifexplorer.dataset.DatasetAssembly}). {@link eifexplorer.dataset.NoiseSpec} injects wrong labels for experiments.
 */
@NullMarked
package eifexplorer.dataset;

import org.jspecify.annotations.NullMarked;
