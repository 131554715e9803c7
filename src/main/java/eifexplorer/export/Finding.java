package eifexplorer.export;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something worth showing of an opened data set: a heading, what was found in words, and the photographs that show it.
 *
 * @param heading such as {@code The closest confusion}
 * @param sentence what was found
 * @param details what else belongs to it, a sentence each
 * @param rows photographs from top to bottom
 */
public record Finding(String heading, String sentence, List<String> details, List<Row> rows) {
  /** Copies the lists. */
  public Finding {
    details = List.copyOf(details);
    rows = List.copyOf(rows);
  }

  /** The same in another language; labels are names and stay. */
  public Finding in(UnaryOperator<String> words) {
    return new Finding(
        words.apply(heading),
        words.apply(sentence),
        details.stream().map(words).toList(),
        rows.stream().map(row -> row.in(words)).toList());
  }

  /**
   * A row of photographs.
   *
   * @param title what they have in common; empty if the sentence says it
   * @param photographs from left to right
   */
  public record Row(String title, List<Photograph> photographs) {
    /** Copies the list. */
    public Row {
      photographs = List.copyOf(photographs);
    }

    private Row in(UnaryOperator<String> words) {
      return new Row(
          words.apply(title),
          photographs.stream().map(photograph -> photograph.in(words)).toList());
    }
  }

  /**
   * A photograph.
   *
   * @param path of the sample, relative to the data set's root; not for people
   * @param training whether it is a training image
   * @param index training or test index
   * @param caption its label
   * @param detail what is said of it besides; empty if nothing is
   */
  public record Photograph(
      String path, boolean training, int index, String caption, String detail) {
    private Photograph in(UnaryOperator<String> words) {
      return new Photograph(path, training, index, caption, words.apply(detail));
    }
  }
}
