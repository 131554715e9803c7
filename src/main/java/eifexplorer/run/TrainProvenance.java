package eifexplorer.run;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.review.revision.Revision;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Provenance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says of a model what it was trained on, and how. */
public final class TrainProvenance {
  private final String version;

  /** Provenance by this version of the program. */
  public TrainProvenance(String version) {
    this.version = version;
  }

  /**
   * Of a training run.
   *
   * @param labels what is trained on
   * @param data fingerprint of the training samples and these labels
   * @param machine what the run computes with
   */
  Provenance of(
      TrainRequest request,
      DatasetReference dataset,
      TrainingPlan plan,
      Revision labels,
      String data,
      String machine) {
    Map<String, String> inputs = inputs(dataset);
    inputs.put("weights", request.weights().map(w -> w.getFileName().toString()).orElse("random"));
    request.weights().flatMap(ModelStore::modelOf).ifPresent(id -> inputs.put("model", id));
    inputs.put("data_fingerprint", data);
    addTo(inputs, labels);
    return now("train", inputs, Map.of("plan", plan.toString(), "machine", machine));
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

  /** Provenance of what a command makes at this moment. */
  public Provenance now(
      String command, Map<String, String> inputs, Map<String, String> parameters) {
    return new Provenance(
        "EIF Explorer " + version,
        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
        command,
        inputs,
        parameters);
  }
}
