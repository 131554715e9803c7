package eifexplorer.ui.testing;

import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.retrain.ReweightOutcome;
import eifexplorer.retrain.ReweightOutcome.PairChange;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.List;

/**
 * Trials without any learning: with the harmful images of the first pair left out a pair is pushed apart by 0.1 and 0.01 a
 * seed, otherwise by a hundredth for every second seed and together for the others.
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
    boolean control = requests.size() % 2 == 0;
    return request.seeds().stream()
        .map(
            seed -> {
              double change = control ? 0.01 * (seed % 2 == 0 ? 1 : -1) : 0.1 + 0.01 * seed;
              return new ReweightOutcome(
                  seed,
                  session.bundle().head(),
                  request.pairs().stream().map(p -> new PairChange(p, 0.5, 0.5 + change)).toList(),
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
