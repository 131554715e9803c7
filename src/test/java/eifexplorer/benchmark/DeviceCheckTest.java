package eifexplorer.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.benchmark.DeviceCheck.Finding;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Engine;
import eifexplorer.job.JobContext;
import eifexplorer.testing.Kernels;
import eifexplorer.testing.NaiveMatrixMath;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceCheckTest {
  private static final Engine ENGINE = Kernels.engine();

  /** Networks of other weights, and products that are not. */
  private static Engine broken() {
    NaiveMatrixMath wrong =
        new NaiveMatrixMath() {
          @Override
          public void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out) {
            super.timesTransposed(a, m, b, n, k, out);
            for (int i = 0; i < m * n; i += 2) {
              out[i] = -out[i];
            }
          }
        };
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "matrixMath" -> wrong;
                  case "newBackbone" -> ENGINE.newBackbone((BackboneSpec) arguments[0], 2);
                  default -> method.invoke(ENGINE, arguments);
                });
  }

  private static List<String> found(Engine engine, boolean right) {
    return new DeviceCheck(engine, ENGINE, JobContext.unattended())
        .run().stream().filter(f -> f.isRight() == right).map(Finding::name).toList();
  }

  @Test
  void theProcessorDoesEverythingRight() {
    assertEquals(
        List.of(
            "features of a network",
            "a training step",
            "influence by eif",
            "influence by if-exact",
            "influence by gradient-dot",
            "nearest neighbours"),
        found(ENGINE, true));
  }

  @Test
  void whatADeviceDoesWrongIsNamed() {
    assertEquals(List.of("features of a network", "nearest neighbours"), found(broken(), false));
  }
}
