package eifexplorer.ui.kit;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;

/**
 * A picture for a small place.
 *
 * @param image the pixels there are
 * @param subject the part of it that must be seen, in its pixels
 */
public record SubjectPicture(Image image, Rectangle2D subject) {
  /** A picture all of which must be seen, because nobody said what matters in it. */
  public static SubjectPicture whole(Image image) {
    return new SubjectPicture(image, new Rectangle2D(0, 0, image.getWidth(), image.getHeight()));
  }

  /**
   * What is seen in a place of this ratio of width to height: the subject with as much around it as fills the place, or
   * less where the picture ends, so that bars remain.
   */
  public Rectangle2D seenAt(double ratio) {
    double width =
        Math.min(image.getWidth(), Math.max(subject.getWidth(), subject.getHeight() * ratio));
    double height =
        Math.min(image.getHeight(), Math.max(subject.getHeight(), subject.getWidth() / ratio));
    return new Rectangle2D(
        start(subject.getMinX() + subject.getWidth() / 2, width, image.getWidth()),
        start(subject.getMinY() + subject.getHeight() / 2, height, image.getHeight()),
        width,
        height);
  }

  private static double start(double centre, double part, double whole) {
    return Math.max(0, Math.min(whole - part, centre - part / 2));
  }
}
