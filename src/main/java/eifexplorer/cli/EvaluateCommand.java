package eifexplorer.cli;

import eifexplorer.embedding.RetrievalReport;
import eifexplorer.job.JobContext;
import eifexplorer.model.BackboneRequest;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures retrieval on the test set. */
@Command(
    name = "evaluate",
    header = "Measures recall@k, MAP@R and NMI on the test images.",
    description =
        "Of a workspace's model, of an embedding bundle, or of a back bone's plain features (no"
            + " head, L2-normalised).")
final class EvaluateCommand extends ExplorerCommand {
  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--labels",
      paramLabel = "REVISION",
      description =
          "The workspace's newest model trained on this label revision (0: the data set's own"
              + " labels); see review retrain.")
  private @Nullable Integer labels;

  @Mixin private DatasetOptions dataset = new DatasetOptions();
  @Mixin private BackboneOptions backbone = new BackboneOptions();

  @Option(
      names = "--preprocessing",
      paramLabel = "FIELDS",
      description = PreprocessingOptions.FIELDS)
  private @Nullable String preprocessing;

  EvaluateCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    check(options());
    Map<String, Object> result = new LinkedHashMap<>();
    RetrievalReport report;
    if (labels != null) {
      if (source.workspace == null) {
        throw new UsageException("--labels needs --workspace DIR");
      }
      ExplorerSession session = explorer.sessions().openLabels(source.workspace, labels, progress);
      result.put("model", session.modelTitle());
      result.put("labels", labels);
      result.put("training_images", session.dataset().train().size());
      LeftOutOfTest.put(result, session);
      report = explorer.explanations().measure(session, progress);
    } else if (source.given()) {
      ExplorerSession session = source.open(explorer, null, progress);
      result.put("model", session.modelTitle());
      LeftOutOfTest.put(result, session);
      report = explorer.explanations().measure(session, progress);
    } else if (dataset.given()) {
      BackboneRequest request =
          new BackboneRequest(
              dataset.reference(dataset.isDemo() ? explorer.demo().images() : null, 0),
              backbone.weightsFile(),
              backbone.choice(),
              backbone.resize(),
              backbone.crop(),
              Optional.ofNullable(preprocessing));
      result.put("weights", request.weights().getFileName().toString());
      report = explorer.backbones().measure(request, progress);
    } else {
      throw new UsageException("Missing option --workspace, --bundle or --dataset");
    }
    result.putAll(report.asMap());
    print(result);
  }

  /** Refuses what would be passed over. */
  private void check(GivenOptions options) {
    boolean ofDataset = dataset.given() && !source.given();
    dataset.check(options);
    options.require(ofDataset, "--dataset NAME without a workspace or bundle", "--dataset");
    options.require(ofDataset, "--dataset NAME", BackboneOptions.NAMES);
    options.require(ofDataset, "--dataset NAME", "--preprocessing");
    options.require(labels == null, "to be given without --labels", "--model");
  }

  private void print(Map<String, Object> result) {
    if (json()) {
      console().json(result);
      return;
    }
    result.forEach(
        (name, value) -> {
          if (value instanceof Double number) {
            console().line("%-24s %s", name, Counted.metric(name, number));
          } else {
            console().line("%-24s %s", name, value);
          }
        });
  }
}
