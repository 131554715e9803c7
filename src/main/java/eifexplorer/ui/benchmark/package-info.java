/**
 * The window, measured: start at {@link eifexplorer.ui.benchmark.GalleryBenchmark}, which walks a real window through a
 * large gallery.
 *
 * <p>Apart from {@code benchmark}, which knows no window.
 */
@NullMarked
package eifexplorer.ui.benchmark;

import org.jspecify.annotations.NullMarked;
