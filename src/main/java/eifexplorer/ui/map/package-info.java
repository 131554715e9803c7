/**
 * The Map screen: start at {@link eifexplorer.ui.map.MapViewModel}.
 *
 * <p>{@link eifexplorer.ui.map.LayoutViewModel} has the layout made, {@link eifexplorer.ui.map.ColourViewModel} colours its
 * points, {@link eifexplorer.ui.map.PairLinesViewModel} ties the pair that is looked at to who pulls it together, {@link
 * eifexplorer.ui.map.SelectionViewModel} holds what was lassoed, {@link eifexplorer.ui.map.BlendViewModel} compares two
 * layouts. Points are numbered as in the layout: training images, then test images; {@link eifexplorer.ui.map.MapImages}
 * knows what they are.
 *
 * <p>A picture of the points is painted in a job into an array of pixels and handed to the screen whole ({@link
 * eifexplorer.ui.map.MapCanvas}); lines, names and marks are drawn over it.
 */
@NullMarked
package eifexplorer.ui.map;

import org.jspecify.annotations.NullMarked;
