package eifexplorer;

import eifexplorer.app.Composition;
import eifexplorer.app.WindowApplication;
import eifexplorer.cli.CommandArguments;
import eifexplorer.cli.Console;
import eifexplorer.cli.EifExplorerCommand;
import eifexplorer.cli.ExitCode;
import eifexplorer.workspace.ProgramVersion;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts EIF Explorer: without arguments the window, with arguments the command line. */
public final class Launcher {
  private static final String NO_WINDOW =
      "No window can be shown here (%s): use the command line, for example \"eif-explorer demo\" or"
          + " \"eif-explorer --help\"; on Linux a window needs a display and the packages"
          + " libgtk-3-0 libxtst6 libxxf86vm1 libgl1.";

  private Launcher() {}

  /** Of its own, so that Java's logging starts with a window only. */
  private static final class JavaFxLog {
    /** Held so that its level stays: JavaFX warns of being on the class path, which is meant. */
    private static final Logger LOG = Logger.getLogger("javafx");
  }

  /** Entry point. The exit code is one of {@link ExitCode}. */
  public static void main(String[] given) {
    System.exit(runGuarded(given));
  }

  /** Runs with nothing but Java's own classes at hand, should those of the program not be found. */
  private static int runGuarded(String[] given) {
    try {
      return run(given);
    } catch (LinkageError e) {
      String name = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
      System.err.println(
          "The program can't read its own files"
              + name
              + ". Perhaps too many files are open: allow more, for example with \"ulimit -n"
              + " 1024\". Otherwise install it again.");
      return 1; // its name is a constant of a class that may be out of reach
    }
  }

  private static int run(String[] given) {
    if (given.length == 1 && (given[0].equals("--version") || given[0].equals("-V"))) {
      System.out.println(
          "EIF Explorer " + ProgramVersion.current()); // without loading the commands
      return 0;
    }
    String[] arguments = CommandArguments.asTyped(given);
    // The program speaks one language; libraries write numbers with the digits of this one too.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.setProperty("ai.djl.offline", System.getProperty("ai.djl.offline", "true"));
    Console console = Console.standard();
    return arguments.length == 0
        ? showWindow(console, List.of())
        : EifExplorerCommand.run(
            Composition.commands(console).withWindow(window -> showWindow(console, window)),
            arguments);
  }

  private static int showWindow(Console console, List<String> window) {
    if (WindowApplication.handOver(window)) {
      console.out().println("Shown in the window that is open; --new-window opens another.");
      console.out().flush();
      return ExitCode.DONE;
    }
    JavaFxLog.LOG.setLevel(Level.SEVERE);
    try {
      WindowApplication.launchWindow(window);
      return ExitCode.DONE;
    } catch (UnsupportedOperationException | UnsatisfiedLinkError | NoClassDefFoundError e) {
      console.err().printf(NO_WINDOW + "%n", e.getMessage());
      console.err().flush();
      return ExitCode.FAILED;
    }
  }
}
