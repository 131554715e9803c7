/**
 * Features, the last linear layer and what is measured on embeddings: start at {@link
 * eifexplorer.embedding.EmbeddingBundle}.
 *
 * <p>Influence moves the last layer only, so a {@link eifexplorer.embedding.FeatureMatrix} of each split with an {@link
 * eifexplorer.embedding.EmbeddingHead} and {@link eifexplorer.embedding.Proxies} is all that the later packages need of a
 * model. {@link eifexplorer.embedding.FeatureWriter} stores features as they are computed, {@link
 * eifexplorer.embedding.FeatureFile} opens them, {@link eifexplorer.embedding.EmbeddingBundles} reads what Python code
 * hands over. {@link eifexplorer.embedding.Embeddings} applies the layer, {@link
 * eifexplorer.embedding.LocatedEmbedding} takes its result apart by the places of the last feature map, {@link
 * eifexplorer.embedding.NearestNeighbours} searches for all rows, {@link eifexplorer.embedding.NeighbourIndex} for a few,
 * {@link eifexplorer.embedding.RetrievalMetrics} measures.
 */
@NullMarked
package eifexplorer.embedding;

import org.jspecify.annotations.NullMarked;
