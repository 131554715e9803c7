package eifexplorer.model;

import eifexplorer.job.JobContext;
import eifexplorer.workspace.DatasetReference;

/** Makes sure that a data set's images are there before they are read, such as the demo's, which are painted. */
@FunctionalInterface
public interface DatasetPreparation {
  /** For data sets whose images are there. */
  DatasetPreparation NONE = (dataset, context) -> {};

  /** Prepares all images of a data set that are not there yet. */
  void prepare(DatasetReference dataset, JobContext context);
}
