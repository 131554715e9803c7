package eifexplorer.ui.explore.confusions;

import eifexplorer.export.ConfusionFiles;
import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    write(items.stream().map(this::row).toList(), "pair", "pairs", file);
  }

  /** Writes class pairs. */
  public void classPairs(List<ClassPairRow> rows, Path file) {
    write(
        rows.stream().map(ConfusionExport::row).toList(),
        Texts.of("class pair"),
        Texts.of("class pairs"),
        file);
  }

  /** Writes classes. */
  public void classes(List<ClassRow> rows, Path file) {
    write(rows.stream().map(ConfusionExport::row).toList(), "class", "classes", file);
  }

  private void write(List<Map<String, Object>> rows, String one, String many, Path file) {
    jobs.start(
        Texts.of("Export {0}", Texts.count(rows.size(), one, many)),
        Lane.IO,
        context -> {
          ConfusionFiles.write(file, rows);
          return file;
        },
        Outcome.of(
            written ->
                notices.info(
                    Texts.of("{0} written to {1}", Texts.count(rows.size(), one, many), written)),
            notices::show));
  }

  private Map<String, Object> row(PairItem item) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("wrong", item.pair().wrong());
    row.put("confused_with", item.pair().confusedWith());
    row.put("distance", item.pair().distance());
    row.put("wrong_class", item.wrongClass());
    row.put("confused_class", item.confusedClass());
    row.put("wrong_path", item.wrong().path());
    row.put("confused_path", item.confused().path());
    row.put("mutual", item.mutual());
    row.put("reviewed", known.reviewed(item));
    OptionalInt doubtful = known.suspects(item);
    row.put("doubtful", doubtful.isPresent() ? doubtful.getAsInt() : "");
    row.put("note", known.note(item));
    return row;
  }

  private static Map<String, Object> row(ClassPairRow pair) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("wrong_class", pair.wrongClass());
    row.put("confused_class", pair.confusedClass());
    row.put("pairs", pair.count().count());
    row.put("mean_distance", pair.count().meanDistance());
    return row;
  }

  private static Map<String, Object> row(ClassRow of) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("class", of.name());
    row.put("samples", of.summary().samples());
    row.put("wrong", of.summary().wrong());
    row.put("wrong_share", of.summary().wrongShare());
    row.put("confusion_classes", String.join("; ", of.confusionClasses()));
    return row;
  }
}
