/**
 * Embeddings as people have them, whatever file they are in: start at {@link eifexplorer.embedding.bundle.BundleReader}.
 *
 * <p>{@link eifexplorer.embedding.bundle.ArrayFiles} opens a {@code .npz}, a folder of {@code .npy}, a safetensors file,
 * what {@code torch.save} wrote, or a CSV table, as {@link eifexplorer.embedding.bundle.GivenArrays}. {@link
 * eifexplorer.embedding.bundle.ArrayRole} says what an array is from its name, the reader from its shape where names say
 * nothing. The result is a {@link eifexplorer.embedding.bundle.GivenBundle}: features and labels of training and test
 * samples, with whatever else was there. Head and proxies may be missing; they are made where it is opened.
 */
@NullMarked
package eifexplorer.embedding.bundle;

import org.jspecify.annotations.NullMarked;
