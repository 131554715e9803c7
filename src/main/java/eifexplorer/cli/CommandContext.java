package eifexplorer.cli;

import eifexplorer.benchmark.WindowBenchmark;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.project.Registries;
import eifexplorer.workspace.Settings;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What commands are given.
 *
 * @param console where they write
 * @param explorers makes the services for a device and threads; closed by the command
 * @param doctor looks at the tensor runtime for a device and threads
 * @param windowBenchmark measures the window
 * @param registries what there is to choose from
 * @param version of the program
 * @param window shows the window with a file, a folder or a link, and before it {@link #PRESENT} to present that, {@link
 *     #NEW_WINDOW} for a window of its own; returns the exit code once it is closed, at once if one that is open took it
 * @param defaults what this user chose in the window; read when an option wants it
 */
public record CommandContext(
    Console console,
    Function<EngineSettings, Explorer> explorers,
    Function<EngineSettings, EngineReport> doctor,
    WindowBenchmark windowBenchmark,
    Registries registries,
    String version,
    ToIntFunction<List<String>> window,
    Supplier<Settings> defaults) {
  /** Among the window's arguments: what is opened is presented. */
  public static final String PRESENT = "--present";

  /** Among the window's arguments: even if a window is open already. */
  public static final String NEW_WINDOW = "--new-window";

  /** Where no window can be shown. */
  public CommandContext(
      Console console,
      Function<EngineSettings, Explorer> explorers,
      Function<EngineSettings, EngineReport> doctor,
      WindowBenchmark windowBenchmark,
      Registries registries,
      String version) {
    this(
        console,
        explorers,
        doctor,
        windowBenchmark,
        registries,
        version,
        what -> {
          throw new ProblemException("No window can be shown here", String.join(" ", what), "");
        },
        () -> Settings.INITIAL);
  }

  /** The same with a window. */
  public CommandContext withWindow(ToIntFunction<List<String>> shows) {
    return new CommandContext(
        console, explorers, doctor, windowBenchmark, registries, version, shows, defaults);
  }

  /** The same with what this user chose. */
  public CommandContext withDefaults(Supplier<Settings> chosen) {
    return new CommandContext(
        console, explorers, doctor, windowBenchmark, registries, version, window, chosen);
  }
}
