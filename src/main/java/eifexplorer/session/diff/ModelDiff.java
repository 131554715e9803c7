package eifexplorer.session.diff;

import java.util.List;
import java.util.Optional;

/**
 * Two models on the same test images. Immutable.
 *
 * @param before title of the first model
 * @param after title of the second, another one
 * @param matching which test images are the same
 * @param images those that at least one model takes for another class, by ascending test index before
 * @param recall recall@1 of both on the images that both searched for
 * @param mapAtR MAP@R of both on the same images; empty if it is not known
 * @param nmi normalised mutual information of both, of each model's own test images; empty if it is not known
 * @param classes every class with images in both, the largest gain or loss first
 */
public record ModelDiff(
    String before,
    String after,
    TestMatching matching,
    List<DiffImage> images,
    RecallChange recall,
    Optional<MetricChange> mapAtR,
    Optional<MetricChange> nmi,
    List<ClassChange> classes) {
  /** Copies the lists. */
  public ModelDiff {
    images = List.copyOf(images);
    classes = List.copyOf(classes);
  }

  /** The images of a kind, by ascending test index before. */
  public List<DiffImage> images(DiffKind kind) {
    return images.stream().filter(image -> image.kind() == kind).toList();
  }

  /** How many images are of a kind. */
  public int count(DiffKind kind) {
    return switch (kind) {
      case FIXED -> recall.fixed();
      case NEW -> recall.broken();
      case STILL -> recall.wrongBefore() - recall.fixed();
    };
  }
}
