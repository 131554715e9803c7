package eifexplorer.app;

import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.KernelChoice;
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
 * What this user's settings say about the engine. A value that means nothing, as after an edit by hand, gives way to the usual
 * one: no such slip may keep the window from opening.
 */
final class ChosenEngine {
  private final SettingsFile file;
  private final List<ProblemException> troubles = new ArrayList<>();
  private Settings settings;

  /** Reads the file; values that mean nothing are replaced in it. */
  ChosenEngine(SettingsFile file) {
    this.file = file;
    settings = file.load();
    Settings usual = Settings.INITIAL;
    check(() -> ComputeDevice.parseRequest(settings.device()), settings.withDevice(usual.device()));
    check(() -> KernelChoice.parse(settings.kernels()), settings.withKernels(usual.kernels()));
    check(() -> withThreads(settings), settings.withThreads(usual.threads()));
    if (!troubles.isEmpty()) {
      file.save(settings);
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

  /** What was wrong with the file, all in one; empty if nothing was. */
  Optional<ProblemException> trouble() {
    return troubles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ProblemException(
                "In the settings " + said(ProblemException::what, " and ") + ": not known",
                file.folder().toString(),
                "The usual is taken. " + said(ProblemException::remedy, " ")));
  }

  private String said(Function<ProblemException, String> part, String between) {
    return troubles.stream().map(part).collect(Collectors.joining(between));
  }

  /** The engine to run. */
  EngineSettings engine() {
    return withThreads(settings).withKernels(KernelChoice.parse(settings.kernels()));
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
