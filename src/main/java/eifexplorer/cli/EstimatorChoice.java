package eifexplorer.cli;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Which estimator explains, with which settings. */
final class EstimatorChoice {
  @Option(
      names = "--estimator",
      paramLabel = "NAME",
      defaultValue = "eif",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String id;

  @Mixin private EstimatorOptions options = new EstimatorOptions();

  /** A command with this choice, whose help names the estimators there are. */
  static CommandLine naming(CommandContext context, CommandLine line) {
    OptionSpec estimators = line.getCommandSpec().findOption("--estimator");
    line.getCommandSpec()
        .remove(estimators)
        .addOption(
            OptionSpec.builder(estimators)
                .completionCandidates(
                    context.registries().estimators().all().stream()
                        .map(EstimatorFactory::id)
                        .toList())
                .build());
    return line;
  }

  /** Its name. */
  String id() {
    return id;
  }

  /** The settings that were given, by the estimators' names for them. */
  Map<String, String> given() {
    return options.given();
  }

  /** The session's; an estimator or a setting that does not exist is a wrong usage. */
  InfluenceEstimator of(Explorer explorer, ExplorerSession session) {
    try {
      return explorer.explanations().estimator(session, id, given());
    } catch (ProblemException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
