/**
 * Numbers in arrays: start at {@link eifexplorer.math.MatrixMath}, the port for large matrices on whatever device there is; {@link
 * eifexplorer.math.JavaMatrixMath} is the one that is always there.
 *
 * <p>Algorithms keep what they need again and again as {@link eifexplorer.math.SampleBlock}s (training samples: products,
 * softmax losses and their changes) and {@link eifexplorer.math.RankedRows} (a gallery, of whose rows those that may be nearest
 * are found), made by the port. {@link eifexplorer.math.ColumnTile} is the block in Java. What can't be said as products of blocks has
 * a port of its own: {@link eifexplorer.math.LossCurvature} (a recursion from sample to sample), {@link
 * eifexplorer.math.KernelSystem} (a kernel factorised in double precision) and {@link eifexplorer.math.LearningLayer} (a last layer
 * with Adam's moments).
 *
 * <p>Support package: knows no feature. {@link eifexplorer.math.ColumnTile} (float) and {@link eifexplorer.math.PackedMatrix}
 * (double) lay one factor of a product out for many others; {@link eifexplorer.math.IndexOrder} sorts; {@link
 * eifexplorer.math.NumberScale} writes numbers that are compared; {@link eifexplorer.math.Doubles} and {@link
 * eifexplorer.math.Matrices} are the plain loops around them. Own code, because it decides the speed of influence: what a
 * library does as well is left to it.
 */
@NullMarked
package eifexplorer.math;

import org.jspecify.annotations.NullMarked;
