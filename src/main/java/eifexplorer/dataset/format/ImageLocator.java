package eifexplorer.dataset.format;

import eifexplorer.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the images of a list below a folder that need not be the one the list was written for.
 *
 * <p>A path is looked for as it is; then among the images of the same file name the one that shares most of its folders, if
 * one shares more than all others or is the only one. No file outside the folder is ever named.
 */
public final class ImageLocator {
  private final Path folder;
  private final Map<String, List<String>> byName = new HashMap<>();

  /**
   * Lists the images below a folder.
   *
   * @param followLinks whether links that lead out of it are followed
   * @throws ProblemException if it is none or can't be read
   */
  public ImageLocator(Path folder, boolean followLinks) {
    if (!Files.isDirectory(folder)) {
      throw ProblemException.inFile(folder, "There is no such folder of images", "Check its name.");
    }
    this.folder = folder.toAbsolutePath().normalize();
    for (ImageTree.Folder below : folders(followLinks)) {
      for (String name : below.files()) {
        String path = below.path().isEmpty() ? name : below.path() + "/" + name;
        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(path);
      }
    }
  }

  private List<ImageTree.Folder> folders(boolean followLinks) {
    return ImageTree.below(folder, LinkBounds.of(folder, followLinks)).folders();
  }

  /** The images found, by the paths they were looked for; in the order of the list. */
  public Map<String, Path> locate(List<String> paths) {
    Map<String, Path> found = new LinkedHashMap<>();
    for (String path : paths) {
      find(path).ifPresent(file -> found.put(path, folder.resolve(file)));
    }
    return found;
  }

  private Optional<String> find(String path) {
    List<String> candidates =
        byName.getOrDefault(path.substring(path.lastIndexOf('/') + 1), List.of());
    String best = "";
    int most = 0;
    boolean alone = false;
    for (String candidate : candidates) {
      if (candidate.equals(path)) {
        return Optional.of(candidate);
      }
      int shared = shared(candidate, path);
      if (shared > most) {
        best = candidate;
        alone = true;
        most = shared;
      } else if (shared == most) {
        alone = false;
      }
    }
    return alone ? Optional.of(best) : Optional.empty();
  }

  /** How many names two paths share from their ends on. */
  private static int shared(String a, String b) {
    String[] left = a.split("/", -1);
    String[] right = b.split("/", -1);
    int shared = 0;
    while (shared < Math.min(left.length, right.length)
        && left[left.length - 1 - shared].equals(right[right.length - 1 - shared])) {
      shared++;
    }
    return shared;
  }
}
