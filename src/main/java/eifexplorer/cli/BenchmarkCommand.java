package eifexplorer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What can be measured; each a command of its own. */
@Command(
    name = "benchmark",
    header = "Measures the program's speed on this machine.",
    synopsisSubcommandLabel = "WHAT",
    subcommands = HelpCommand.class)
final class BenchmarkCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageException("Missing what to measure");
  }
}
