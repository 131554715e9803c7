package eifexplorer.ui.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.export.Finding;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobRunner;
import eifexplorer.project.findings.FindingKind;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.MadeUpFindings;
import eifexplorer.ui.testing.SampleSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresentationViewModelTest {
  private final Finding closest = MadeUpFindings.of("closest");
  private final Finding culprit = MadeUpFindings.of("culprit");
  private final Finding correction = MadeUpFindings.of("correction");
  private final MadeUpFindings source =
      new MadeUpFindings(
          Map.of(
              FindingKind.CLOSEST_CONFUSION, closest,
              FindingKind.CULPRIT, culprit,
              FindingKind.CORRECTION, correction));
  private final HeldJobRunner runner = new HeldJobRunner();
  private final ExplorerSession session = SampleSession.of(Optional.empty());

  private PresentationViewModel model(JobRunner with) {
    return model(with, source);
  }

  private PresentationViewModel model(JobRunner with, MadeUpFindings findings) {
    FxJobs jobs = new FxJobs(with, Runnable::run);
    PresentationViewModel model = new PresentationViewModel(jobs, new NoticesViewModel(), findings);
    model.show(session);
    return model;
  }

  private List<String> placesAfter(PresentationViewModel model, int... finished) {
    model.open();
    List<String> places = new ArrayList<>(List.of(place(model)));
    for (int job : finished) {
      runner.job(job).finish();
      places.add(place(model));
    }
    return places;
  }

  private static String place(PresentationViewModel model) {
    Finding shown = model.shownProperty().get();
    return (shown == null ? "" : shown.heading() + ", ") + model.placeProperty().get();
  }

  @Test
  void stepsThroughWhatIsThereInOrderAndStaysAtTheEnds() {
    PresentationViewModel model = model(new InlineJobRunner());
    model.open();
    List<String> seen = new ArrayList<>();
    for (int by : new int[] {0, 1, 1, 1, -1}) {
      model.step(by);
      seen.add(model.shownProperty().get().heading() + ", " + model.placeProperty().get());
    }
    assertEquals(
        List.of(
            "closest, 1 of 3",
            "culprit, 2 of 3",
            "correction, 3 of 3",
            "correction, 3 of 3",
            "culprit, 2 of 3"),
        seen);
  }

  @Test
  void beginsWithTheFirstThoughALaterOneIsFoundBefore() {
    assertEquals(
        List.of(
            "Looking for what is worth showing …",
            "Looking for what is worth showing …",
            "closest, 1 of 2, looking for more …",
            "closest, 1 of 2, looking for more …",
            "closest, 1 of 3, looking for more …",
            "closest, 1 of 3"),
        placesAfter(model(runner, source), 4, 0, 1, 2, 3));
  }

  @Test
  void beginsWithALaterOneOnceThoseBeforeItAreNotThere() {
    assertEquals(
        List.of(
            "Looking for what is worth showing …",
            "Looking for what is worth showing …",
            "Looking for what is worth showing …",
            "Looking for what is worth showing …",
            "culprit, 1 of 2, looking for more …"),
        placesAfter(
            model(
                runner,
                new MadeUpFindings(
                    Map.of(FindingKind.CULPRIT, culprit, FindingKind.CORRECTION, correction))),
            4,
            2,
            0,
            1));
  }

  @Test
  void keepsTheFindingInSightThatWasSteppedTo() {
    PresentationViewModel model = model(runner);
    model.open();
    runner.job(4).finish();
    model.step(1);
    assertEquals("correction, 1 of 1, looking for more …", place(model));
    runner.job(0).finish();
    assertEquals("correction, 2 of 2, looking for more …", place(model));
  }

  @Test
  void leavingGivesUpWhatIsSoughtAndComingBackSeeksOnlyThat() {
    PresentationViewModel model = model(runner);
    model.toggle();
    runner.job(0).finish();
    model.toggle();
    assertFalse(model.openProperty().get());
    model.toggle();
    assertEquals(5 + 4, runner.count());
    assertEquals(closest, model.shownProperty().get());
  }

  @Test
  void anotherSessionEndsItAndForgetsWhatWasFound() {
    PresentationViewModel model = model(new InlineJobRunner());
    model.open();
    model.show(SampleSession.of(Optional.empty()));
    assertFalse(model.openProperty().get());
    assertNull(model.shownProperty().get());
  }

  @Test
  void waitsForASessionIfItIsAskedForBeforeOneIsOpen() {
    PresentationViewModel model = model(new InlineJobRunner());
    model.show(null);
    model.openSoon();
    assertFalse(model.openProperty().get());
    model.show(session);
    assertTrue(model.openProperty().get());
  }

  @Test
  void saysThatNothingIsThere() {
    PresentationViewModel model = model(new InlineJobRunner(), new MadeUpFindings(Map.of()));
    model.open();
    assertEquals("Nothing was found that is worth showing", model.placeProperty().get());
  }

  @Test
  void writesWhatWasFound() {
    PresentationViewModel model = model(new InlineJobRunner());
    model.open();
    model.export(Path.of("page.html"));
    assertEquals(List.of(closest, culprit, correction), source.written);
  }
}
