package eifexplorer.ui.photo;

import eifexplorer.embedding.PlaceParts;
import eifexplorer.image.PictureShare;
import java.util.OptionalInt;

/**
 * What each place of a picture gives to a cosine, to be drawn over the picture.
 *
 * @param parts by place
 * @param scale size of the part that is drawn in full strength, above 0
 * @param seen the part of the picture over which the places are spread evenly
 */
public record HeatMap(PlaceParts parts, double scale, PictureShare seen) {
  /** A place's part in shares of the scale, -1..1. */
  public double share(int row, int column) {
    return Math.max(-1, Math.min(1, parts.part(row, column) / scale));
  }

  /** The place, counted row by row, at a point given in shares of the picture; empty outside what the network saw. */
  public OptionalInt placeAt(double x, double y) {
    int column = (int) Math.floor((x - seen.left()) / seen.width() * parts.columns());
    int row = (int) Math.floor((y - seen.top()) / seen.height() * parts.rows());
    boolean inside = column >= 0 && column < parts.columns() && row >= 0 && row < parts.rows();
    return inside ? OptionalInt.of(row * parts.columns() + column) : OptionalInt.empty();
  }
}
