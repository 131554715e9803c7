package eifexplorer.cli;

import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.KernelChoice;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the tensor runtime runs. */
final class DeviceOptions {
  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu[:n]",
      defaultValue = "auto",
      description = "Where networks run (default: ${DEFAULT-VALUE}: the first GPU, else the CPU).")
  private String device;

  @Option(
      names = "--kernels",
      paramLabel = "auto|java|torch",
      defaultValue = "auto",
      description =
          "What computes influence, neighbours and heads (default: ${DEFAULT-VALUE}: PyTorch on a"
              + " GPU, else Java).")
  private String kernels;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads an operation may use (default: all processors; networks leave one free).")
  private @Nullable Integer threads;

  EngineSettings settings() {
    return settings(KernelChoice.parse(kernels));
  }

  EngineSettings settings(KernelChoice chosen) {
    return EngineSettings.of(
            ComputeDevice.parseRequest(device),
            threads == null ? OptionalInt.empty() : OptionalInt.of(threads))
        .withKernels(chosen);
  }

  /** As it was given. */
  String kernels() {
    return kernels;
  }
}
