package eifexplorer.ui.explore.diff;

import eifexplorer.job.Lane;
import eifexplorer.session.diff.DiffImage;
import eifexplorer.session.diff.DiffRows;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;

/** Writes changed images to files. */
final class DiffExport {
  private final FxJobs jobs;
  private final NoticesViewModel notices;

  /** Says what became of it in a notice. */
  DiffExport(FxJobs jobs, NoticesViewModel notices) {
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Writes some changed images to a {@code .csv} or {@code .json} file. */
  void write(List<DiffImage> images, ComparedModels models, Path file) {
    String what = Texts.count(images.size(), "image", "images");
    jobs.start(
        Texts.of("Export {0}", what),
        Lane.IO,
        context -> {
          DiffRows.images(images, models.before(), models.after()).write(file);
          return file;
        },
        Outcome.of(
            written -> notices.info(Texts.of("{0} written to {1}", what, written)), notices::show));
  }
}
