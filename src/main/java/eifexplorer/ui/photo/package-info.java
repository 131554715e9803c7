/**
 * A photograph, whole or enlarged, alone or beside another one: start at {@link eifexplorer.ui.photo.PhotoPane}. How much
 * two of them show is in one {@link eifexplorer.ui.photo.PairZoom}, so that they zoom and move together.
 * {@link eifexplorer.ui.photo.HeatLayer} draws over a photograph what its places give to a cosine.
 */
@NullMarked
package eifexplorer.ui.photo;

import org.jspecify.annotations.NullMarked;
