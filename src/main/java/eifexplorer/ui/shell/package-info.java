/**
 * The main window: start at {@link eifexplorer.ui.shell.ExplorerWindow} (nodes) and {@link
 * eifexplorer.ui.shell.ExplorerWindowViewModel} (what is open, which page shows, what can be opened).
 *
 * <p>The window holds a list of {@link eifexplorer.ui.screen.Screen}s and knows none of them: their order is that of the
 * rail ({@code Rail}) and of {@code Ctrl 1} to {@code Ctrl 9} ({@code TurnTo}). {@code SessionViewModel} has every screen
 * prepare and show what is opened, and keeps their state; {@code Pages} turns from one to the other. Forms are pages of the
 * screen that turns to them: those that lead to a workspace belong to the Workspace screen.
 *
 * <p>Nothing is modal but the platform's file choosers: trouble shows as a notice, help and jobs as sheets, forms as pages,
 * and a question stands where its button was. What was on the screen stays until what replaces it is there.
 *
 * <p>Every key is looked up in the {@link eifexplorer.ui.kit.KeyMap}, in which a key may serve a command of each screen, by
 * {@code WindowKeys}, which hands what it does not know to the page. What somebody chose is in {@code settings.json}, how
 * the window was left in {@code window.json} beside it: a {@code Map<String, String>} for each workspace, which the screens
 * give and take back.
 */
@NullMarked
package eifexplorer.ui.shell;

import org.jspecify.annotations.NullMarked;
