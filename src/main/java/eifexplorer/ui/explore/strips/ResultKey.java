package eifexplorer.ui.explore.strips;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.session.ExplorerSession;
import eifexplorer.workspace.Fingerprint;
import java.util.Map;

/** Names scores by what they were made from; called from jobs. */
@FunctionalInterface
public interface ResultKey {
  /** The identity of the scores of a query, by weights, labels, estimator, settings and query. */
  Fingerprint of(
      ExplorerSession session, String id, Map<String, String> options, InfluenceQuery query);
}
