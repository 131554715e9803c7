package eifexplorer.dataset.format;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folder that a list's images lie in, and what the list's paths mean there. */
public final class ImagesBelow {
  private static final String REMEDY =
      "Name a folder that all images lie in with --images, or give the path relative to it.";

  private static final Pattern WEB = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]+://.*");
  private static final Pattern FILE = Pattern.compile("(?is)file:.*");
  private static final Pattern DRIVE = Pattern.compile("(?s)[A-Za-z]:[/\\\\].*");
  private static final Pattern ROOTED = Pattern.compile("(?s)(\\.\\.)?[/\\\\].*");

  private final Path folder;
  private final boolean moved;

  /** An absolute folder, for a list that was written for it. */
  public ImagesBelow(Path folder) {
    this(folder, false);
  }

  /**
   * An absolute folder.
   *
   * @param moved whether the list may have been written for another: of a path that does not lie below, the longest end
   *     that is a file below the folder is then taken
   */
  ImagesBelow(Path folder, boolean moved) {
    this.folder = folder;
    this.moved = moved;
  }

  /** The path below the folder; empty if a text in a list is no path below it. */
  public Optional<String> find(String text, Path list) {
    try {
      return Optional.of(relative(text, Place.line(list, 0)));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /**
   * The path below the folder, as {@link ImagePaths#relative} has it. An absolute path and a {@code file:} address are taken
   * as they are, a path that leads out of the folder as relative to the list; both must lie below the folder.
   *
   * @throws ProblemException naming the place if the text is no such path
   */
  String relative(String text, Place place) {
    return moved && isAnywhere(text)
        ? end(text).orElseGet(() -> strictly(text, place))
        : strictly(text, place);
  }

  private static boolean isAnywhere(String text) {
    return is(ROOTED, text) || is(DRIVE, text) || is(FILE, text) || isOnWeb(text);
  }

  /** True for addresses such as {@code https://} and {@code s3://}, whose files are on another machine. */
  private static boolean isOnWeb(String text) {
    return is(WEB, text) && !is(FILE, text);
  }

  private static boolean is(Pattern pattern, String text) {
    return pattern.matcher(text).matches();
  }

  /** The longest end of a path that is a file below the folder. */
  private Optional<String> end(String text) {
    String path = text.replace('\\', '/');
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String end = path.substring(slash + 1);
      try {
        boolean below = !end.isEmpty() && folder.resolve(end).normalize().startsWith(folder);
        if (below && !end.contains("..") && Files.isRegularFile(folder.resolve(end))) {
          return Optional.of(folder.relativize(folder.resolve(end)).toString().replace('\\', '/'));
        }
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private String strictly(String text, Place place) {
    if (isOnWeb(text)) {
      throw place.problem(
          "The image path \"" + text + "\" is an address on the web",
          "Download the images, and name the folder they lie in with --images.");
    }
    try {
      Optional<Path> elsewhere = elsewhere(text, place.file());
      if (elsewhere.isEmpty()) {
        return ImagePaths.relative(text, place);
      }
      Path file = throughLinks(elsewhere.get().normalize());
      if (!file.startsWith(folder) || file.equals(folder)) {
        throw place.problem("The image path \"" + text + "\" does not lie below " + folder, REMEDY);
      }
      return ImagePaths.relative(folder.relativize(file).toString(), place);
    } catch (IllegalArgumentException e) {
      throw place.problem("The image path \"" + text + "\" is not possible here", REMEDY);
    }
  }

  /** The same file below the folder, if only a link to a folder above lets it seem elsewhere. */
  private Path throughLinks(Path file) {
    Path parent = file.getParent();
    if (file.startsWith(folder) || parent == null) {
      return file;
    }
    try {
      Path real = parent.toRealPath().resolve(file.getFileName());
      Path realFolder = folder.toRealPath();
      return real.startsWith(realFolder) ? folder.resolve(realFolder.relativize(real)) : file;
    } catch (IOException e) {
      return file; // what is not there is told as such, or lies elsewhere
    }
  }

  /** The file that a text means by itself; empty for a path that is relative to the folder. */
  private static Optional<Path> elsewhere(String text, Path list) {
    if (is(FILE, text)) {
      return Optional.of(ofAddress(text));
    }
    String path = text.replace('\\', '/');
    if (path.startsWith("../") && list.getParent() != null) {
      return Optional.of(Objects.requireNonNull(list.getParent()).toAbsolutePath().resolve(path));
    }
    boolean mayBeAbsolute = path.startsWith("/") && !path.startsWith("//");
    return mayBeAbsolute || is(DRIVE, path)
        ? Optional.of(Path.of(path)).filter(Path::isAbsolute)
        : Optional.empty();
  }

  /** Addresses are written with and without percent signs for what may not stand in them. */
  private static Path ofAddress(String text) {
    String path = text.substring("file:".length()).replaceFirst("^//(localhost)?(?=/)", "");
    try {
      return Path.of(URI.create("file://" + path));
    } catch (IllegalArgumentException e) {
      if (e instanceof InvalidPathException || !path.startsWith("/")) {
        throw e;
      }
      return Path.of(path);
    }
  }
}
