package eifexplorer.engine;

import eifexplorer.job.HeapShare;
import eifexplorer.problem.ProblemException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What computes, and with how many threads.
 *
 * @param device the device asked for; empty: the first GPU if there is one, else the CPU
 * @param threads threads one operation of the tensor runtime may use, 1 to 1024. With as many as there are processors, one other busy process
 *     makes all of them wait: leave one free
 * @param kernelThreads threads of plain kernels, which do not wait for each other, 1 to 1024
 * @param kernels what computes with matrices
 * @param heapPercent share of the Java heap that may be kept of a model between questions, 1 to 90; 0 for the usual, see {@link
 *     HeapShare}
 */
public record EngineSettings(
    Optional<ComputeDevice> device,
    int threads,
    int kernelThreads,
    KernelChoice kernels,
    int heapPercent) {
  private static final int USUAL_HEAP_PERCENT = 0;

  /** Throws {@link ProblemException} if the number of threads or the share is out of range. */
  public EngineSettings {
    Objects.requireNonNull(device);
    requireThreads(threads);
    requireThreads(kernelThreads);
    if (heapPercent < 0 || heapPercent > 90) {
      throw ProblemException.badValue("heapPercent", heapPercent, "0 to 90");
    }
  }

  private static void requireThreads(int threads) {
    if (threads < 1 || threads > 1024) {
      throw ProblemException.badValue("threads", threads, "1 to 1024");
    }
  }

  /** As many threads for everything. */
  public EngineSettings(Optional<ComputeDevice> device, int threads) {
    this(device, threads, threads, KernelChoice.AUTO, USUAL_HEAP_PERCENT);
  }

  /** A device with as many threads as somebody chose; if nobody did, one processor is left free by the tensor runtime. */
  public static EngineSettings of(Optional<ComputeDevice> device, OptionalInt chosenThreads) {
    return chosenThreads.isPresent()
        ? new EngineSettings(device, chosenThreads.getAsInt())
        : new EngineSettings(
            device,
            defaultThreads(),
            Runtime.getRuntime().availableProcessors(),
            KernelChoice.AUTO,
            USUAL_HEAP_PERCENT);
  }

  /** The same on another device. */
  public EngineSettings on(ComputeDevice other) {
    return new EngineSettings(Optional.of(other), threads, kernelThreads, kernels, heapPercent);
  }

  /** The same with another choice of kernels. */
  public EngineSettings withKernels(KernelChoice chosen) {
    return new EngineSettings(device, threads, kernelThreads, chosen, heapPercent);
  }

  /** The same with another share of the heap for what is kept. */
  public EngineSettings withHeapPercent(int percent) {
    return new EngineSettings(device, threads, kernelThreads, kernels, percent);
  }

  /** How many bytes of the heap a model's {@link HeapShare#PASSES} may take. */
  public long keptBytes() {
    return heapPercent == USUAL_HEAP_PERCENT
        ? HeapShare.PASSES.bytes()
        : HeapShare.passesOf(Runtime.getRuntime().maxMemory() / 100 * heapPercent);
  }

  /** Any device, one processor left free. */
  public static EngineSettings defaults() {
    return of(Optional.empty(), OptionalInt.empty());
  }

  /** Processors less one, at least 1. */
  public static int defaultThreads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }
}
