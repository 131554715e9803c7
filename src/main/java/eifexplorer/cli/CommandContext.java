package eifexplorer.cli;

import eifexplorer.benchmark.WindowBenchmark;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.project.Explorer;
import eifexplorer.project.Registries;
import java.util.function.Function;

/**
 * What commands are given.
 *
 * @param console where they write
 * @param explorers makes the services for a device and threads; closed by the command
 * @param doctor looks at the tensor runtime for a device and threads
 * @param windowBenchmark measures the window
 * @param registries what there is to choose from
 * @param version of the program
 */
public record CommandContext(
    Console console,
    Function<EngineSettings, Explorer> explorers,
    Function<EngineSettings, EngineReport> doctor,
    WindowBenchmark windowBenchmark,
    Registries registries,
    String version) {}
