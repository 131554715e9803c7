package eifexplorer.array;

/**
 * The files macOS writes beside others for their attributes where these have no other place: {@code ._weight.npy} beside
 * {@code weight.npy} on a memory stick or a network drive, {@code __MACOSX/._weight.npy} in a zip archive. They end as
 * the others do and hold nothing of theirs.
 */
public final class AppleDouble {
  private AppleDouble() {}

  /** Whether a file is one of those, by its name or its path with slashes. */
  public static boolean isName(String path) {
    return path.startsWith("._", path.lastIndexOf('/') + 1);
  }
}
