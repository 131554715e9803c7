package eifexplorer.review.exchange;

import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is written: every image that somebody made a claim about, by path. */
public final class DecidedImages {
  private final List<Image> images;
  private final int leftOut;

  /**
   * An image.
   *
   * @param path in the data set
   * @param given the data set's own label
   * @param label what follows from all claims; the empty text if it is left out; empty if annotators disagree
   * @param claims who said what, and what was resolved
   */
  public record Image(
      String path, String given, Optional<String> label, List<JournalEntry> claims) {}

  private DecidedImages(List<Image> images, int leftOut) {
    this.images = images;
    this.leftOut = leftOut;
  }

  /**
   * Of decisions.
   *
   * @param originals class name of every image by the data set itself
   */
  public static DecidedImages of(Decisions decisions, Map<String, String> originals) {
    List<Image> images = new ArrayList<>();
    int leftOut = 0;
    for (String path : decisions.samples()) {
      String given = originals.get(path);
      List<JournalEntry> claims = new ArrayList<>();
      decisions.byAnnotator().values().stream()
          .map(of -> of.get(path))
          .filter(Objects::nonNull)
          .filter(entry -> entry.kind().isClaim())
          .forEach(claims::add);
      Optional.ofNullable(decisions.resolutions().get(path)).ifPresent(claims::add);
      if (given == null || claims.isEmpty()) {
        leftOut++;
      } else {
        images.add(new Image(path, given, decisions.label(path), List.copyOf(claims)));
      }
    }
    return new DecidedImages(List.copyOf(images), leftOut);
  }

  /** The images. */
  public List<Image> images() {
    return images;
  }

  /** Images that are not among them: nobody is sure of them. */
  public int leftOut() {
    return leftOut;
  }
}
