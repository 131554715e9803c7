/**
 * What the program asks of a tensor runtime: start at {@link eifexplorer.engine.Engine}.
 *
 * <p>Support package: knows no feature. {@code djl} implements it; tests and small problems use {@link
 * eifexplorer.engine.MatrixMath} in plain Java.
 */
package eifexplorer.engine;
