/**
 * Decisions to and from other programs: start at {@link eifexplorer.review.exchange.DecisionFormats}.
 *
 * <p>Each {@link eifexplorer.review.exchange.DecisionFormat} writes who said what of each image that was decided about, and
 * reads it back; a new one is a class and a line in {@code DecisionFormats}. What is read is checked by {@link
 * eifexplorer.review.DecisionRows}, as the program's own CSV is.
 */
@NullMarked
package eifexplorer.review.exchange;

import org.jspecify.annotations.NullMarked;
