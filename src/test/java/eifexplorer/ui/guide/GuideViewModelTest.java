package eifexplorer.ui.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.problem.ProblemException;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.NoticesViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideViewModelTest {
  @TempDir Path folder;

  private final NoticesViewModel notices = new NoticesViewModel();
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("guide.html").toAbsolutePath();
  }

  private void open(Consumer<Path> browser) {
    new GuideViewModel(new FxJobs(new InlineJobRunner(), Runnable::run), notices, folder, browser)
        .open();
  }

  private Notice notice() {
    assertEquals(1, notices.notices().size());
    return notices.notices().get(0);
  }

  @Test
  void theFileIsWrittenOpenedAndNamed() throws IOException {
    List<Path> opened = new ArrayList<>();

    open(opened::add);

    assertEquals(List.of(file), opened);
    assertEquals(Guide.html(""), Files.readString(file));
    assertEquals("The guide opens in your browser: " + file, notice().message());
  }

  @Test
  void whereNoBrowserCanBeStartedTheFileIsNamed() {
    open(
        guide -> {
          throw ProblemException.inFile(guide, "No browser", "Open it yourself.");
        });

    assertEquals(Notice.Kind.ERROR, notice().kind());
    assertTrue(notice().message().contains(file.toString()), notice().message());
    assertTrue(Files.exists(file));
  }

  @Test
  void itTurnsToTheHeadingOfAScreen() throws IOException {
    new GuideViewModel(new FxJobs(new InlineJobRunner(), Runnable::run), notices, folder, f -> {})
        .openAt("Experiments");

    String html = Files.readString(file);
    assertTrue(html.contains("location.hash = 'guide--experiments'"));
    assertTrue(html.contains("id=\"guide--experiments\""));
  }
}
