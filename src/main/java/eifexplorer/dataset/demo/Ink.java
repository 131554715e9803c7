package eifexplorer.dataset.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;

/** Draws antialiased shapes on one layer, in the frame of the part being drawn. Close it to release the layer. */
final class Ink implements AutoCloseable {
  private final Graphics2D graphics;
  private final AffineTransform view;

  /** Ink on a layer; {@code view} takes bird units to pixels. */
  Ink(PixelLayer layer, AffineTransform view) {
    this.graphics = layer.graphics();
    this.view = view;
    in(new AffineTransform());
  }

  /** Draws from here on in a frame given relative to the bird's. */
  Ink in(AffineTransform frame) {
    graphics.setTransform(view);
    graphics.transform(frame);
    return this;
  }

  /** Draws from here on only where the layer has something already. */
  Ink within() {
    graphics.setComposite(AlphaComposite.SrcAtop);
    return this;
  }

  /** Wipes from here on instead of painting. */
  Ink wiping() {
    graphics.setComposite(AlphaComposite.DstOut);
    return this;
  }

  Ink fill(Shape shape, int rgb) {
    return fill(shape, rgb, 1);
  }

  Ink fill(Shape shape, int rgb, double opacity) {
    graphics.setColor(Tint.colour(rgb, opacity));
    graphics.fill(shape);
    return this;
  }

  /** A disc or ellipse. */
  Ink oval(double x, double y, double rx, double ry, int rgb, double opacity) {
    return fill(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry), rgb, opacity);
  }

  Ink line(Shape path, double width, int rgb, double opacity) {
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(Tint.colour(rgb, opacity));
    graphics.draw(path);
    return this;
  }

  /** An ellipse that fades out towards its border. */
  Ink glow(double x, double y, double rx, double ry, int rgb, double opacity) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.scale(rx, ry);
    graphics.setPaint(
        new RadialGradientPaint(
            new Point2D.Float(0, 0),
            1f,
            new float[] {0f, .45f, 1f},
            new Color[] {
              Tint.colour(rgb, opacity), Tint.colour(rgb, .8 * opacity), Tint.colour(rgb, 0)
            }));
    graphics.fill(new Ellipse2D.Double(-1, -1, 2, 2));
    graphics.setTransform(before);
    return this;
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
