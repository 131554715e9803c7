package eifexplorer.ui.screen;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/** What a screen or the window asks of whichever screen can do it. */
public sealed interface Request {
  /** Shows a pair of test images. */
  record ShowPair(TestPair pair) implements Request {}

  /** Lists the pairs of a class. */
  record ShowPairsOf(int label) implements Request {}

  /** Shows how the training images of a class harm all pairs. */
  record ShowHarmOf(int label) implements Request {}

  /** Shows a training image where its label is decided about. */
  record Relabel(int trainIndex) implements Request {}

  /** Leaves a training image out of training, or takes that back. */
  record Exclude(int trainIndex) implements Request {}

  /** Asks what to open, or looks at this file or folder. */
  record Open(Optional<Path> path) implements Request {}

  /** Asks for a data set to make a workspace of, in this folder if it is known. */
  record NewDataSet(Optional<Path> root) implements Request {}

  /** Asks for a model for the open workspace, or for a new one if none is open, with these weights if they are known. */
  record AddModel(Optional<Path> weights) implements Request {}

  /** Shows where a model is trained. */
  record TrainModel() implements Request {}

  /** Says that models of the open workspace came or went. */
  record ModelsChanged() implements Request {}

  /** Asks where the data set of a workspace is now. */
  record FindDataSet(Workspace workspace) implements Request {}
}
