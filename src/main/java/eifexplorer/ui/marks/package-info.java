/**
 * Flags and reviewed pairs as the window sees them: start at {@link eifexplorer.ui.marks.MarksViewModel}, which the screens
 * share.
 */
@NullMarked
package eifexplorer.ui.marks;

import org.jspecify.annotations.NullMarked;
