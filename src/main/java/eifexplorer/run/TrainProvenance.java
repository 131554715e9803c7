package eifexplorer.run;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.review.revision.Revision;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.ProvenanceFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says of a model what it was trained on, and how. */
public final class TrainProvenance {
  private final ProvenanceFactory factory;

  /** Provenance of models by {@code factory}. */
  public TrainProvenance(ProvenanceFactory factory) {
    this.factory = factory;
  }

  /**
   * Of a training run.
   *
   * @param machine what the run computes with
   */
  Provenance of(PreparedRun run, String machine) {
    Optional<Path> weights = run.request().weights();
    Map<String, String> inputs = inputs(run.reference());
    inputs.put("weights", weights.map(w -> w.getFileName().toString()).orElse("random"));
    weights.flatMap(ModelStore::modelOf).ifPresent(id -> inputs.put("model", id));
    inputs.put("data_fingerprint", run.data());
    addTo(inputs, run.labels());
    return factory.now("train", inputs, Map.of("machine", machine));
  }

  /** Names the labels trained on, unless they are the data set's own. */
  private static void addTo(Map<String, String> inputs, Revision labels) {
    if (labels.number() > 0) {
      inputs.put(ModelCard.LABELS, String.valueOf(labels.number()));
      inputs.put("labels_fingerprint", labels.fingerprint());
    }
  }

  /** What a data set is called in provenance. */
  public static Map<String, String> inputs(DatasetReference dataset) {
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("dataset", dataset.format());
    inputs.put("train_classes", dataset.trainClasses());
    inputs.put("test_classes", dataset.testClasses());
    if (dataset.noiseFraction() > 0) {
      String model = dataset.noiseModel().replaceFirst(":.*$", "");
      inputs.put("noise", model + " " + dataset.noiseFraction() + " seed " + dataset.noiseSeed());
    }
    return inputs;
  }
}
