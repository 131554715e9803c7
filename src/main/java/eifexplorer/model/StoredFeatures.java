package eifexplorer.model;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.job.JobContext;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Workspace;

/** Finds the features a model goes with in its workspace, or extracts them again. */
public final class StoredFeatures implements ModelFeatures {
  private final DatasetReferences datasets;
  private final BackboneFeatures features;
  private final DatasetPreparation preparation;

  /** Features of these data sets, whose images are prepared before they are read. */
  public StoredFeatures(
      DatasetReferences datasets, BackboneFeatures features, DatasetPreparation preparation) {
    this.datasets = datasets;
    this.features = features;
    this.preparation = preparation;
  }

  @Override
  public DatasetFeatures find(Workspace workspace, ModelCard card, JobContext context) {
    DatasetReference reference = workspace.manifest().dataset();
    RootGoneException.check(workspace);
    FeatureStore store = new FeatureStore(workspace::featureFolder);
    Fingerprint fingerprint = new Fingerprint(card.features());
    if (!store.contains(fingerprint)) {
      preparation.prepare(reference, context);
    }
    ImageDataset dataset = datasets.open(reference);
    context.checkCancelled();
    DatasetFeatures found = find(store, fingerprint, dataset, card, workspace, context);
    datasets.leftOut().note(found.dataset());
    return found;
  }

  private DatasetFeatures find(
      FeatureStore store,
      Fingerprint fingerprint,
      ImageDataset dataset,
      ModelCard card,
      Workspace workspace,
      JobContext context) {
    return store
        .find(fingerprint, dataset)
        .orElseGet(
            () ->
                features.findOrExtract(
                    store,
                    fingerprint,
                    dataset,
                    card.prepared(),
                    new ModelStore(workspace).backbone(card),
                    context));
  }
}
