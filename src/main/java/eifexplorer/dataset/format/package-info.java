/**
 * Reads data sets as their authors publish them: start at {@link eifexplorer.dataset.format.DatasetOpener}.
 *
 * <p>Each format is one class, registered in {@link eifexplorer.dataset.format.DatasetFormats}. Annotation files are not
 * trusted: their sizes are bounded, their paths stay below the root, nothing in them is run.
 */
@NullMarked
package eifexplorer.dataset.format;

import org.jspecify.annotations.NullMarked;
