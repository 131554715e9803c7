package eifexplorer.embedding.bundle;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a file of embeddings holds: features and labels, and perhaps a last layer, proxies and names.
 *
 * @param path the file or folder
 * @param format for people, such as {@code .npz archive}
 * @param train the training samples, or all samples where the file does not divide them
 * @param test the test samples; empty where the file does not divide them
 * @param head the last linear layer, if there is one
 * @param proxies the class representatives, if there are any
 * @param classNames names of the classes by label; empty where not said
 * @param leftOut names and shapes of the arrays that are not used
 */
public record GivenBundle(
    Path path,
    String format,
    GivenPart train,
    Optional<GivenPart> test,
    Optional<EmbeddingHead> head,
    Optional<Proxies> proxies,
    List<String> classNames,
    List<String> leftOut) {
  /** Copies the lists. */
  public GivenBundle {
    classNames = List.copyOf(classNames);
    leftOut = List.copyOf(leftOut);
  }

  /** F. */
  public int featureSize() {
    return train.features().columns();
  }

  /** Number of samples, of both parts. */
  public int samples() {
    return train.features().rows() + test.map(part -> part.features().rows()).orElse(0);
  }

  /** Whether the file says which samples are trained on and which are tested. */
  public boolean isDivided() {
    return test.isPresent() || !train.splits().isEmpty();
  }

  /** Whether the paths of the images are known. */
  public boolean hasPaths() {
    return !train.paths().isEmpty();
  }
}
