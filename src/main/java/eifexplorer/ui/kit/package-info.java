/**
 * Building blocks of every screen: start at {@link eifexplorer.ui.kit.PictureView}, which shows a picture file that is
 * loaded in the background, and {@link eifexplorer.ui.kit.Theme}, which gives a scene its colours.
 *
 * <p>Knows no screen. With {@code ui.jobs} the only package that reaches the JavaFX thread ({@link
 * eifexplorer.ui.kit.FxThread}); view models get it as a plain {@link java.util.concurrent.Executor}.
 *
 * <p>Colours are looked-up colours by role ({@code -eif-harmful}, {@code -eif-panel} …), given by {@code theme-dark.css}
 * and {@code theme-light.css} and used by {@code controls.css} and {@code screens.css}; no code names a colour.
 */
@NullMarked
package eifexplorer.ui.kit;

import org.jspecify.annotations.NullMarked;
