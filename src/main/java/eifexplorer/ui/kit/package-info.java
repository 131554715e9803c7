/**
 * Building blocks of every screen: start at {@link eifexplorer.ui.kit.PictureView}, which shows a picture file that is
 * loaded in the background, and {@link eifexplorer.ui.kit.Theme}, which gives a scene its colours.
 *
 * <p>Class names are shown by {@link eifexplorer.ui.kit.NameLabel}, which shortens them so that they stay apart ({@link
 * eifexplorer.ui.kit.ShortNames}).
 *
 * <p>Every word of the window goes through {@link eifexplorer.ui.kit.Texts}, with the English text as its key; a test reads the
 * sources and names what the bundles lack. The packages below the window speak English and know no languages: {@code
 * said_de.properties} has the German of each form of what they say, problems among it, and another test reads their sources.
 *
 * <p>Knows no screen. With {@code ui.jobs} the only package that reaches the JavaFX thread ({@link
 * eifexplorer.ui.kit.FxThread}); view models get it as a plain {@link java.util.concurrent.Executor}.
 *
 * <p>Colours are looked-up colours by role ({@code -eif-harmful}, {@code -eif-panel} …), given by {@code theme-dark.css}
 * and {@code theme-light.css} and used by {@code controls.css} and {@code screens.css}; no code names a colour.
 *
 * <p>The only package that knows ControlsFX. From there come {@code SegmentedButton} ({@link eifexplorer.ui.kit.Segments})
 * and {@code SearchableComboBox} ({@link eifexplorer.ui.kit.SearchableChoice}, which finds one of hundreds of class names by
 * a part of it). The rest was tried or read, and left:
 *
 * <ul>
 *   <li>{@code PopOver} is a window of its own. Where nothing composes windows, over X forwarding or VNC, the room around its
 *       arrow is white or shows what lay there before; a resized window closes it; a press on its owner closes it and has
 *       it opened again; every key it leaves over is a command of the window, also while one types. {@link
 *       eifexplorer.ui.kit.Flyout} lies in the window.
 *   <li>{@code CustomTextField} is in AtlantaFX too, with its colours; here it would bring those of Modena.
 *   <li>{@code TextFields}' completion and {@code PrefixSelectionComboBox} run threads of their own, of which the program's
 *       shutdown knows nothing.
 *   <li>{@code Notifications} fade by themselves at the edge of the screen; a {@link eifexplorer.ui.kit.Notice} stays until it
 *       is dismissed, and has details and an action.
 *   <li>{@code CheckComboBox} has neither groups nor a way back to what is usual, which the columns of the table of runs
 *       have; {@code RangeSlider} has no use, since nothing is asked for that has two ends.
 *   <li>{@code TaskProgressView} and {@code GridView} have bugs that are open.
 * </ul>
 */
@NullMarked
package eifexplorer.ui.kit;

import org.jspecify.annotations.NullMarked;
