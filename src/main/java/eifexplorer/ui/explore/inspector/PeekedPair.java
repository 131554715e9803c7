package eifexplorer.ui.explore.inspector;

import eifexplorer.confusion.Confusions;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.Neighbour;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * The pair on the screen with one of two models.
 *
 * @param nearest the query's nearest test images, the nearest first; empty if the model does not have the query
 * @param distance of the pair, squared, of the unit embeddings, 0..4; NaN if the model does not have both images
 * @param rank of the pair's other image among the query's neighbours; 0 if it is not among the nearest looked at
 */
record PeekedPair(List<Near> nearest, double distance, int rank) {
  /** How far neighbours are followed to find the pair's other image. */
  static final int FOLLOWED = 64;

  /** Of more test images only the nearest is shown, which is known: ready to be searched, two models of them would not fit. */
  private static final int MOST_SEARCHED = 200_000;

  /** A neighbour of the query. */
  record Near(PhotoText photo, double distance, boolean sameClass) {}

  PeekedPair {
    nearest = List.copyOf(nearest);
  }

  /**
   * What a model makes of a pair.
   *
   * @param query test index in the session; below 0 if it is not there
   * @param other test index of the other image; below 0 if it is not there
   */
  static PeekedPair of(
      ExplorerSession session,
      ImageInsights insights,
      int query,
      int other,
      PeekedModel.Distances distances,
      JobContext context) {
    if (query < 0) {
      return new PeekedPair(List.of(), Double.NaN, 0);
    }
    List<Neighbour> found = found(session, insights, query, distances, context);
    List<Near> nearest = new ArrayList<>();
    int rank = 0;
    for (int i = 0; i < found.size(); i++) {
      Neighbour near = found.get(i);
      rank = near.index() == other ? i + 1 : rank;
      boolean same = session.testSample(near.index()).label() == session.testSample(query).label();
      nearest.add(new Near(PhotoText.of(session, near.index()), near.distance(), same));
    }
    double distance = other < 0 ? Double.NaN : distances.between(session, query, other);
    return new PeekedPair(nearest, distance, rank);
  }

  private static List<Neighbour> found(
      ExplorerSession session,
      ImageInsights insights,
      int query,
      PeekedModel.Distances distances,
      JobContext context) {
    if (session.dataset().test().size() <= MOST_SEARCHED) {
      return insights.nearestTest(query, FOLLOWED, context);
    }
    int nearest = session.confusions().nearest(query);
    return nearest == Confusions.NONE
        ? List.of()
        : List.of(new Neighbour(nearest, distances.between(session, query, nearest)));
  }

  /** The distance; a dash if it is not known. */
  String distanceText() {
    return Double.isNaN(distance) ? "–" : Texts.distance(distance);
  }

  /** The rank; {@code > 64}, as far as was looked, if it is not among the nearest looked at. */
  String rankText() {
    return rank > 0
        ? Texts.count(rank)
        : Double.isNaN(distance) ? "–" : "> " + Texts.count(nearest.size());
  }
}
