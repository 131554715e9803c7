package eifexplorer.run;

import eifexplorer.training.EpochReport;
import eifexplorer.training.OptimiserPlan;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.AtomicFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Training runs as CSV: a row a run, or a row an epoch. What is not known is left empty. */
public final class RunCsv {
  private RunCsv() {}

  /**
   * Writes a row for each run: what it is, its plan, its last loss and the metrics measured last.
   *
   * @throws eifexplorer.problem.ProblemException if the file can't be written
   */
  public static void writeRuns(Path file, List<RunSummary> runs) {
    write(file, runs.stream().map(RunCsv::row).toList());
  }

  /** Writes a row for each epoch of a run; otherwise as {@link #writeRuns}. */
  public static void writeEpochs(Path file, RunSummary run) {
    write(file, run.epochs().stream().map(report -> row(run, report)).toList());
  }

  private static Map<String, Object> row(RunSummary run) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("run", run.id());
    row.put("state", run.state().name().toLowerCase(Locale.ROOT));
    row.put("started", run.provenance().created());
    addPlan(row, run.plan());
    row.put("labels", run.labels());
    run.dataset()
        .filter(dataset -> dataset.noiseFraction() > 0)
        .ifPresent(
            dataset -> {
              row.put("noise", dataset.noiseModel().replaceFirst(":.*", ""));
              row.put("noise_share", dataset.noiseFraction());
              row.put("noise_seed", dataset.noiseSeed());
            });
    row.put("data_fingerprint", run.data());
    row.put("epochs_done", run.epochs().size());
    row.put("images_per_second", run.imagesPerSecond());
    if (!run.epochs().isEmpty()) {
      row.put("last_loss", run.epochs().get(run.epochs().size() - 1).loss());
    }
    run.epochs().forEach(report -> row.putAll(report.metrics()));
    return row;
  }

  private static void addPlan(Map<String, Object> row, TrainingPlan plan) {
    OptimiserPlan optimiser = plan.optimiser();
    row.put("plan", plan.title());
    row.put("loss", plan.loss().name());
    row.put("seed", plan.seed());
    row.put("epochs", plan.epochs());
    row.put("warm_up_epochs", plan.warmUpEpochs());
    row.put("backbone", plan.network().backbone());
    row.put("frozen", plan.network().frozen());
    row.put("precision", plan.network().precision().name().toLowerCase(Locale.ROOT));
    row.put("resize", plan.network().resize());
    row.put("crop", plan.network().crop());
    row.put("embedding_size", plan.network().embeddingSize());
    row.put("classes", plan.batches().classes());
    row.put("samples_per_class", plan.batches().samplesPerClass());
    row.put("accumulate", plan.batches().accumulate());
    row.put("backbone_rate", optimiser.backboneRate());
    row.put("head_rate", optimiser.headRate());
    row.put("proxy_rate", optimiser.proxyRate());
    row.put("epsilon", optimiser.epsilon());
    row.put("clip", optimiser.clip());
  }

  private static Map<String, Object> row(RunSummary run, EpochReport report) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("run", run.id());
    row.put("epoch", report.epoch());
    row.put("loss", report.loss());
    row.put("seconds", report.seconds());
    row.put("images", report.images());
    row.put("rate_factor", report.rateFactor());
    row.putAll(report.metrics());
    return row;
  }

  private static void write(Path file, List<Map<String, Object>> rows) {
    AtomicFiles.write(file, out -> write(out, rows));
  }

  private static void write(OutputStream out, List<Map<String, Object>> rows) throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    CSVPrinter csv =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    csv.printRecord(columns);
    for (Map<String, Object> row : rows) {
      csv.printRecord(columns.stream().map(row::get).toList());
    }
    csv.flush();
  }
}
