/**
 * The presentation: what is most worth showing of what is open, one finding after the other, over the whole window and in
 * large type; start at {@link eifexplorer.ui.present.PresentationViewModel}. It names no file.
 */
@NullMarked
package eifexplorer.ui.present;

import org.jspecify.annotations.NullMarked;
