/**
 * Flags, images left out of training, reviewed pairs and changed labels as the window sees them: start at {@link eifexplorer.ui.marks.MarksViewModel}, which the screens
 * share.
 */
@NullMarked
package eifexplorer.ui.marks;

import org.jspecify.annotations.NullMarked;
