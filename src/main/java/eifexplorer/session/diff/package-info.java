/**
 * Two models on the same test images: which confusions one of them fixes, which it makes, which stay; start at {@link
 * eifexplorer.session.diff.ModelDiffs}.
 *
 * <p>The models need have nothing else in common: back bone, embedding size, loss and labels may differ, and so may the rest
 * of their test sets. {@link eifexplorer.session.diff.TestMatching} says which images are the same ones. Neighbours are those
 * the sessions have found already, so that a comparison costs a few products for each changed image.
 */
@NullMarked
package eifexplorer.session.diff;

import org.jspecify.annotations.NullMarked;
