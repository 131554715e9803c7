package eifexplorer.cli;

import eifexplorer.job.CancelOnInterrupt;
import eifexplorer.job.JobContext;
import eifexplorer.session.Explorer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that uses the program's services: options every one has, progress and Ctrl+C. */
abstract class ExplorerCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ExplorerCommand(CommandContext context) {
    this.context = context;
  }

  /** Does the work; what it prints goes to the console. */
  abstract void run(Explorer explorer, JobContext progress);

  @Override
  public final Integer call() {
    try (CancelOnInterrupt interrupt = new CancelOnInterrupt();
        Explorer explorer = context.explorers().apply(device.settings())) {
      ConsoleProgress progress = new ConsoleProgress(context.console(), interrupt::isInterrupted);
      try {
        run(explorer, progress);
      } finally {
        progress.endBar();
      }
    }
    return ExitCode.DONE;
  }

  Console console() {
    return context.console();
  }

  boolean json() {
    return json;
  }
}
