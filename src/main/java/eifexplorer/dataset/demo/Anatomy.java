package eifexplorer.dataset.demo;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * Where the parts of one posed bird are, in bird units: x towards the bill, y down, the feet at the origin.
 *
 * <p>The body's frame has its first axis along the back towards the head and its second one towards the belly; the
 * head's has its first axis along the bill.
 */
final class Anatomy {
  private static final double HEAD_RADIUS = 19;

  private final AffineTransform body;
  private final AffineTransform head;
  private final AffineTransform tail;
  private final double depth;

  Anatomy(Build build, Pose pose) {
    depth = build.depth() * pose.plumpness();
    double back = StrictMath.toRadians(build.uprightness()) + pose.tilt();
    Point2D hip = new Point2D.Double(-3, -build.legLength());
    body = frame(0, 0, -back, 1, 1);
    Point2D hipFromBody = body.transform(new Point2D.Double(-6, 21 * depth), null);
    body.preConcatenate(
        AffineTransform.getTranslateInstance(
            hip.getX() - hipFromBody.getX(), hip.getY() - hipFromBody.getY()));
    Point2D neck = body.transform(new Point2D.Double(37, -19), null);
    double side = pose.lookingBack() ? -1 : 1;
    double size = build.headSize();
    head =
        frame(
            neck.getX() + 3 * side,
            neck.getY() - 3 * size,
            pose.headPitch() * side,
            side * size * (1 - .12 * pose.headYaw()),
            size);
    Point2D rump = body.transform(new Point2D.Double(-44, 1), null);
    tail = frame(rump.getX(), rump.getY(), -back + Math.PI - pose.tailAngle(), 1, -1);
  }

  /** The body's frame. */
  AffineTransform body() {
    return body;
  }

  /** The head's frame, its origin in the middle of the head. */
  AffineTransform head() {
    return head;
  }

  /** The tail's frame: its first axis points to the tip. */
  AffineTransform tail() {
    return tail;
  }

  /** Depth of the body relative to an average one. */
  double depth() {
    return depth;
  }

  /** Trunk in the body's frame. */
  Shape trunk() {
    double d = depth;
    return Curve.closed(
        40, -8, 26, -20 * d, 4, -23 * d, -22, -17 * d, -42, -8, -52, -1, -46, 7, -29, 16 * d, -6,
        24 * d, 17, 24 * d, 34, 15 * d, 42, 3);
  }

  /** Outline of the head in the head's frame, without bill and crest. */
  Shape skull() {
    return Curve.closed(
        18.5, -2, 15, -10, 7, -16.5, -4, -18.5, -14, -14.5, -19.5, -5, -18, 6, -10, 15, 2, 17.5, 13,
        13, 18, 5);
  }

  /** What joins head and trunk, in bird units. */
  Shape neck() {
    Point2D headCentre = head.transform(new Point2D.Double(-1, 1), null);
    double headRadius = .9 * HEAD_RADIUS * head.getScaleY();
    Point2D shoulders = body.transform(new Point2D.Double(17, 1), null);
    return hull(headCentre, Math.abs(headRadius), shoulders, 22 * depth);
  }

  /** Tangent quadrilateral of two discs. */
  private static Shape hull(Point2D a, double ra, Point2D b, double rb) {
    double dx = b.getX() - a.getX();
    double dy = b.getY() - a.getY();
    double distance = Math.sqrt(dx * dx + dy * dy);
    double cos = (ra - rb) / distance;
    double sin = Math.sqrt(Math.max(0, 1 - cos * cos));
    double ux = dx / distance;
    double uy = dy / distance;
    Path2D path = new Path2D.Double();
    for (int side = -1; side <= 1; side += 2) {
      double nx = ux * cos - side * uy * sin;
      double ny = uy * cos + side * ux * sin;
      if (side < 0) {
        path.moveTo(a.getX() + ra * nx, a.getY() + ra * ny);
        path.lineTo(b.getX() + rb * nx, b.getY() + rb * ny);
      } else {
        path.lineTo(b.getX() + rb * nx, b.getY() + rb * ny);
        path.lineTo(a.getX() + ra * nx, a.getY() + ra * ny);
      }
    }
    path.closePath();
    return path;
  }

  /** A frame at a point, turned (positive from x to y) and stretched; equal on every machine. */
  static AffineTransform frame(double x, double y, double angle, double sx, double sy) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return new AffineTransform(cos * sx, sin * sx, -sin * sy, cos * sy, x, y);
  }
}
