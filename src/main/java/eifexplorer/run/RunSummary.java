package eifexplorer.run;

import eifexplorer.training.EpochReport;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Provenance;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A training run of a workspace.
 *
 * @param id names the run, and the model it makes
 * @param state where it stands
 * @param message why it failed; empty if it did not
 * @param plan what decides it
 * @param epochs reports of the epochs that are over, in order
 * @param dataset what it learns, with the data set's own labels and the noise in them; empty if an early version of the
 *     program did not note it
 * @param labels number of the label revision trained on; 0 for the data set's own labels
 * @param data fingerprint of the training images and the labels trained on; empty if it was not noted
 * @param remarks what is worth knowing of it, a sentence each
 * @param provenance what it was started from
 */
@RecordBuilder
public record RunSummary(
    String id,
    RunState state,
    String message,
    TrainingPlan plan,
    List<EpochReport> epochs,
    Optional<DatasetReference> dataset,
    int labels,
    String data,
    List<String> remarks,
    Provenance provenance)
    implements RunSummaryBuilder.With {
  /** Copies the lists. */
  public RunSummary {
    epochs = List.copyOf(epochs);
    remarks = List.copyOf(remarks);
  }

  /** The best value of a metric over the epochs, such as {@code recall_at_1}; empty if it was never measured. */
  public OptionalDouble best(String metric) {
    return epochs.stream()
        .map(report -> Optional.ofNullable(report.metrics().get(metric)))
        .flatMap(Optional::stream)
        .mapToDouble(Double::doubleValue)
        .max();
  }

  /** Samples a second over all epochs; 0 before the first is over. */
  public double imagesPerSecond() {
    double seconds = epochs.stream().mapToDouble(EpochReport::seconds).sum();
    return seconds > 0 ? epochs.stream().mapToLong(EpochReport::images).sum() / seconds : 0;
  }
}
