package eifexplorer.ui.review;

import eifexplorer.review.Reason;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An image of the queue as its row shows it.
 *
 * @param trainIndex the image
 * @param rank from 1, whatever is filtered; 0 in a blind pass, since it tells how suspect the image is
 * @param className given class for people; in a blind pass what stands for it
 * @param picture the image
 * @param reasons the strongest two; none in a blind pass
 * @param more how many reasons there are besides
 * @param decision what was decided, in a few words; empty if nothing was
 * @param spotCheck drawn at random rather than by the ranking; not told in a blind pass
 * @param note what the annotator remarked; empty if nothing
 */
public record QueueItem(
    int trainIndex,
    int rank,
    String className,
    Picture picture,
    List<Reason> reasons,
    int more,
    String decision,
    boolean spotCheck,
    String note) {
  /** Copies the list. */
  public QueueItem {
    reasons = List.copyOf(reasons);
  }

  /** The same as a spot check or not, with a note. */
  QueueItem marked(boolean isSpotCheck, String newNote) {
    return new QueueItem(
        trainIndex, rank, className, picture, reasons, more, decision, isSpotCheck, newNote);
  }

  /** The whole row in words. */
  public String spoken() {
    String why = reasons.stream().map(Reason::chip).collect(Collectors.joining(", "));
    return (rank == 0 ? "" : rank + ": ")
        + className
        + (spotCheck ? Texts.of(", spot check") : "")
        + (why.isEmpty() ? "" : ", " + why)
        + (decision.isEmpty() ? "" : ", " + decision)
        + (note.isEmpty() ? "" : Texts.of(", note: {0}", note));
  }
}
