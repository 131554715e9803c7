package eifexplorer.cli;

import eifexplorer.workspace.Workspace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the window on a workspace. */
@Command(
    name = "open",
    header = "Opens the window on a workspace.",
    description = "The same as: eif-explorer WORKSPACE.")
final class OpenCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "WORKSPACE", description = "Its folder.")
  private Path folder;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // read by picocli alone
  private boolean help;

  OpenCommand(CommandContext context) {
    this.context = context;
  }

  /** The command line with the name of this command where it is a workspace's folder alone. */
  static String[] named(String... arguments) {
    return arguments.length == 1 && !arguments[0].startsWith("-") && isWorkspace(arguments[0])
        ? new String[] {"open", arguments[0]}
        : arguments;
  }

  private static boolean isWorkspace(String text) {
    try {
      return Workspace.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return true; // then its folder is refused with the reason
    }
  }

  @Override
  public Integer call() {
    Workspace.open(folder);
    return context.window().applyAsInt(folder);
  }
}
