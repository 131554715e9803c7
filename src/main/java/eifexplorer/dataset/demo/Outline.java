package eifexplorer.dataset.demo;

import java.awt.geom.Path2D;
import java.util.stream.DoubleStream;

/** Collects the points of a {@link Curve} where they are worth a line of code each. */
final class Outline {
  private final DoubleStream.Builder points = DoubleStream.builder();

  /** Goes on to a point. */
  Outline at(double x, double y) {
    points.add(x).add(y);
    return this;
  }

  /** The smooth closed curve through the points. */
  Path2D closed() {
    return Curve.closed(points.build().toArray());
  }

  /** The smooth open curve through the points. */
  Path2D open() {
    return Curve.open(points.build().toArray());
  }
}
