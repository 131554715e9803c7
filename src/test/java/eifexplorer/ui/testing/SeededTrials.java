package eifexplorer.ui.testing;

import eifexplorer.confusion.QueryRetrieval;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.retrain.ReweightComparison;
import eifexplorer.retrain.ReweightOutcome;
import eifexplorer.retrain.ReweightOutcome.PairChange;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.retrain.TrialComparison;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.List;

/**
 * Trials without any learning: with the harmful images of the first pair left out a pair is pushed apart by 0.1 and 0.01 a
 * seed, and its first image finds its class but with seed 0; otherwise it is moved by a hundredth, apart for every second
 * seed and together for the others.
 */
public final class SeededTrials implements ReweightTrials {
  private final List<ReweightRequest> requests = new ArrayList<>();

  /** What was asked for, in order. */
  public List<ReweightRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public List<ReweightOutcome> reweight(
      ExplorerSession session, ReweightRequest request, JobContext context) {
    requests.add(request);
    return outcomes(session, request, requests.size() % 2 == 0);
  }

  /** Not among the requests, since the screen asks for it by itself. */
  @Override
  public TrialComparison effects(
      ExplorerSession session, ReweightRequest request, JobContext context) {
    return new ReweightComparison(
            outcomes(session, request, false), outcomes(session, request, true))
        .effects();
  }

  private static List<ReweightOutcome> outcomes(
      ExplorerSession session, ReweightRequest request, boolean control) {
    return request.seeds().stream()
        .map(
            seed -> {
              double change = control ? 0.01 * (seed % 2 == 0 ? 1 : -1) : 0.1 + 0.01 * seed;
              QueryRetrieval before = new QueryRetrieval(1, 4);
              QueryRetrieval after = control ? before : new QueryRetrieval(2, seed == 0 ? 2 : 1);
              return new ReweightOutcome(
                  seed,
                  session.bundle().head(),
                  request.pairs().stream()
                      .map(p -> new PairChange(p, 0.5, 0.5 + change, before, after))
                      .toList(),
                  0.67,
                  0.68);
            })
        .toList();
  }

  @Override
  public ModelCard keepReweighted(
      ExplorerSession session,
      String name,
      ReweightRequest request,
      ReweightOutcome outcome,
      JobContext context) {
    return ModelCards.card("kept" + outcome.seed(), "what if: " + name, ModelCard.TRIAL);
  }
}
