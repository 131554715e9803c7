package eifexplorer.ui.explore.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.copies.CopiedImage;
import eifexplorer.review.copies.Copies;
import eifexplorer.review.copies.CopyGroup;
import eifexplorer.review.copies.CopyKind;
import eifexplorer.review.copies.CopyLink;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.copies.CopiesViewModel.Actions;
import eifexplorer.ui.explore.copies.CopiesViewModel.Correction;
import eifexplorer.ui.explore.copies.CopiesViewModel.Listed;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopiesViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final ConfusionPair pair = session.pairs().get(0);
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final MarksViewModel marks = new MarksViewModel(jobs, new NoticesViewModel());
  private final List<Object> asked = new ArrayList<>();

  private CopiesViewModel show(CopyLink... links) {
    CopiesViewModel model =
        new CopiesViewModel(
            jobs,
            (of, context) -> Copies.of(of.dataset(), List.of(links)),
            marks,
            new Actions(asked::add, asked::add, () -> asked.add("list")));
    model.show(session);
    model.start();
    return model;
  }

  private static CopyLink tests(int a, int b) {
    int train = SampleSession.trainSize();
    return new CopyLink(train + Math.min(a, b), train + Math.max(a, b), CopyKind.SAME_FILE, 1);
  }

  @Test
  void aConfusionOfOnePhotographIsSaidFirst() {
    CopiesViewModel model = show(tests(pair.wrong(), pair.confusedWith()));

    assertEquals(
        "1 of the confusions is the same photograph under two labels",
        model.headlineProperty().get());
    CopyGroup group = model.groups().get(0);
    assertEquals(Optional.of(new TestPair(pair.wrong(), pair.confusedWith())), model.pair(group));
  }

  @Test
  void copiesThatDoNoHarmAreNoHeadline() {
    CopiesViewModel model = show(new CopyLink(0, 1, CopyKind.NEAR_COPY, .9));

    assertEquals("", model.headlineProperty().get());
    assertEquals(Listed.ALL, model.listedProperty().get());
    assertEquals(
        "1 photograph more than once: 0 under several labels, 0 in training and test",
        model.summary());
  }

  @Test
  void anImageIsGivenTheOthersLabelOrLeftOut() {
    CopiesViewModel model = show(tests(pair.wrong(), pair.confusedWith()));
    CopyGroup group = model.groups().get(0);
    CopiedImage image = group.images().get(0);
    String path = image.sample().path();
    String other = model.otherClasses(group, image).get(0);

    model.relabel(image, other);
    model.toggleLeftOut(image);
    assertEquals(
        List.of(new Correction(path, Optional.of(other)), new Correction(path, Optional.empty())),
        asked);

    marks.showRelabelled(Map.of(path, other));
    assertEquals("→ " + model.display(other), model.decided(image));
    marks.showExcluded(Set.of(path));
    assertEquals("left out of measuring", model.decided(image));
  }

  @Test
  void aTrainingImageMayNotGetAClassThatIsNotTrainedOn() {
    CopiesViewModel model = show(new CopyLink(0, SampleSession.trainSize(), CopyKind.SAME_FILE, 1));
    CopyGroup group = model.groups().get(0);

    assertTrue(model.otherClasses(group, group.images().get(0)).isEmpty());
    assertEquals(1, model.otherClasses(group, group.images().get(1)).size());
  }
}
