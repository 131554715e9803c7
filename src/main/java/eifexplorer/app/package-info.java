/**
 * The composition root: start at {@link eifexplorer.app.Composition}, which builds every adapter once, by constructor.
 */
package eifexplorer.app;
