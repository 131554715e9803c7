package eifexplorer.cli;

import eifexplorer.dataset.SkippedSample;
import eifexplorer.job.CancelOnInterrupt;
import eifexplorer.job.JobContext;
import eifexplorer.model.LeftOutImages;
import eifexplorer.problem.Exhausted;
import eifexplorer.project.Explorer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that uses the program's services, with progress and Ctrl+C. */
abstract class ExplorerCommand extends DeviceCommand {
  private static final int LISTED = 1000;

  @Option(
      names = "--strict",
      description = "End with an error if the data set leaves any image out.")
  private boolean strict;

  @Spec private CommandSpec spec;

  private Optional<LeftOutImages> leftOut = Optional.empty();

  ExplorerCommand(CommandContext context) {
    super(context);
  }

  /** Does the work; what it prints goes to the console. */
  abstract void run(Explorer explorer, JobContext progress);

  /** What stands on the command line. */
  final GivenOptions options() {
    return new GivenOptions(spec);
  }

  /** Adds to JSON results what the data set leaves out. */
  @Override
  final Console console() {
    return super.console().remarking(this::remarks);
  }

  private Map<String, ?> remarks() {
    Map<String, Object> remarks = new LinkedHashMap<>();
    leftOut.ifPresent(
        images -> {
          images.all().ifPresent(all -> remarks.put("left_out", field(images, all)));
          if (!images.otherReadings().isEmpty()) {
            remarks.put("other_readings", images.otherReadings());
          }
        });
    return remarks;
  }

  private static Map<String, ?> field(LeftOutImages images, List<SkippedSample> all) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("images", images.count());
    field.put("reasons", all.stream().limit(LISTED).toList());
    return field;
  }

  @Override
  public final Integer call() {
    SourceOptions.check(spec, options());
    try (CancelOnInterrupt interrupt = new CancelOnInterrupt(console()::stopping);
        Explorer explorer = context().explorers().apply(settings())) {
      ConsoleProgress progress = new ConsoleProgress(console(), interrupt::isInterrupted);
      leftOut = Optional.of(explorer.leftOut());
      if (strict) {
        explorer.leftOut().refuse();
      }
      try {
        run(explorer, progress);
      } finally {
        progress.endBar();
      }
      explorer.leftOut().otherReadings().forEach(console()::note);
      explorer.leftOut().line().ifPresent(console()::note);
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw Exhausted.problem(e);
    }
    return ExitCode.DONE;
  }
}
