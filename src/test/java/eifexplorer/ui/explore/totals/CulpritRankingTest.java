package eifexplorer.ui.explore.totals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.influence.ClassHarm;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.testing.ComputedSurvey;
import eifexplorer.ui.testing.SampleSession;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CulpritRankingTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final int[] labels = session.bundle().trainLabels();
  private final HarmTotals totals =
      HarmTotals.of(ComputedSurvey.survey(session, soFar -> {}, JobContext.unattended()), labels);
  private final CulpritRanking ranking = new CulpritRanking(session, totals);

  @Test
  void classesComeByFallingHarmWithAllTheirImages() {
    List<Culprit> classes = ranking.of(CulpritKind.CLASS);

    assertEquals(
        totals.classes().stream().map(ClassHarm::label).toList(),
        classes.stream().map(Culprit::label).toList());
    assertEquals(
        IntStream.rangeClosed(1, classes.size()).boxed().toList(),
        classes.stream().map(Culprit::rank).toList());
    assertEquals(1, classes.stream().mapToDouble(Culprit::share).sum(), 1e-9);
    Culprit worst = classes.get(0);
    assertEquals(session.className(worst.label()), worst.name());
    assertEquals(
        IntStream.range(0, labels.length).filter(i -> labels[i] == worst.label()).boxed().toList(),
        worst.images());
  }

  @Test
  void imagesComeByFallingHarmEachOfItsOwnClass() {
    List<Culprit> images = ranking.of(CulpritKind.IMAGE);

    assertEquals(totals.images(), images.stream().map(one -> one.images().get(0)).toList());
    List<Double> shares = images.stream().map(Culprit::share).toList();
    assertEquals(shares.stream().sorted(Comparator.reverseOrder()).toList(), shares);
    Culprit worst = images.get(0);
    assertEquals(labels[worst.images().get(0)], worst.label());
    assertEquals(session.trainSample(worst.images().get(0)).fileName(), worst.name());
    assertEquals(totals.survey().pairsHarmed(worst.images().get(0)), worst.pairs());
  }
}
