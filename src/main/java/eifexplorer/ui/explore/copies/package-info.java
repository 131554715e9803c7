/**
 * The same photograph more than once, as Explore tells of it: start at {@link
 * eifexplorer.ui.explore.copies.CopiesViewModel}. What is found is shared with the other screens by {@link
 * eifexplorer.ui.marks.MarksViewModel#copiesProperty}.
 */
@NullMarked
package eifexplorer.ui.explore.copies;

import org.jspecify.annotations.NullMarked;
