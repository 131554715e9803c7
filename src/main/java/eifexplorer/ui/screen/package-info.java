/**
 * What a screen is to the window: start at {@link eifexplorer.ui.screen.Screen}.
 *
 * <p>The window ({@code ui.shell}) holds a list of screens and knows none of them; they know neither the window nor each
 * other. A new one is a package with a class that implements {@link eifexplorer.ui.screen.Screen}, and a line in {@code
 * app}, whose place there is its place in the rail and its number for {@code Ctrl}. With that it is shown every session,
 * keeps its state in {@code window.json}, and has its keys on the sheet of keys, where they can be changed.
 *
 * <p>What screens want of each other they ask for in a {@link eifexplorer.ui.screen.Request}, which the window hands to the
 * first screen that serves it, and of the window through {@link eifexplorer.ui.screen.Navigation}; what all of them share is
 * in the {@link eifexplorer.ui.screen.ScreenContext}. A form is a {@link eifexplorer.ui.screen.Page} of the screen that turns
 * to it, and has no place in the rail.
 */
@NullMarked
package eifexplorer.ui.screen;

import org.jspecify.annotations.NullMarked;
