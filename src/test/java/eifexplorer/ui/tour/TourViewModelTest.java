package eifexplorer.ui.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.screen.Preferences;
import eifexplorer.workspace.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourViewModelTest {
  @TempDir private Path folder;

  private TourViewModel tour() {
    FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
    return new TourViewModel(new Preferences(new SettingsFile(folder), jobs, failure -> {}));
  }

  @Test
  void walksThroughThreeStepsAndIsNeverOfferedAgain() {
    TourViewModel tour = tour();
    tour.offer();
    List<String> seen = new ArrayList<>();
    while (tour.stepProperty().get() != null) {
      seen.add(tour.stepProperty().get() + ", " + tour.place());
      tour.next();
    }
    assertEquals(List.of("PAIR, 1 of 3", "STRIPS, 2 of 3", "WHAT_IF, 3 of 3"), seen);
    TourViewModel later = tour();
    later.offer();
    assertNull(later.stepProperty().get());
  }

  @Test
  void isNotOfferedAgainOnceItWasLeft() {
    TourViewModel tour = tour();
    tour.offer();
    tour.leave();
    tour.offer();
    assertNull(tour.stepProperty().get());
  }

  @Test
  void beginsAgainForSomebodyWhoAsks() {
    TourViewModel tour = tour();
    tour.begin();
    tour.leave();
    tour.begin();
    assertEquals(TourStep.PAIR, tour.stepProperty().get());
  }
}
