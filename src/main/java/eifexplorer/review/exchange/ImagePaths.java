package eifexplorer.review.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds the image that another program's path or address means. */
public final class ImagePaths {
  private final Set<String> known;

  /** By file name; the empty text where several images have it. */
  private final Map<String, String> byName = new HashMap<>();

  /** Among these paths. */
  public ImagePaths(Collection<String> paths) {
    known = new HashSet<>(paths);
    paths.forEach(path -> byName.merge(name(path), path, (a, b) -> ""));
  }

  /** The path in the data set; the text itself if no image is meant by it. */
  public String find(String text) {
    String plain = plain(text);
    for (String rest = plain; !rest.isEmpty(); rest = afterFirst(rest)) {
      if (known.contains(rest)) {
        return rest;
      }
    }
    String name = name(plain);
    String found = byName.getOrDefault(name, "");
    if (found.isEmpty()) {
      // Label Studio puts eight digits before the name of an uploaded file.
      found = byName.getOrDefault(name.replaceFirst("^[0-9a-f]{8}-", ""), "");
    }
    return found.isEmpty() ? text : found;
  }

  /** Without protocol and query; Label Studio's local files are in a parameter {@code d}. */
  private static String plain(String text) {
    String path = text.replace('\\', '/');
    int parameter = path.indexOf("?d=");
    if (parameter >= 0) {
      path = path.substring(parameter + 3);
    }
    try {
      return path.contains("%") ? URLDecoder.decode(path, StandardCharsets.UTF_8) : path;
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  private static String afterFirst(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(slash + 1);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
