package eifexplorer.run;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.training.BatchReport;
import eifexplorer.training.EpochReport;
import eifexplorer.training.HeadHistory;
import eifexplorer.training.HeadHistory.State;
import eifexplorer.training.TrainingObserver;
import eifexplorer.training.TrainingPlan;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notes a run's epochs in its files and in the job's log, and hands everything on to whoever watches. */
final class RunWatch implements TrainingObserver {
  private final RunFiles files;
  private final RunObserver observer;
  private final JobContext context;
  private final Function<EmbeddingHead, Map<String, Double>> measure;
  private @Nullable EmbeddingHead lastHead;
  private @Nullable Proxies lastProxies;

  /** {@code measure} gives the metrics of the test images with a last layer. */
  RunWatch(
      RunFiles files,
      RunObserver observer,
      JobContext context,
      Function<EmbeddingHead, Map<String, Double>> measure) {
    this.files = files;
    this.observer = observer;
    this.context = context;
    this.measure = measure;
  }

  @Override
  public Map<String, Double> measure(EmbeddingHead head) {
    return measure.apply(head);
  }

  @Override
  public void batchDone(BatchReport report) {
    observer.batchDone(report);
  }

  @Override
  public void weights(int epoch, EmbeddingHead head, Proxies proxies) {
    lastHead = head;
    lastProxies = proxies;
  }

  private void keepHead(EpochReport report) {
    TrainingPlan plan = files.run().plan();
    boolean wanted =
        plan.network().frozen() && HeadHistory.keeps(report.epoch(), plan.totalEpochs());
    if (wanted && lastHead != null && lastProxies != null) {
      double rate = plan.optimiser().headRate() * report.rateFactor();
      files.headHistory().keep(report.epoch(), new State(lastHead, lastProxies, rate));
    }
    lastHead = null;
    lastProxies = null;
  }

  @Override
  public void epochDone(EpochReport report) {
    keepHead(report);
    String line = describe(report);
    files.epoch(report);
    files.log(line);
    context.log(line);
    observer.epochDone(report);
  }

  private static String describe(EpochReport report) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "epoch %d: loss %.4f, %.1f s, %.0f images/s",
                report.epoch(),
                report.loss(),
                report.seconds(),
                report.imagesPerSecond()));
    Map.of("R@1", "recall_at_1", "MAP@R", "map_at_r", "NMI", "nmi").entrySet().stream()
        .sorted(Map.Entry.<String, String>comparingByKey().reversed())
        .filter(entry -> report.metrics().containsKey(entry.getValue()))
        .forEach(
            entry ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        ", %s %.4f",
                        entry.getKey(),
                        report.metrics().get(entry.getValue()))));
    return text.toString();
  }
}
