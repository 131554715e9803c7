package eifexplorer.embedding.bundle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The paths of samples as a bundle gives them, made relative and plain: forward slashes, no drive, no {@code ..}; of absolute
 * ones without the folders that all of them share.
 */
final class SamplePath {
  private final String shared;

  private SamplePath(String shared) {
    this.shared = shared;
  }

  /** Makes paths plain that are given together. */
  static SamplePath among(List<String> given) {
    if (given.isEmpty() || !given.stream().allMatch(SamplePath::isAbsolute)) {
      return new SamplePath("");
    }
    String shared = folder(plain(given.get(0)));
    for (String path : given) {
      String plain = plain(path);
      while (!plain.startsWith(shared)) {
        shared = folder(shared.substring(0, shared.length() - 1));
      }
    }
    return new SamplePath(shared);
  }

  /** The path of a sample. */
  String of(String given) {
    return plain(given).substring(shared.length());
  }

  /** The folder of a path with its last slash; empty if it has none. */
  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static boolean isAbsolute(String given) {
    String path = given.strip().replace('\\', '/');
    return path.startsWith("/") || path.startsWith("file:") || path.matches("[A-Za-z]:/.*");
  }

  private static String plain(String given) {
    Deque<String> parts = new ArrayDeque<>();
    String path = given.strip().replace('\\', '/').replaceFirst("^file:/*", "");
    for (String part : path.replaceFirst("^[A-Za-z]:/", "").split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return parts.isEmpty() ? "unnamed" : String.join("/", parts);
  }
}
