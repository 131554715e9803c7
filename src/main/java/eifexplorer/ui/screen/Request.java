package eifexplorer.ui.screen;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.project.PairLink;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What a screen or the window asks of whichever screen can do it. */
public sealed interface Request {
  /** Shows a pair of test images. */
  record ShowPair(TestPair pair) implements Request {}

  /** Shows a pair of test images, confused or not, with the estimator and scope of a link to it; its session is open. */
  record ShowView(PairLink link) implements Request {}

  /** Lists the pairs of a class. */
  record ShowPairsOf(int label) implements Request {}

  /** Shows how the training images of a class harm all pairs. */
  record ShowHarmOf(int label) implements Request {}

  /** Shows a training image where its label is decided about. */
  record Relabel(int trainIndex) implements Request {}

  /** Leaves a training image out of training, or takes that back. */
  record Exclude(int trainIndex) implements Request {}

  /**
   * Gives an image a class, or leaves it out of training or measuring, or takes that back.
   *
   * @param path of a training or a test image
   * @param className name of the class; empty to leave it out, or to take that back
   */
  record Correct(String path, Optional<String> className) implements Request {}

  /** Asks what to open, or looks at this file or folder. */
  record Open(Optional<Path> path) implements Request {}

  /** Shows an image where it lies on the map; training and test images are counted each from 0. */
  record Locate(boolean train, int index) implements Request {}

  /** Shows the pair that is looked at where it lies on the map. */
  record LocatePair() implements Request {}

  /**
   * Lists the pairs that images belong to: test images that are in them, training images that are among their most harmful.
   *
   * @param test test indices
   * @param train training indices
   * @param title says which images these are
   */
  record ShowPairsTouching(Set<Integer> test, Set<Integer> train, String title) implements Request {
    /** Copies the sets. */
    public ShowPairsTouching {
      test = Set.copyOf(test);
      train = Set.copyOf(train);
    }
  }

  /**
   * Lists the pairs that begin with some test images.
   *
   * @param test test indices
   * @param title says which images these are
   */
  record ShowPairsBeginning(Set<Integer> test, String title) implements Request {
    /** Copies the set. */
    public ShowPairsBeginning {
      test = Set.copyOf(test);
    }
  }

  /** Has these training images alone in the queue of the review, by their paths. */
  record ReviewOnly(Set<String> images) implements Request {
    /** Copies the set. */
    public ReviewOnly {
      images = Set.copyOf(images);
    }
  }

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
