/**
 * Arrays on disk in the formats Python reads: start at {@link eifexplorer.array.Npz} and {@link eifexplorer.array.Npy}.
 *
 * <p>Support package: knows no feature. Own code rather than the tensor library's reader, because a bundle must open
 * without native code, in bounded memory, and large features must be mapped rather than read.
 */
@NullMarked
package eifexplorer.array;

import org.jspecify.annotations.NullMarked;
