package eifexplorer.ui.explore.confusions;

import eifexplorer.export.Columns;
import eifexplorer.export.NamedRows;
import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Writes what the lists show to a {@code .csv} or {@code .json} file, in the order shown. */
public final class ConfusionExport {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final PairKnowledge known;

  ConfusionExport(FxJobs jobs, NoticesViewModel notices, PairKnowledge known) {
    this.jobs = jobs;
    this.notices = notices;
    this.known = known;
  }

  /** Writes pairs with what is known of them. */
  public void pairs(List<PairItem> items, Path file) {
    write(
        new Columns<PairItem>()
            .with("wrong", item -> item.pair().wrong())
            .with("confused_with", item -> item.pair().confusedWith())
            .with("distance", item -> item.pair().distance())
            .with("wrong_class", PairItem::wrongClass)
            .with("confused_class", PairItem::confusedClass)
            .with("wrong_path", item -> item.wrong().path())
            .with("confused_path", item -> item.confused().path())
            .with("mutual", PairItem::mutual)
            .with("reviewed", known::reviewed)
            .with("doubtful", this::doubtful)
            .with("note", known::note)
            .rows(items),
        "pair",
        "pairs",
        file);
  }

  private Object doubtful(PairItem item) {
    OptionalInt doubtful = known.suspects(item);
    return doubtful.isPresent() ? doubtful.getAsInt() : "";
  }

  /** Writes class pairs. */
  public void classPairs(List<ClassPairRow> rows, Path file) {
    write(
        new Columns<ClassPairRow>()
            .with("wrong_class", ClassPairRow::wrongClass)
            .with("confused_class", ClassPairRow::confusedClass)
            .with("pairs", pair -> pair.count().count())
            .with("mean_distance", pair -> pair.count().meanDistance())
            .rows(rows),
        "class pair",
        "class pairs",
        file);
  }

  /** Writes classes. */
  public void classes(List<ClassRow> rows, Path file) {
    write(
        new Columns<ClassRow>()
            .with("class", ClassRow::name)
            .with("samples", of -> of.summary().samples())
            .with("wrong", of -> of.summary().wrong())
            .with("wrong_share", of -> of.summary().wrongShare())
            .with("confusion_classes", of -> String.join("; ", of.confusionClasses()))
            .rows(rows),
        "class",
        "classes",
        file);
  }

  private void write(NamedRows rows, String one, String many, Path file) {
    String what = Texts.count(rows.all().size(), one, many);
    jobs.start(
        Texts.of("Export {0}", what),
        Lane.IO,
        context -> {
          rows.write(file);
          return file;
        },
        Outcome.of(
            written -> notices.info(Texts.of("{0} written to {1}", what, written)), notices::show));
  }
}
