/**
 * Test images whose nearest neighbour has another class: start at {@link eifexplorer.confusion.ConfusionFinder}.
 *
 * <p>It makes {@link eifexplorer.confusion.Confusions}, a list of {@link eifexplorer.confusion.ConfusionPair}; {@link
 * eifexplorer.confusion.ConfusionTable} counts them by class, and {@link eifexplorer.confusion.ConfusionGroup} picks
 * the pairs of one class that are explained together.
 *
 * <p>Where the original code is unstable or fails, this package is defined: ties go by class id, fewer than ten test
 * classes work, and a class whose ten most frequent confusions make up half of its wrong samples or less keeps all ten.
 */
@NullMarked
package eifexplorer.confusion;

import org.jspecify.annotations.NullMarked;
