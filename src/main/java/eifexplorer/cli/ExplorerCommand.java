package eifexplorer.cli;

import eifexplorer.job.CancelOnInterrupt;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;

/** A command that uses the program's services, with progress and Ctrl+C. */
abstract class ExplorerCommand extends DeviceCommand {
  ExplorerCommand(CommandContext context) {
    super(context);
  }

  /** Does the work; what it prints goes to the console. */
  abstract void run(Explorer explorer, JobContext progress);

  @Override
  public final Integer call() {
    try (CancelOnInterrupt interrupt = new CancelOnInterrupt();
        Explorer explorer = context().explorers().apply(settings())) {
      ConsoleProgress progress = new ConsoleProgress(console(), interrupt::isInterrupted);
      try {
        run(explorer, progress);
      } finally {
        progress.endBar();
      }
    }
    return ExitCode.DONE;
  }
}
