package eifexplorer.project;

import eifexplorer.export.PairCard;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import java.util.List;
import java.util.Map;

/** Makes cards of a session's pairs; called from jobs. */
public interface CardMaker {
  /** How many training images of a sign a card shows, if nobody says. */
  int TOP = 8;

  /**
   * Asks the estimator about a pair and makes its card; the verdict is as far as it is known.
   *
   * @throws eifexplorer.problem.ProblemException for a test index that is not there, or settings the estimator does not take
   */
  PairCard make(ExplorerSession session, View view, JobContext context);

  /** Makes the card of a pair whose scores are there. */
  PairCard make(ExplorerSession session, View view, Answer answer);

  /**
   * What a card is of.
   *
   * @param pair test indices
   * @param estimator its id
   * @param options its settings that are not the standard ones
   * @param note what was noted on the pair; may be empty
   * @param top training images of each sign
   * @param list what the list beside it holds, see {@link PairLink}; may be empty
   */
  record View(
      TestPair pair,
      String estimator,
      Map<String, String> options,
      String note,
      int top,
      Map<String, String> list) {
    /** Copies the maps. */
    public View {
      options = Map.copyOf(options);
      list = Map.copyOf(list);
    }
  }

  /**
   * What the estimator said.
   *
   * @param scope what of the pair was explained, see {@link PairLink}
   * @param query what was asked
   * @param scores the answer
   * @param verdict sentences; may be empty
   */
  record Answer(String scope, InfluenceQuery query, InfluenceScores scores, List<String> verdict) {
    /** Copies the sentences. */
    public Answer {
      verdict = List.copyOf(verdict);
    }
  }
}
