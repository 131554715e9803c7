package eifexplorer.cli;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Runs one experiment; its parameters are options. */
@Command
final class ExperimentRunCommand extends ExplorerCommand {
  private final Experiment experiment;
  private final Map<Parameter, OptionSpec> options = new LinkedHashMap<>();

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--loss-type",
      paramLabel = "NAME",
      description = "What a bundle's model was trained with (a workspace knows).")
  private @Nullable String lossType;

  @Option(
      names = "--again",
      description = "Forget the result that is kept, and all its units; run it anew.")
  private boolean again;

  @Mixin private RowsOption rows = new RowsOption();

  private ExperimentRunCommand(CommandContext context, Experiment experiment) {
    super(context);
    this.experiment = experiment;
  }

  /** The command of an experiment. */
  static CommandLine line(CommandContext context, Experiment experiment) {
    ExperimentRunCommand command = new ExperimentRunCommand(context, experiment);
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().name(experiment.id()).usageMessage().header(experiment.question());
    for (Parameter parameter : experiment.parameters()) {
      OptionSpec option =
          OptionSpec.builder("--" + parameter.name())
              .type(String.class)
              .paramLabel(label(parameter))
              .description(description(parameter))
              .build();
      command.options.put(parameter, option);
      line.getCommandSpec().addOption(option);
    }
    return line;
  }

  /** What picocli formats: a per cent sign stands for itself only twice. */
  private static String description(Parameter parameter) {
    String choices =
        parameter.choices().isEmpty() ? "" : " Of: " + String.join(", ", parameter.choices()) + ".";
    return (parameter.help() + choices + " Default: " + parameter.standard()).replace("%", "%%");
  }

  private static String label(Parameter parameter) {
    return switch (parameter.kind()) {
      case WHOLE, NUMBER -> "N";
      case WHOLES, NUMBERS -> "N,…";
      case COUNT -> "all|N";
      case NAME -> "NAME";
      case SETTINGS -> "NAME[:SETTING=VALUE;…],…";
      case NAMES -> "NAME,…";
    };
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    Map<String, String> given = given();
    ExplorerSession session = source.openWithLoss(explorer, lossType, progress);
    if (again) {
      explorer.experiments().forget(session, experiment.id(), given);
    }
    ExperimentResult result =
        explorer
            .experiments()
            .run(session, experiment.id(), given, ExperimentObserver.NONE, progress);
    new ResultPrinter(console(), rows.count()).print(result, json());
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    options.forEach(
        (parameter, option) -> {
          String value = option.getValue();
          if (value != null) {
            given.put(parameter.name(), value);
          }
        });
    try {
      ParameterValues.of(experiment.parameters(), given);
    } catch (ProblemException e) {
      throw new UsageException(e.getMessage());
    }
    return given;
  }
}
