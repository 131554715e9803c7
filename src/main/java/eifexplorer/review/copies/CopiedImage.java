package eifexplorer.review.copies;

import eifexplorer.dataset.Sample;

/**
 * An image of a group of copies.
 *
 * @param test whether it is a test image
 * @param index among the training or the test images
 * @param sample path and label it has now
 */
public record CopiedImage(boolean test, int index, Sample sample) {}
