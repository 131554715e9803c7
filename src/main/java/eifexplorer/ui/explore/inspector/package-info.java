/**
 * The chosen pair, large: start at {@link eifexplorer.ui.explore.inspector.InspectorViewModel} for what it says and {@link
 * eifexplorer.ui.explore.inspector.PairInspector} for how it looks.
 *
 * <p>How they stand before the eye, beside or over each other, is {@link
 * eifexplorer.ui.explore.inspector.PhotoArrangement}'s; where in them the model finds their similarity, {@link
 * eifexplorer.ui.explore.inspector.LookViewModel}'s.
 *
 * <p>Pinned, one photograph's neighbours are walked ({@link eifexplorer.ui.explore.inspector.NeighbourWalkViewModel}); typical
 * images of both classes open below ({@link eifexplorer.ui.explore.inspector.ExemplarsViewModel}).
 *
 * <p>Both photographs zoom and move together ({@link eifexplorer.ui.photo.PairZoom}), one alone while Shift is
 * held. "Fit" shows each photograph whole, where the mock-up shows 1.4×.
 */
@NullMarked
package eifexplorer.ui.explore.inspector;

import org.jspecify.annotations.NullMarked;
