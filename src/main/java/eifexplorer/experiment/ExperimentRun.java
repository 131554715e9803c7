package eifexplorer.experiment;

import eifexplorer.workspace.Provenance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An experiment with its parameters on one model: content of {@code experiment.json}, written before the first unit.
 *
 * @param fingerprint of model, labels, experiment, parameters and program; also the folder's name
 * @param experiment id
 * @param parameters name to value, all of them
 * @param model id of the model in its workspace; empty if it has none
 * @param provenance what it was made from, with the command that runs it again
 */
public record ExperimentRun(
    String fingerprint,
    String experiment,
    Map<String, String> parameters,
    String model,
    Provenance provenance) {
  /** Name of the provenance's input with the model's title. */
  public static final String MODEL = "model";

  /** Name of the provenance's input that tells weights, labels and features apart. */
  public static final String MODEL_FINGERPRINT = "model_fingerprint";

  /** Name of the provenance's parameter with the command line that runs it again. */
  public static final String COMMAND_LINE = "command_line";

  /** Copies the map in its order. */
  public ExperimentRun {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The model's name for people. */
  public String modelTitle() {
    return provenance.inputs().getOrDefault(MODEL, "");
  }

  /** Tells weights, labels and features apart. */
  public String modelFingerprint() {
    return provenance.inputs().getOrDefault(MODEL_FINGERPRINT, "");
  }
}
