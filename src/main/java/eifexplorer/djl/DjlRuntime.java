package eifexplorer.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.problem.ProblemException;
import java.util.Set;

/** PyTorch as loaded by DJL, the device chosen in it, and the memory that everything on the device belongs to. */
final class DjlRuntime implements AutoCloseable {
  private static final String ENGINE = "PyTorch";

  private final EngineSettings settings;
  private final ComputeDevice device;
  private final EngineReport report;
  private final boolean hasOneDnn;
  private final NDManager memory;

  private DjlRuntime(EngineSettings settings, ai.djl.engine.Engine engine) {
    Set<String> features = JniUtils.getFeatures();
    int gpus = engine.getGpuCount();
    boolean cuda = features.contains("CUDA");
    this.settings = settings;
    this.device = DeviceChoice.choose(settings.device(), cuda, gpus);
    this.hasOneDnn = features.contains("MKLDNN");
    this.report =
        new EngineReport(
            "PyTorch " + LibUtils.getVersion(),
            "DJL " + ai.djl.engine.Engine.getDjlVersion(),
            device,
            gpus,
            device.isGpu() ? "" : DeviceChoice.whyNoGpu(settings.device(), cuda, gpus),
            settings.threads(),
            LibUtils.getLibtorchPath());
    this.memory = engine.newBaseManager(device.isGpu() ? Device.gpu(device.index()) : Device.cpu());
  }

  /** What was asked for. */
  EngineSettings settings() {
    return settings;
  }

  /** Loads the native code, which may take seconds the first time. Throws {@link ProblemException} if there is none. */
  static DjlRuntime load(EngineSettings settings) {
    setUnlessGiven("OPT_OUT_TRACKING", "true");
    setUnlessGiven("ai.djl.pytorch.num_threads", Integer.toString(settings.threads()));
    NativeTuning.apply();
    ai.djl.engine.Engine engine;
    try {
      engine = ai.djl.engine.Engine.getEngine(ENGINE);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      throw noNativeCode(System.getProperty("os.name"), System.getProperty("os.arch"), e);
    }
    return new DjlRuntime(settings, engine);
  }

  static ProblemException noNativeCode(String system, String processor, Throwable cause) {
    boolean intelMac = system.startsWith("Mac") && !processor.equals("aarch64");
    return new ProblemException(
        "PyTorch can't be loaded",
        system + " on " + processor,
        intelMac
            ? "There is no PyTorch for Intel Macs any more; open an embedding bundle (.npz)"
                + " instead."
            : "Start the program built for this system, or open an embedding bundle (.npz), which"
                + " needs no PyTorch.",
        cause);
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** What runs here. */
  EngineReport report() {
    return report;
  }

  /** Whether oneDNN's fused convolutions can be used. */
  boolean canFuse() {
    return hasOneDnn && !device.isGpu();
  }

  /** Memory on the device that lives until it is closed or the runtime is. */
  NDManager newMemory() {
    return memory.newSubManager();
  }

  /** Sets this thread up for native work and opens memory for intermediate results; close it with the work done. */
  TorchScope scope(boolean gradients) {
    return scope(gradients, settings.threads());
  }

  /** The same with so many threads for an operation. */
  TorchScope scope(boolean gradients, int threads) {
    return new TorchScope(memory.newSubManager(), threads, gradients);
  }

  @Override
  public void close() {
    memory.close();
  }
}
