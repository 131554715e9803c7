package eifexplorer.ui.guide;

import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** Opens the guide in the system's browser. */
public final class GuideViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Path folder;
  private final Consumer<Path> browser;

  /**
   * The guide of a user.
   *
   * @param folder where its file is written anew each time
   * @param browser opens a file; called from a job
   */
  public GuideViewModel(
      FxJobs jobs, NoticesViewModel notices, Path folder, Consumer<Path> browser) {
    this.jobs = jobs;
    this.notices = notices;
    this.folder = folder;
    this.browser = browser;
  }

  /** Opens it at its beginning. */
  public void open() {
    open("");
  }

  /** Opens it where it speaks of a screen: at the heading with this title in its first page. */
  public void openAt(String screen) {
    open("guide--" + screen.toLowerCase(Locale.ROOT).replace(' ', '-'));
  }

  /** Opens it, and says which file it is: not every system says that it has no browser. */
  private void open(String place) {
    jobs.startQuietly(
        Texts.of("Open the guide"),
        Lane.IO,
        context -> {
          Path file = Guide.write(folder, place);
          browser.accept(file);
          return file;
        },
        Outcome.of(
            file -> notices.info(Texts.of("The guide opens in your browser: {0}", file)),
            notices::show));
  }
}
