package eifexplorer.project;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.review.ReviewDesk;

/**
 * The review of a workspace, without a model.
 *
 * @param dataset with the data set's own labels
 * @param desk decisions and revisions
 */
public record WorkspaceReview(ImageDataset dataset, ReviewDesk desk) implements AutoCloseable {
  @Override
  public void close() {
    desk.close();
  }
}
