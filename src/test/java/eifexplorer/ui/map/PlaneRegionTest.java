package eifexplorer.ui.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.projection.Layout;
import java.awt.geom.Path2D;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaneRegionTest {
  @Test
  void aLassoOfManyCornersHoldsWhatAPathHolds() {
    Random random = new Random(4);
    double[] xs = random.doubles(60, -8, 8).toArray();
    double[] ys = random.doubles(60, -8, 8).toArray();
    float[] positions = new float[2 * 128];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = random.nextFloat(-8, 8);
    }
    Layout layout = new Layout(positions, 100);
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    path.moveTo(xs[0], ys[0]);
    IntStream.range(1, 60).forEach(i -> path.lineTo(xs[i], ys[i]));
    path.closePath();

    assertArrayEquals(
        IntStream.range(0, 128).filter(i -> path.contains(layout.x(i), layout.y(i))).toArray(),
        new PlaneRegion(xs, ys).points(layout));
  }

  @Test
  void aLassoHoldsWhatIsInsideIt() {
    PlaneRegion triangle = new PlaneRegion(new double[] {0, 4, 0}, new double[] {0, 0, 4});
    assertArrayEquals(
        new boolean[] {true, false, false, true},
        new boolean[] {
          triangle.contains(1, 1),
          triangle.contains(3, 3),
          triangle.contains(-1, 1),
          triangle.contains(0.5, 3)
        });
  }
}
