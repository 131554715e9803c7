package eifexplorer.session;

import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Provenance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says of a model what it was trained on, and how. */
final class TrainProvenance {
  private final String version;

  TrainProvenance(String version) {
    this.version = version;
  }

  Provenance of(TrainRequest request, DatasetReference dataset, TrainingPlan plan) {
    Map<String, String> inputs = inputs(dataset);
    inputs.put("weights", request.weights().map(w -> w.getFileName().toString()).orElse("random"));
    return now("train", inputs, Map.of("plan", plan.toString()));
  }

  /** What a data set is called in provenance. */
  static Map<String, String> inputs(DatasetReference dataset) {
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

  Provenance now(String command, Map<String, String> inputs, Map<String, String> parameters) {
    return new Provenance(
        "EIF Explorer " + version,
        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
        command,
        inputs,
        parameters);
  }
}
