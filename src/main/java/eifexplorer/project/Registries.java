package eifexplorer.project;

import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.experiment.Experiment;
import eifexplorer.influence.InfluenceEstimators;
import java.util.List;

/**
 * What there is to choose from; made once, where the program is put together, and handed to whoever offers or uses it.
 *
 * @param formats of data sets
 * @param estimators of influence
 * @param experiments in the order of their cards
 */
public record Registries(
    DatasetFormats formats, InfluenceEstimators estimators, List<Experiment> experiments) {
  /** Keeps its own list. */
  public Registries {
    experiments = List.copyOf(experiments);
  }
}
