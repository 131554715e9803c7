package eifexplorer.djl;

import eifexplorer.engine.ComputeDevice;
import eifexplorer.problem.ProblemException;
import java.util.Optional;

/** Which device to use, from what was asked for and what is there. */
final class DeviceChoice {
  private static final String CPU_BUILD =
      "The PyTorch in use is built for the CPU; build with the Maven profile \"gpu\" and set"
          + " PYTORCH_FLAVOR to use the GPU.";

  private DeviceChoice() {}

  /**
   * The device asked for, or the best there is.
   *
   * @param cuda whether this PyTorch is built for GPUs
   * @param gpus GPUs the driver shows
   * @throws ProblemException if the GPU asked for can't be used
   */
  static ComputeDevice choose(Optional<ComputeDevice> asked, boolean cuda, int gpus) {
    if (asked.isEmpty()) {
      return cuda && gpus > 0 ? ComputeDevice.gpu(0) : ComputeDevice.CPU;
    }
    ComputeDevice device = asked.get();
    if (device.isGpu() && (!cuda || device.index() >= gpus)) {
      String why = device.index() < gpus ? CPU_BUILD : found(gpus);
      throw new ProblemException(
          "The device " + device + " can't be used", "", why + " Choose \"cpu\" or \"auto\".");
    }
    return device;
  }

  /** Why the CPU is used, a sentence. */
  static String whyNoGpu(Optional<ComputeDevice> asked, boolean cuda, int gpus) {
    if (asked.isPresent()) {
      return "The CPU was asked for.";
    }
    return gpus > 0 && !cuda ? CPU_BUILD : found(gpus);
  }

  private static String found(int gpus) {
    return switch (gpus) {
      case 0 -> "No GPU with a CUDA driver was found.";
      case 1 -> "One GPU was found, gpu:0.";
      default -> gpus + " GPUs were found, gpu:0 to gpu:" + (gpus - 1) + ".";
    };
  }
}
