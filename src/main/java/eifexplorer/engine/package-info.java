/**
 * What the program asks of a tensor runtime: start at {@link eifexplorer.engine.Engine}.
 *
 * <p>Support package: knows no feature. {@code djl} implements it; matrix products without
 * it are in {@code math}. A network is described here once, as an {@link eifexplorer.engine.Architecture} of
 * {@link eifexplorer.engine.Layer}s: its weights' names and shapes, their check and their first values follow from that, and
 * so does the program the runtime runs. Each kind of network is one class that implements it, such as {@link
 * eifexplorer.engine.ConvNext}, with the names its files have; a new kind is one more, and a line in {@code NetworkFamilies}. {@link eifexplorer.engine.AuthorsCheckpoint} is here and not in {@code checkpoint},
 * which knows names but no networks, so that the two packages do not need each other.
 */
@NullMarked
package eifexplorer.engine;

import org.jspecify.annotations.NullMarked;
