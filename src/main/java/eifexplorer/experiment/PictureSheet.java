package eifexplorer.experiment;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows of photographs, such as a confused pair and the images that harm it; immutable.
 *
 * @param id name of its file
 * @param title for people
 * @param rows from top to bottom
 * @param target what it is about
 */
public record PictureSheet(String id, String title, List<Row> rows, Target target) {
  /**
   * A row.
   *
   * @param title such as {@code most harmful by EIF}
   * @param pictures from left to right
   */
  public record Row(String title, List<Picture> pictures) {
    /** Copies the list. */
    public Row {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * A picture.
   *
   * @param path of the sample, relative to the data set's root; empty for a bundle without paths
   * @param training whether it is a training image
   * @param index training or test index
   * @param caption such as the class
   */
  public record Picture(String path, boolean training, int index, String caption) {}

  /** Copies the list. */
  public PictureSheet {
    rows = List.copyOf(rows);
  }

  /** The same in another language; captions are names and stay. */
  PictureSheet in(UnaryOperator<String> words) {
    return new PictureSheet(
        id,
        words.apply(title),
        rows.stream().map(row -> new Row(words.apply(row.title()), row.pictures())).toList(),
        target);
  }
}
