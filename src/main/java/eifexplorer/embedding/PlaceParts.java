package eifexplorer.embedding;

import java.util.Arrays;

/** A cosine as a sum over the places of an image's last feature map; immutable. */
public final class PlaceParts {
  private final int rows;
  private final int columns;
  private final double[] parts;
  private final double rest;

  /** Takes over the parts, row by row; {@code rest} belongs to no place. */
  PlaceParts(int rows, int columns, double[] parts, double rest) {
    this.rows = rows;
    this.columns = columns;
    this.parts = parts;
    this.rest = rest;
  }

  /** Places from top to bottom. */
  public int rows() {
    return rows;
  }

  /** Places from left to right. */
  public int columns() {
    return columns;
  }

  /** A place's part; negative where it lowers the cosine. */
  public double part(int row, int column) {
    return parts[row * columns + column];
  }

  /** What bias and normalisation add, which belongs to no place. */
  public double rest() {
    return rest;
  }

  /** The parts of all places together. */
  public double placesTogether() {
    return Arrays.stream(parts).sum();
  }

  /** Parts and rest together: the cosine. */
  public double cosine() {
    return placesTogether() + rest;
  }

  /** The largest part's size, of either sign. */
  public double largest() {
    return Arrays.stream(parts).map(Math::abs).max().orElse(0);
  }
}
