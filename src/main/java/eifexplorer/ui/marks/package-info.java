/**
 * Flags and reviewed pairs as the window sees them: start at {@link eifexplorer.ui.marks.MarksViewModel}, which the screens
 * share.
 */
package eifexplorer.ui.marks;
