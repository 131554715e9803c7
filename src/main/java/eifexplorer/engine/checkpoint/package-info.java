/**
 * Weights on disk, by name: start at {@link eifexplorer.engine.checkpoint.Checkpoints}.
 *
 * <p>PyTorch's {@code .pth} and safetensors, in plain Java: a file from elsewhere must open without running anything in
 * it and without a tensor runtime. Knows names and shapes only; which network they belong to is the business of {@link
 * eifexplorer.engine.AuthorsCheckpoint}.
 */
@NullMarked
package eifexplorer.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
