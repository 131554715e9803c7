/**
 * The tour of those who are new: a small card beside what it speaks of, three steps, left at once; start at {@link
 * eifexplorer.ui.tour.TourViewModel}.
 */
@NullMarked
package eifexplorer.ui.tour;

import org.jspecify.annotations.NullMarked;
