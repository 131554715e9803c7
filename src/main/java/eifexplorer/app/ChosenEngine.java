package eifexplorer.app;

import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.KernelChoice;
import eifexplorer.problem.BadValueException;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Settings;
import eifexplorer.workspace.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What this user's settings say, above all about the engine. A value that means nothing, as after an edit by hand, gives way to the usual
 * one: no such slip may keep the window from opening.
 */
final class ChosenEngine {
  private final SettingsFile file;
  private final List<ProblemException> troubles = new ArrayList<>();
  private final Optional<ProblemException> damage;
  private Settings settings;

  /** Reads the file; values that mean nothing are replaced in it. */
  ChosenEngine(SettingsFile file) {
    this.file = file;
    settings = file.load();
    damage = file.trouble();
    Settings usual = Settings.INITIAL;
    check(() -> ComputeDevice.parseRequest(settings.device()), settings.withDevice(usual.device()));
    check(() -> KernelChoice.parse(settings.kernels()), settings.withKernels(usual.kernels()));
    check(() -> withThreads(settings), settings.withThreads(usual.threads()));
    check(
        () -> requireKnown("theme", settings.theme(), List.of("dark", "light", "system")),
        settings.withTheme(usual.theme()));
    settings = settings.withPersonal(settings.personal().inRange(troubles));
    if (!troubles.isEmpty()) {
      file.save(settings);
    }
  }

  private static void requireKnown(String field, String value, List<String> known) {
    if (!known.contains(value)) {
      throw ProblemException.badValue(field, value, String.join(", ", known));
    }
  }

  private void check(Runnable reading, Settings instead) {
    try {
      reading.run();
    } catch (ProblemException e) {
      settings = instead;
      troubles.add(e);
    }
  }

  /** The settings as they hold. */
  Settings settings() {
    return settings;
  }

  /** The settings as they are by now. */
  Settings saved() {
    return file.load();
  }

  /** What was wrong with the file, all in one; empty if nothing was. */
  Optional<ProblemException> trouble() {
    if (damage.isPresent()) {
      return damage.map(
          e ->
              new ProblemException(
                  "The settings are damaged: " + e.what(),
                  e.where(),
                  "The program starts with the usual ones; the next change writes the file anew and"
                      + " leaves this one beside it as settings.json.damaged, or .damaged.2 and so"
                      + " on."));
    }
    return troubles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ProblemException(
                "Settings that are not known: " + said(ChosenEngine::setting, ", "),
                file.folder().toString(),
                "The usual is taken. " + said(ProblemException::remedy, " ")));
  }

  private String said(Function<ProblemException, String> part, String between) {
    return troubles.stream().map(part).collect(Collectors.joining(between));
  }

  private static String setting(ProblemException trouble) {
    return trouble instanceof BadValueException bad
        ? bad.field() + " = " + bad.value()
        : trouble.what();
  }

  /** The engine to run. */
  EngineSettings engine() {
    int percent = settings.personal().memoryPercent();
    EngineSettings chosen =
        withThreads(settings).withKernels(KernelChoice.parse(settings.kernels()));
    return percent == 0 ? chosen : chosen.withHeapPercent(percent);
  }

  private static EngineSettings withThreads(Settings settings) {
    return EngineSettings.of(
        ComputeDevice.parseRequest(settings.device()),
        settings.threads() > 0 ? OptionalInt.of(settings.threads()) : OptionalInt.empty());
  }

  /** What is shown of it: {@code CPU · 7 threads}. */
  String title() {
    int threads = engine().threads();
    String device = settings.device().startsWith("gpu") ? settings.device() : "CPU";
    return device + " · " + threads + (threads == 1 ? " thread" : " threads");
  }
}
