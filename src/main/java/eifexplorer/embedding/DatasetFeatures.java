package eifexplorer.embedding;

import eifexplorer.dataset.ImageDataset;

/**
 * A data set with the features of its samples.
 *
 * @param dataset without the samples that could not be read; those are among its skipped ones
 * @param train [N,F], row i belongs to training sample i
 * @param test [M,F], row i belongs to test sample i
 */
public record DatasetFeatures(ImageDataset dataset, FeatureMatrix train, FeatureMatrix test) {}
