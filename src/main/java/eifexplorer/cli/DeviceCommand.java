package eifexplorer.cli;

import eifexplorer.engine.EngineSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options every command has. */
abstract class DeviceCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // read by picocli alone
  private boolean help;

  DeviceCommand(CommandContext context) {
    this.context = context;
  }

  CommandContext context() {
    return context;
  }

  EngineSettings settings() {
    return device.settings();
  }

  DeviceOptions device() {
    return device;
  }

  Console console() {
    return context.console();
  }

  boolean json() {
    return json;
  }
}
