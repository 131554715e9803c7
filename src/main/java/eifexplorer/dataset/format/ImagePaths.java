package eifexplorer.dataset.format;

import eifexplorer.workspace.NameEncoding;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/** Paths of images as annotation files give them. */
final class ImagePaths {
  private static final Set<String> READABLE =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "jif", "png", "bmp", "gif", "tif", "tiff", "webp", "ppm",
          "pgm", "pbm", "pnm");
  private static final Set<String> UNREADABLE =
      Set.of(
          "heic", "heif", "avif", "jp2", "j2k", "jpx", "jxl", "svg", "tga", "dib", "psd", "exr",
          "hdr", "ico", "pcx", "pfm", "pam", "xbm", "xpm", "dcm", "dng", "cr2", "cr3", "nef", "arw",
          "orf", "rw2", "raf");

  private ImagePaths() {}

  /** True for file names that end like an image this program reads. */
  static boolean isImage(String fileName) {
    return READABLE.contains(extension(fileName));
  }

  /** True for file names that end like an image this program does not read. */
  static boolean isForeignImage(String fileName) {
    return UNREADABLE.contains(extension(fileName));
  }

  private static String extension(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * The path with forward slashes and without dots.
   *
   * @throws eifexplorer.problem.ProblemException naming the place if it is empty, absolute, leads out of the root or can't
   *     be a path on this system
   */
  static String relative(String text, Place place) {
    String path = text.replace('\\', '/');
    if (isAbsolute(path)) {
      throw place.problem(
          "The image path \"" + text + "\" is absolute",
          "Give it relative to the data set's folder.");
    }
    String normal = hasDots(path) ? withoutDots(path, place) : path;
    try {
      requirePossible(normal);
    } catch (InvalidPathException e) {
      throw place.problem(
          "The image path \"" + text + "\" is not possible here",
          "Please " + NameEncoding.remedy() + ".");
    }
    return normal;
  }

  @SuppressWarnings("ReturnValueIgnored") // asked only whether it throws
  private static void requirePossible(String path) {
    Path.of(path);
  }

  private static boolean isAbsolute(String path) {
    boolean drive = path.length() > 1 && path.charAt(1) == ':' && isLetter(path.charAt(0));
    return drive || path.startsWith("/");
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** True if a part of the path may be empty or start with a dot. */
  private static boolean hasDots(String path) {
    return path.isEmpty()
        || path.startsWith(".")
        || path.endsWith("/")
        || path.contains("/.")
        || path.contains("//");
  }

  private static String withoutDots(String path, Place place) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && parts.pollLast() == null) {
        throw place.problem(
            "The image path \"" + path + "\" leads out of the data set's folder",
            "Paths must stay below it.");
      }
      if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.addLast(part);
      }
    }
    if (parts.isEmpty()) {
      throw place.problem("The image path is empty", "Name a file.");
    }
    return String.join("/", parts);
  }
}
