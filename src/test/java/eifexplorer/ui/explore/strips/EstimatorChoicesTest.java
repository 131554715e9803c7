package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.influence.FittingEstimators.LeftOut;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.testing.SampleSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class EstimatorChoicesTest {
  private final List<EstimatorFactory> all = InfluenceEstimators.standard().all();
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private int looked;
  private final EstimatorChoices choices =
      new EstimatorChoices(new FxJobs(new InlineJobRunner(), Runnable::run), all, this::fitting);

  private FittingEstimators fitting(ExplorerSession of) {
    looked++;
    return of == session
        ? new FittingEstimators(
            List.of("eif", "trak"), List.of(new LeftOut("TracIn", "The loss is not for it")))
        : FittingEstimators.all(all.stream().map(EstimatorFactory::id).toList());
  }

  private List<String> offered() {
    return choices.offered().stream().map(EstimatorFactory::id).toList();
  }

  @Test
  void thoseThatCanNotExplainTheModelAreNamedWithTheReasonAndNotOffered() {
    choices.show(session);
    List<String> before = offered();
    choices.look();
    choices.look();

    assertEquals(all.stream().map(EstimatorFactory::id).toList(), before);
    assertEquals(List.of("eif", "trak"), offered());
    assertEquals("Left out: TracIn. The loss is not for it.", choices.leftOutProperty().get());
    assertEquals(1, looked);
  }

  @Test
  void anotherModelIsAskedAnew() {
    choices.show(session);
    choices.look();
    choices.show(SampleSession.of(Optional.empty()));
    choices.look();

    assertEquals(all.stream().map(EstimatorFactory::id).toList(), offered());
    assertEquals("", choices.leftOutProperty().get());
  }

  @Test
  void whatIsChosenStaysChosenWhileOthersComeAndGo() {
    choices.show(session);
    List<List<String>> states = new ArrayList<>();
    choices
        .offered()
        .addListener((ListChangeListener<EstimatorFactory>) change -> states.add(offered()));
    choices.look();
    choices.show(SampleSession.of(Optional.empty()));

    assertEquals(2 * (all.size() - 2), states.size());
    states.forEach(state -> assertTrue(state.containsAll(List.of("eif", "trak"))));
  }
}
