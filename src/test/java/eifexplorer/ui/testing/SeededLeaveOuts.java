package eifexplorer.ui.testing;

import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.retrain.HeadOutcome;
import eifexplorer.retrain.LeaveOutOutcome;
import eifexplorer.retrain.LeaveOutRequest;
import eifexplorer.retrain.LeaveOutTrials;
import eifexplorer.session.ExplorerSession;
import java.util.Collections;
import java.util.stream.IntStream;

/** Trials without any learning: without the images the first confused test image finds its class, at random nothing changes. */
public final class SeededLeaveOuts implements LeaveOutTrials {
  @Override
  public LeaveOutOutcome leaveOut(
      ExplorerSession session, LeaveOutRequest request, JobContext context) {
    int[] labels = session.bundle().testLabels();
    int[] before = IntStream.range(0, labels.length).map(session.confusions()::nearest).toArray();
    int wrong = session.pairs().get(0).wrong();
    int[] after = before.clone();
    after[wrong] =
        IntStream.range(0, labels.length)
            .filter(i -> i != wrong && labels[i] == labels[wrong])
            .findFirst()
            .orElseThrow();
    HeadOutcome all = new HeadOutcome(.5, .3, before, new double[session.pairs().size()]);
    HeadOutcome without = new HeadOutcome(.6, .3, after, new double[session.pairs().size()]);
    int seeds = request.seeds().size();
    return new LeaveOutOutcome(
        request,
        labels,
        session.pairs(),
        Collections.nCopies(seeds, all),
        Collections.nCopies(seeds, without),
        Collections.nCopies(seeds, all));
  }

  @Override
  public ModelCard keepWithout(
      ExplorerSession session,
      String name,
      LeaveOutRequest request,
      long seed,
      JobContext context) {
    return ModelCards.card("without" + seed, "without " + name, ModelCard.TRIAL);
  }
}
