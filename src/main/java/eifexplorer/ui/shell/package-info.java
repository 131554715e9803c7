/**
 * The main window: start at {@link eifexplorer.ui.shell.ExplorerWindow} (nodes) and {@link
 * eifexplorer.ui.shell.ExplorerWindowViewModel} (what is open, which page shows, what can be opened).
 *
 * <p>Nothing is modal but the platform's file choosers: trouble shows as a notice, help and jobs as sheets, forms as pages,
 * and a question stands where its button was. What was on the screen stays until what replaces it is there.
 *
 * <p>Every key is looked up in the {@link eifexplorer.ui.kit.KeyMap}, in which a key may serve a command of each screen, by {@code WindowKeys}, which hands what it does not know
 * to the page. What somebody chose is in {@code settings.json}, how the window was left in {@code window.json} beside it:
 * a {@code Map<String, String>} for each workspace, which the Explore and Review screens give and take
 * back.
 */
package eifexplorer.ui.shell;
