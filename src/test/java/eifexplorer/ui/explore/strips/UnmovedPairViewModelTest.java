package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobContext;
import eifexplorer.review.copies.Copies;
import eifexplorer.review.copies.CopyKind;
import eifexplorer.review.copies.CopyLink;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnmovedPairViewModelTest {
  @TempDir Path images;
  private ExplorerSession session;
  private PairItem listed;
  private InfluenceViewModel influence;
  private UnmovedPairViewModel unmoved;
  private MarksViewModel marks;

  /** Scores no training image when asked for a pair alone. */
  private static final class Flat implements InfluenceEstimator {
    @Override
    public String id() {
      return "flat";
    }

    @Override
    public String title() {
      return "flat";
    }

    @Override
    public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
      double[] scores = new double[SampleSession.trainSize()];
      scores[0] = query.pairs().size() - 1;
      return new InfluenceScores(scores, new double[0][], new double[0], 0);
    }
  }

  @BeforeEach
  void show() {
    FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
    session = SampleSession.of(Optional.of(images), new Flat());
    listed = PairIndex.of(session).items().get(2);
    ExploreServices services = SeededServices.standard();
    influence =
        new InfluenceViewModel(
            jobs,
            new EstimatorViewModel(
                jobs, services.factories(), services.estimators(), services.fitting()),
            services.keys());
    marks = new MarksViewModel(jobs, new NoticesViewModel());
    unmoved = new UnmovedPairViewModel(jobs, influence, marks);
  }

  private String explained(PairItem pair) {
    influence.explain(session, ScopePairs.of(session.confusions()), pair);
    UnmovedPairViewModel.Reason reason = unmoved.reasonProperty().get();
    return reason == null ? "" : reason.title() + ". " + reason.text();
  }

  private PairItem atZero(int first, int second) {
    return PairItem.walkedTo(session, first, second, 0);
  }

  private void write(PairItem pair, String first, String second) throws IOException {
    Path one = pair.wrongPicture().file().orElseThrow();
    Path other = pair.confusedPicture().file().orElseThrow();
    Files.createDirectories(one.getParent());
    Files.createDirectories(other.getParent());
    Files.writeString(one, first);
    Files.writeString(other, second);
  }

  @Test
  void aNearCopyIsSaidThoughTrainingImagesMoveIt() {
    explained(listed);
    assertEquals("", unmoved.copyProperty().get());

    int train = SampleSession.trainSize();
    int wrong = train + listed.pair().wrong();
    int confused = train + listed.pair().confusedWith();
    CopyLink link =
        new CopyLink(Math.min(wrong, confused), Math.max(wrong, confused), CopyKind.NEAR_COPY, .95);
    marks.copiesProperty().set(Copies.of(session.dataset(), List.of(link)));

    assertEquals(
        "The same photograph under two labels, a near copy: one of the labels is wrong",
        unmoved.copyProperty().get());
  }

  @Test
  void onePhotographUnderTwoLabelsIsCalledThat() throws IOException {
    PairItem pair = atZero(listed.pair().wrong(), listed.pair().confusedWith());
    write(pair, "same", "same");

    String text = explained(pair);

    assertTrue(text.startsWith("The same photograph under two labels. Their distance is 0"), text);
    assertTrue(
        text.endsWith(
            ("%s is labelled %s, %s is labelled %s. Relabel one of them, or leave it out of"
                    + " measuring (Y).")
                .formatted(
                    pair.wrong().path(),
                    pair.wrongClass(),
                    pair.confused().path(),
                    pair.confusedClass())),
        text);
  }

  @Test
  void twoFilesOfOneEmbeddingAreNotCalledOnePhotograph() throws IOException {
    PairItem pair = atZero(listed.pair().wrong(), listed.pair().confusedWith());
    write(pair, "one", "other");

    assertTrue(explained(pair).startsWith("Both images have the same embedding."));
  }

  @Test
  void aCopyWithinAClassHasNoWrongLabel() throws IOException {
    PairItem pair = atZero(0, 1);
    write(pair, "same", "same");

    String text = explained(pair);

    assertTrue(text.startsWith("The same photograph is there twice."), text);
    assertTrue(text.endsWith("push them apart."), text);
  }

  @Test
  void filesThatCannotBeReadLeaveTheReasonStanding() {
    PairItem pair = atZero(listed.pair().wrong(), listed.pair().confusedWith());

    assertTrue(explained(pair).startsWith("Both images have the same embedding."));
  }

  @Test
  void aPairThatIsMovedHasNoReason() {
    explained(listed);
    assertEquals("No training image moves this pair", unmoved.reasonProperty().get().title());

    influence.scopeProperty().set(InfluenceScope.GROUP);

    assertNull(unmoved.reasonProperty().get());
  }
}
