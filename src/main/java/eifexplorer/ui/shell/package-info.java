/**
 * The main window: start at {@link eifexplorer.ui.shell.ExplorerWindow} (nodes) and {@link
 * eifexplorer.ui.shell.ExplorerWindowViewModel} (what is open, which page shows, what can be opened).
 *
 * <p>Nothing is modal but the platform's file choosers: trouble shows as a notice, help and jobs as sheets, the form for a
 * new workspace as a page. What was on the screen stays until what replaces it is there.
 */
package eifexplorer.ui.shell;
