package eifexplorer.djl;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings that native libraries read from the environment when they are loaded, which Java can't change by itself.
 *
 * <p>{@code OMP_WAIT_POLICY=PASSIVE}: threads that wait for each other sleep. By default they spin, and with one other
 * busy process two threads on two cores ran at a third of the speed (20 for 59 images/s, MobileNet-V2 224²). {@code
 * THP_MEM_ALLOC_ENABLE=1}: PyTorch asks for large memory pages, which Linux hands out many times faster (50 for 32
 * images/s layer by layer, 98 for 78 fused). What the user has set stays.
 */
final class NativeTuning {
  private static final Logger LOG = LoggerFactory.getLogger(NativeTuning.class);
  private static final Map<String, String> VARIABLES =
      Map.of("OMP_WAIT_POLICY", "PASSIVE", "THP_MEM_ALLOC_ENABLE", "1");

  private NativeTuning() {}

  /** Sets the variables that are not set. Must come before PyTorch is loaded. */
  static void apply() {
    if (Platform.isWindows()) {
      return;
    }
    try {
      Function setenv = Function.getFunction(Platform.C_LIBRARY_NAME, "setenv");
      VARIABLES.forEach((name, value) -> setenv.invokeInt(new Object[] {name, value, 0}));
    } catch (LinkageError e) {
      LOG.debug("The native environment can't be set; PyTorch runs slower", e);
    }
  }
}
