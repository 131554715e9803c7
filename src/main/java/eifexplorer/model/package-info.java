/**
 * Models on disk, and where they come from: start at {@link eifexplorer.model.ModelStore}, the models of a workspace, and
 * {@link eifexplorer.model.ModelCard}, what is said of one.
 *
 * <p>A {@link eifexplorer.model.StoredModel} is loaded from {@code models/ID/}: {@code model.json} (the card), {@code
 * weights.safetensors} (back bone, head, proxies). {@link eifexplorer.model.ModelImport} brings in what others trained: a
 * {@link eifexplorer.model.ForeignModel} is read without running any of its code, {@link eifexplorer.model.ModelFinding}
 * says what was found and why it does not fit.
 *
 * <p>{@link eifexplorer.model.BackboneSource} is a back bone to begin with, {@link eifexplorer.model.ModelFeatures} gives
 * the features a model goes with, extracted once and kept under a fingerprint of images, weights and preprocessing; {@link
 * eifexplorer.model.DatasetReferences} opens the data set a workspace names, with the noise that was injected. {@link
 * eifexplorer.model.Measurement} is what a model is worth: recall@k, MAP@R, NMI.
 */
@NullMarked
package eifexplorer.model;

import org.jspecify.annotations.NullMarked;
