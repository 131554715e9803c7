package eifexplorer.model;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.training.LossSpec;
import java.util.List;
import java.util.OptionalInt;

/**
 * A bundle with all that influence needs, whatever of it was missing.
 *
 * @param dataset its samples, with the images that were located
 * @param bundle features, labels, head and proxies
 * @param loss of the proxies
 * @param head where the head is from, such as {@code identity head}
 * @param proxies where the proxies are from, such as {@code proxies fitted}
 * @param epochs a head was trained for; empty if none was
 * @param notes sentences for whoever opened it: what was made, divided, left out
 */
public record CompleteBundle(
    ImageDataset dataset,
    EmbeddingBundle bundle,
    LossSpec loss,
    String head,
    String proxies,
    OptionalInt epochs,
    List<String> notes) {
  /** Copies the list. */
  public CompleteBundle {
    notes = List.copyOf(notes);
  }

  /** For people: {@code ProxyNCA++ · identity head · proxies fitted}. */
  public String title() {
    return String.join(" · ", loss.title(), head, proxies);
  }
}
