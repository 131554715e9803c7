package eifexplorer.ui.shell;

import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.KernelChoice;
import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Preferences;
import eifexplorer.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the tensor runtime runs on, and what it is to run on. The runtime is started once and keeps its device and threads,
 * so that a change applies at the next start of the program.
 */
public final class EngineViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Preferences preferences;
  private final Supplier<EngineReport> examine;
  private final String running;
  private final String startedDevice;
  private final int startedThreads;
  private final String startedKernels;
  private final ReadOnlyObjectWrapper<EngineReport> report = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private boolean asked;

  EngineViewModel(
      FxJobs jobs,
      NoticesViewModel notices,
      Preferences preferences,
      Supplier<EngineReport> examine,
      String running) {
    this.jobs = jobs;
    this.notices = notices;
    this.preferences = preferences;
    this.examine = examine;
    this.running = running;
    startedDevice = preferences.get().device();
    startedThreads = threads();
    startedKernels = kernels();
  }

  /** What it runs on, in few words, such as {@code CPU · 7 threads}. */
  public String running() {
    return running;
  }

  /** The same examination as the command {@code doctor}; null before {@link #examine} is done. */
  public ReadOnlyObjectProperty<EngineReport> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** True if what was chosen differs from what runs. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Examines the runtime, once. */
  public void examine() {
    if (asked) {
      return;
    }
    asked = true;
    jobs.startQuietly(
        Texts.of("Examine the tensor runtime"),
        Lane.ENGINE,
        context -> examine.get(),
        Outcome.of(
            report::set,
            failure -> {
              asked = false;
              notices.show(failure);
            }));
  }

  /** The devices to choose from. */
  public List<String> devices() {
    List<String> devices = new ArrayList<>(List.of("auto", "cpu"));
    int gpus = report.get() == null ? 0 : report.get().gpuCount();
    IntStream.range(0, gpus).mapToObj(n -> "gpu:" + n).forEach(devices::add);
    if (!devices.contains(device())) {
      devices.add(device());
    }
    return devices;
  }

  /** The device chosen. */
  public String device() {
    return preferences.get().device();
  }

  /** The number of threads chosen. */
  public int threads() {
    int chosen = preferences.get().threads();
    return chosen > 0 ? chosen : EngineSettings.defaultThreads();
  }

  /** What is to compute with matrices: {@code auto}, {@code java} or {@code torch}. */
  public String kernels() {
    return preferences.get().kernels();
  }

  /** Chooses what is to compute with matrices from the next start on. */
  public void chooseKernels(KernelChoice kernels) {
    choose(settings -> settings.withKernels(kernels.toString()));
  }

  /** Most threads that make sense: one a processor. */
  public int mostThreads() {
    return Math.max(Runtime.getRuntime().availableProcessors(), threads());
  }

  /** Chooses another device for the next start. */
  public void chooseDevice(String device) {
    choose(settings -> settings.withEngine(device, settings.threads()));
  }

  /** Chooses another number of threads for the next start. */
  public void chooseThreads(int threads) {
    choose(settings -> settings.withEngine(settings.device(), threads));
  }

  private void choose(UnaryOperator<Settings> change) {
    preferences.change(change);
    changed.set(
        !device().equals(startedDevice)
            || threads() != startedThreads
            || !kernels().equals(startedKernels));
  }
}
