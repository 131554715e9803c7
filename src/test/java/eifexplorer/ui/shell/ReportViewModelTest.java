package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.workspace.LogFolder;
import eifexplorer.workspace.PersonalSettings;
import eifexplorer.workspace.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportViewModelTest {
  @TempDir Path folder;

  private Settings settings = Settings.INITIAL;

  private ReportViewModel report(@Nullable ExplorerSession session) {
    return new ReportViewModel(
        new FxJobs(new InlineJobRunner(), Runnable::run),
        new NoticesViewModel(),
        new ReportSource(List.of("EIF Explorer 1.0"), new LogFolder(folder)),
        "CPU · 1 thread",
        () -> settings,
        () -> session);
  }

  private void log(String line) throws IOException {
    Files.writeString(folder.resolve("eif-explorer.2026-01-10.log"), line + "\n");
  }

  @Test
  void pathsAreInItOnlyWhenWanted() throws IOException {
    log("10:00 INFO Open failed: no such file: /home/ann/crow.jpg");
    ReportViewModel report = report(null);
    report.openProperty().set(true);
    String hidden = report.textProperty().get();
    report.withPathsProperty().set(true);

    String facts =
        "EIF Explorer 1.0\nCPU · 1 thread\nNothing is open\n\nLast lines of the log\n"
            + "10:00 INFO Open failed: no such file: ";
    assertEquals(facts + "‹path›\n", hidden);
    assertEquals(facts + "/home/ann/crow.jpg\n", report.textProperty().get());
  }

  @Test
  void whatWasOpenBeforeIsHiddenWholeAndSoIsTheAnnotator() throws IOException {
    settings =
        Settings.INITIAL
            .withRecent("/data/My secret birds")
            .withRecentPath("weights", "/data/Best of all.pth")
            .withPersonal(PersonalSettings.INITIAL.withAnnotator("Jörg Müller"));
    log("Jörg Müller left /data/My secret birds for /data/Best of all.pth");
    ReportViewModel report = report(null);
    report.openProperty().set(true);

    assertEquals(
        "‹name› left ‹path› for ‹path›",
        report.textProperty().get().lines().reduce("", (first, last) -> last));
  }

  @Test
  void theNextReportIsWithoutPathsAgainAndNewer() throws IOException {
    ReportViewModel report = report(null);
    report.openProperty().set(true);
    report.withPathsProperty().set(true);
    report.openProperty().set(false);
    log("later /x/y");
    report.openProperty().set(true);

    assertEquals(
        "later ‹path›", report.textProperty().get().lines().reduce("", (first, last) -> last));
  }

  @Test
  void whatIsOpenIsSaidInNumbersAlone() {
    ExplorerSession session = SampleSession.of(Optional.empty());
    ReportViewModel report = report(session);
    report.openProperty().set(true);

    assertEquals(
        "%d training and %d test images of %d classes, %s, F %d, E %d, %d confused pairs"
            .formatted(
                session.dataset().train().size(),
                session.dataset().test().size(),
                session.dataset().classes().size(),
                session.loss().title(),
                session.bundle().trainFeatures().columns(),
                session.bundle().head().embeddingSize(),
                session.pairs().size()),
        report.textProperty().get().lines().toList().get(2));
  }
}
