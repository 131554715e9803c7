package eifexplorer.ui.explore.inspector;

import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import java.util.function.IntUnaryOperator;

/**
 * Another model of the same test images.
 *
 * @param ownTitle the session's own model, for people
 * @param title the other one, for people
 * @param session the other one's
 * @param insights into that
 * @param there its test index of a test image of the session; -1 if it does not have it
 * @param distances how far two test images are apart
 */
public record PeekedModel(
    String ownTitle,
    String title,
    ExplorerSession session,
    ImageInsights insights,
    IntUnaryOperator there,
    Distances distances) {
  /** How far two test images of a session are apart. */
  @FunctionalInterface
  public interface Distances {
    /** Squared distance of the unit embeddings, 0..4; called from jobs. */
    double between(ExplorerSession session, int first, int second);
  }
}
