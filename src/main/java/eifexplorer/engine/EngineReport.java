package eifexplorer.engine;

/**
 * What runs the networks here, for "doctor" and bug reports.
 *
 * @param runtime the tensor runtime and its version, such as {@code PyTorch 2.7.1}
 * @param binding what connects it with Java, and its version, such as {@code DJL 0.35.1}
 * @param device the device in use
 * @param gpuCount GPUs the driver shows
 * @param whyNoGpu why no GPU is used, a sentence; empty if one is
 * @param threads threads one operation may use
 * @param nativeLibraries folder of the native code
 */
public record EngineReport(
    String runtime,
    String binding,
    ComputeDevice device,
    int gpuCount,
    String whyNoGpu,
    int threads,
    String nativeLibraries) {}
