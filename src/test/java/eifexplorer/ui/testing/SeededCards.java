package eifexplorer.ui.testing;

import eifexplorer.export.PairCard;
import eifexplorer.export.PairCard.Photo;
import eifexplorer.export.PairCard.Strip;
import eifexplorer.export.ScoreOrigin;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.project.CardMaker;
import eifexplorer.session.ExplorerSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cards without pictures, whose facts are what was asked for. */
public final class SeededCards implements CardMaker {
  @Override
  public PairCard make(ExplorerSession session, View view, JobContext context) {
    return card(session, view, "asked", List.of());
  }

  @Override
  public PairCard make(ExplorerSession session, View view, Answer answer) {
    return card(session, view, answer.scope(), answer.verdict());
  }

  private static PairCard card(
      ExplorerSession session, View view, String scope, List<String> verdict) {
    TestPair pair = view.pair();
    return new PairCard(
        List.of(photo(session, pair.first()), photo(session, pair.second())),
        1,
        "",
        new Strip(List.of(), 0),
        new Strip(List.of(), 0),
        verdict,
        view.estimator() + view.options(),
        "worth",
        new ScoreOrigin(view.estimator(), Optional.empty()),
        view.note(),
        Map.of("scope", scope),
        Optional.empty());
  }

  private static Photo photo(ExplorerSession session, int index) {
    return new Photo(
        Optional.empty(), session.className(session.testSample(index).label()), "", index, 0);
  }
}
