package eifexplorer.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.benchmark.DeviceCheck.Finding;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Engine;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.testing.Kernels;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeviceCheckTest {
  private static final Engine ENGINE = Kernels.engine();

  /** Networks of other weights, and products that are not. */
  private static Engine broken() {
    MatrixMath wrong =
        new MatrixMath() {
          private final MatrixMath right = new JavaMatrixMath();

          @Override
          public void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out) {
            right.timesTransposed(a, m, b, n, k, out);
            for (int i = 0; i < m * n; i += 2) {
              out[i] = -out[i];
            }
          }

          @Override
          public void times(float[] a, int m, float[] b, int n, int k, float[] out) {
            right.times(a, m, b, n, k, out);
          }

          @Override
          public void transposedTimes(float[] a, int m, float[] b, int n, int k, float[] out) {
            right.transposedTimes(a, m, b, n, k, out);
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

  @Test
  void whatADeviceDoesWrongIsNamedAndNothingElse() {
    Map<Boolean, List<String>> names =
        new DeviceCheck(broken(), ENGINE, JobContext.unattended())
            .run().stream()
                .collect(
                    Collectors.partitioningBy(
                        Finding::isRight, Collectors.mapping(Finding::name, Collectors.toList())));

    assertEquals(List.of("features of a network", "nearest neighbours"), names.get(false));
    assertEquals(
        List.of(
            "a training step",
            "influence by eif",
            "influence by if-exact",
            "influence by gradient-dot"),
        names.get(true));
  }
}
