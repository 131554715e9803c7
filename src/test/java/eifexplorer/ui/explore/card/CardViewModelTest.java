package eifexplorer.ui.explore.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardViewModelTest {
  @TempDir Path folder;
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final ExploreViewModel explore =
      new ExploreViewModel(
          jobs, SeededServices.standard(), new MarksViewModel(jobs, notices), notices, () -> {});
  private final CardViewModel model = explore.cards();

  private void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
  }

  private List<String> messages() {
    return notices.notices().stream().map(Notice::message).toList();
  }

  @Test
  void withoutScoresThereIsNothingToWrite() {
    assertEquals(0, model.count());
  }

  @Test
  void theOpenPairIsWrittenAsItIsShown() throws IOException {
    show();
    explore.pairs().picks().note("look at the bill");
    Path file = folder.resolve("card.html");

    model.write(file);

    String page = Files.readString(file);
    assertEquals(List.of("The card is written to " + file), messages());
    assertTrue(page.contains("<p>Note: look at the bill</p>"), page);
    assertTrue(page.contains("fixed in 4 of 5 seeds</p>"), page);
    assertTrue(page.contains("<tr><td>scope<td><code>pair</code></tr>"), page);
  }

  @Test
  void pickedPairsBecomeOnePage() throws IOException {
    show();
    explore.pairs().picks().pickTo(explore.pairs().visible().get(2));
    Path file = folder.resolve("cards.html");

    model.write(file);

    assertEquals(3, model.count());
    assertEquals("pairs", model.name());
    assertEquals(List.of("3 cards are written to " + file), messages());
    assertEquals(3, Files.readString(file).split("<section").length - 1);
  }
}
