/**
 * Photographs that a data set holds more than once: start at {@link eifexplorer.review.copies.CopyFinder}.
 *
 * <p>Files are compared byte for byte. For everything else each picture becomes a {@link
 * eifexplorer.review.copies.PictureSignature}, kept in a {@link eifexplorer.review.copies.SignatureFile}; pictures that lie
 * near each other by the model's features or by their coarse look are then laid over each other ({@link
 * eifexplorer.review.copies.PictureComparison}), so that what merely looks alike is told from what is a copy. {@link
 * eifexplorer.review.copies.Copies} puts what was found in groups and says whose labels differ.
 */
@NullMarked
package eifexplorer.review.copies;

import org.jspecify.annotations.NullMarked;
