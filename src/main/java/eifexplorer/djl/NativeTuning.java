package eifexplorer.djl;

import com.sun.jna.Function;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings that native libraries read when they are loaded, or once only, which Java can't change by itself.
 *
 * <p>{@code OMP_WAIT_POLICY=PASSIVE}: threads that wait for each other sleep. Spinning for a while first ({@code
 * GOMP_SPINCOUNT}) gains up to half alone and loses most of it beside one other busy process, below what one thread does; no
 * number of turns is good in both. Training on two processors, images/s, ResNet-18 64² · MobileNet-V2 112²:
 *
 * <table><caption>Two threads, but for the last row</caption>
 * <tr><th>turns</th><th>alone</th><th>beside a busy process</th></tr>
 * <tr><td>0 (sleeping)</td><td>57 · 62</td><td>34 · 35</td></tr>
 * <tr><td>10,000</td><td>59 · 79</td><td>24 · 20</td></tr>
 * <tr><td>30,000</td><td>not measured</td><td>19 · 14</td></tr>
 * <tr><td>100,000</td><td>83 · 89</td><td>13 · 7</td></tr>
 * <tr><td>1,000,000</td><td>76 · 83</td><td>not measured</td></tr>
 * <tr><td>one thread</td><td>49 · 61</td><td>43 · 47</td></tr>
 * </table>
 *
 * <p>{@code THP_MEM_ALLOC_ENABLE=1}: PyTorch asks for large memory pages, which Linux hands out many times faster (50 for 32
 * images/s layer by layer, 98 for 78 fused).
 *
 * <p>glibc's {@code mallopt}: memory that a layer frees is kept for the next one instead of being handed back to Linux, which
 * would fill it with zeros again (141 for 107 images/s, a training step of MobileNet-V2 112², one thread; PyTorch from Python:
 * 147). {@link #giveBack} hands it back.
 *
 * <p>{@code ONEDNN_MAX_CPU_ISA=AVX} on machines with {@link HiddenCaches}. What the user has set stays.
 */
final class NativeTuning {
  private static final Logger LOG = LoggerFactory.getLogger(NativeTuning.class);
  private static final Map<String, String> VARIABLES =
      Map.of("OMP_WAIT_POLICY", "PASSIVE", "THP_MEM_ALLOC_ENABLE", "1");

  private static final int TRIM_THRESHOLD = -1;
  private static final int TOP_PAD = -2;
  private static final int MMAP_THRESHOLD = -3;

  private NativeTuning() {}

  /** Sets what is not set. Must come before PyTorch is loaded. */
  static void apply() {
    if (Platform.isWindows()) {
      return;
    }
    try {
      Function setenv = function("setenv");
      VARIABLES.forEach((name, value) -> setenv.invokeInt(new Object[] {name, value, 0}));
      if (HiddenCaches.areHere()) {
        LOG.info("This machine hides its caches' sizes: oneDNN is kept to its kernels for AVX");
        setenv.invokeInt(new Object[] {"ONEDNN_MAX_CPU_ISA", "AVX", 0});
      }
      if (Platform.isLinux()) {
        keepFreedMemory();
      }
    } catch (LinkageError e) {
      LOG.debug("The native environment can't be set; PyTorch runs slower", e);
    }
  }

  private static Function function(String name) {
    return Function.getFunction(Platform.C_LIBRARY_NAME, name);
  }

  private static void keepFreedMemory() {
    boolean chosen =
        System.getenv().keySet().stream()
            .anyMatch(name -> name.startsWith("MALLOC_") || name.equals("GLIBC_TUNABLES"));
    if (!chosen) {
      Function mallopt = function("mallopt");
      mallopt.invokeInt(new Object[] {TRIM_THRESHOLD, Integer.MAX_VALUE});
      mallopt.invokeInt(new Object[] {TOP_PAD, 64 << 20});
      // The largest glibc takes: what is larger still comes from Linux each time.
      mallopt.invokeInt(new Object[] {MMAP_THRESHOLD, 32 << 20});
    }
  }

  /** Hands freed memory back to the system, after a network is closed. */
  static void giveBack() {
    if (Platform.isLinux()) {
      try {
        function("malloc_trim").invokeInt(new Object[] {new NativeLong(0)});
      } catch (LinkageError e) {
        LOG.debug("This C library keeps what was freed", e);
      }
    }
  }
}
