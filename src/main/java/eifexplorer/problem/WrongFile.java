package eifexplorer.problem;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Files that are known by how they begin, and are often taken for what was to be downloaded. */
public final class WrongFile {
  private static final Map<String, String[]> BEGINNINGS = new LinkedHashMap<>();

  static {
    String again = "Download the file itself.";
    BEGINNINGS.put(
        "version https://git-lfs",
        new String[] {
          "This is a Git LFS pointer, not the file it stands for", "Run: git lfs pull"
        });
    BEGINNINGS.put("<!doctype html", new String[] {"This is a web page", again});
    BEGINNINGS.put("<html", new String[] {"This is a web page", again});
    BEGINNINGS.put("7z\u00bc\u00af", new String[] {"This is a 7z archive", "Unpack it."});
    BEGINNINGS.put("rar!", new String[] {"This is a RAR archive", "Unpack it."});
    BEGINNINGS.put("\u001f\u008b", new String[] {"This is a gzip archive", "Unpack it."});
    BEGINNINGS.put("BZh", new String[] {"This is a bzip2 archive", "Unpack it."});
    BEGINNINGS.put("\u00fd7zXZ", new String[] {"This is an xz archive", "Unpack it."});
    BEGINNINGS.put("\u0089png", new String[] {"This is a picture", again});
    BEGINNINGS.put("\u00ff\u00d8\u00ff", new String[] {"This is a picture", again});
    BEGINNINGS.put("%pdf-", new String[] {"This is a PDF document", again});
    BEGINNINGS.put(
        "par1",
        new String[] {"This is a Parquet file", "In Python, save it with numpy.savez or to_csv."});
    BEGINNINGS.put(
        "\u0089hdf",
        new String[] {
          "This is an HDF5 file",
          "Save weights with torch.save or as safetensors, features with numpy.savez."
        });
  }

  private WrongFile() {}

  /**
   * What a file is that begins so.
   *
   * @param start its first bytes, as many as there are up to 32
   * @return empty if it is none of those known
   */
  public static Optional<ProblemException> of(Path file, byte[] start) {
    if (start.length == 0) {
      return Optional.of(ProblemException.inFile(file, "The file is empty", "Get it again."));
    }
    // Not stripLeading(): to Java the first byte of a gzip archive is white space.
    String text = new String(start, StandardCharsets.ISO_8859_1).replaceFirst("^[ \\t\\r\\n]+", "");
    return BEGINNINGS.entrySet().stream()
        .filter(known -> startsWith(text, known.getKey()))
        .findFirst()
        .map(known -> ProblemException.inFile(file, known.getValue()[0], known.getValue()[1]));
  }

  private static boolean startsWith(String text, String beginning) {
    return text.regionMatches(true, 0, beginning, 0, beginning.length());
  }
}
