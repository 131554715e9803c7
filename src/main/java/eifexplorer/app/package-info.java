/**
 * The composition root: start at {@link eifexplorer.app.Composition}, which builds every adapter once, by constructor.
 */
@NullMarked
package eifexplorer.app;

import org.jspecify.annotations.NullMarked;
