/**
 * The built-in demo data set, a field guide of songbirds painted from parameters: start at
 * {@link eifexplorer.dataset.demo.DemoImages}, which lists and writes it.
 *
 * <p>The species are in {@link eifexplorer.dataset.demo.FieldGuide}, what else varies from picture to picture in
 * {@link eifexplorer.dataset.demo.BirdScene}, how hard it all is in {@link eifexplorer.dataset.demo.Difficulty}.
 * {@link eifexplorer.dataset.demo.BirdPainter} paints. Labels depend on the seed alone; pixels also on the curves of
 * the Java version's rasteriser, to a grey level or so.
 */
@NullMarked
package eifexplorer.dataset.demo;

import org.jspecify.annotations.NullMarked;
