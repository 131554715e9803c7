package eifexplorer.workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/** Which names of files this process can express: under a language setting such as {@code LC_ALL=C} only ASCII ones. */
public final class NameEncoding {
  private static final char UNREADABLE = '\uFFFD';

  private NameEncoding() {}

  /** What file names are read and written in. */
  public static String name() {
    return String.valueOf(System.getProperty("sun.jnu.encoding"));
  }

  /** True if every name can be expressed. */
  public static boolean isUnicode() {
    return StandardCharsets.UTF_8.name().equalsIgnoreCase(name());
  }

  /** What to do about a name that is not possible here, a phrase. */
  public static String remedy() {
    return isUnicode() ? "rename it" : "start the program with LC_ALL=C.UTF-8";
  }

  /** True for a text in which letters of a file's name were lost. */
  public static boolean isDamaged(String text) {
    return text.indexOf(UNREADABLE) >= 0;
  }

  /** Why a text can't be a path here; empty if something else is the matter. */
  public static Optional<String> trouble(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidPathException) {
        return Optional.of(
            "The name of a file or folder is not possible here: file names are "
                + name()
                + ". If it has letters that this can't express, "
                + remedy()
                + ".");
      }
    }
    return Optional.empty();
  }
}
