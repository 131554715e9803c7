package eifexplorer.project;

import java.util.List;

/**
 * Which of a bundle's images were found in a folder.
 *
 * @param found how many
 * @param total how many samples the bundle has
 * @param missing paths of those that were not found
 */
public record LocatedImages(int found, int total, List<String> missing) {
  private static final int LISTED = 3;

  /** Copies the list. */
  public LocatedImages {
    missing = List.copyOf(missing);
  }

  /** For people: {@code 2,889 of 2,889 images were found.} */
  public String sentence() {
    String some = String.join(", ", missing.subList(0, Math.min(LISTED, missing.size())));
    return "%,d of %,d images were found.".formatted(found, total)
        + (missing.isEmpty()
            ? ""
            : " Not found: " + some + (missing.size() > LISTED ? " and others." : "."));
  }
}
