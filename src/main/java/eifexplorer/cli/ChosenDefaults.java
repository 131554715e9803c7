package eifexplorer.cli;

import eifexplorer.workspace.Settings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What this user chose in the window is what the command line does unless its options say otherwise. */
final class ChosenDefaults implements IDefaultValueProvider {
  private final Supplier<Settings> settings;
  private @Nullable Settings read;

  /** Reads the settings when the first option wants one. */
  ChosenDefaults(Supplier<Settings> settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    return switch (option.longestName()) {
      case "--device" -> chosen().device();
      case "--kernels" -> chosen().kernels();
      case "--threads" -> chosen().threads() > 0 ? String.valueOf(chosen().threads()) : null;
      case "--annotator" -> ofImport(option) ? named(chosen().personal().annotator()) : null;
      default -> null;
    };
  }

  /** Elsewhere the option chooses whose decisions count, and the usual is everybody's. */
  private static boolean ofImport(OptionSpec option) {
    return option.command() != null && option.command().name().equals("import");
  }

  private static @Nullable String named(String annotator) {
    return annotator.isEmpty() ? null : annotator;
  }

  private Settings chosen() {
    if (read == null) {
      read = settings.get();
    }
    return read;
  }
}
