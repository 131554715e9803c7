package eifexplorer.ui.experiment;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.Target;
import eifexplorer.project.Experiments;
import eifexplorer.ui.kit.FileManager;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the Experiments screen needs from outside.
 *
 * @param all the experiments there are
 * @param experiments runs them
 * @param open shows in Explore what a row is about
 * @param files shows files in the platform's file manager and viewer
 */
public record ExperimentServices(
    List<Experiment> all, Experiments experiments, Consumer<Target> open, FileManager files) {
  /** Copies the list. */
  public ExperimentServices {
    all = List.copyOf(all);
  }
}
