package eifexplorer.model;

import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.job.JobContext;
import eifexplorer.workspace.Workspace;

/** Finds the features a model goes with. */
@FunctionalInterface
public interface ModelFeatures {
  /**
   * Features of a workspace's data set with its own labels; extracted if they are not there.
   *
   * @throws RootGoneException if the data set is not where it was
   */
  DatasetFeatures find(Workspace workspace, ModelCard card, JobContext context);
}
