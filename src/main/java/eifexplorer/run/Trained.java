package eifexplorer.run;

import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.model.BackboneSource;
import eifexplorer.workspace.Fingerprint;

/**
 * A model with the features its head goes with.
 *
 * @param key fingerprint of the features
 * @param epoch the epoch its weights are of, counted from 1 without the warm-up
 */
record Trained(
    BackboneSource backbone,
    EmbeddingHead head,
    Proxies proxies,
    Fingerprint key,
    DatasetFeatures features,
    int epoch) {}
