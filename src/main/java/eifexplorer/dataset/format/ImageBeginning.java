package eifexplorer.dataset.format;

import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells images by how they begin, for files whose names do not end like an image's. */
final class ImageBeginning {
  private static final int LENGTH = 12;

  private static final List<String> BEGINNINGS =
      List.of(
          "\u00ff\u00d8\u00ff",
          "\u0089PNG",
          "GIF8",
          "II*\0",
          "MM\0*",
          "8BPS",
          "\u00ff\n",
          "\0\0\0\fJXL ",
          "\0\0\0\fjP  ");

  private static final Set<String> BRANDS =
      Set.of("heic", "heix", "hevc", "mif1", "msf1", "avif", "avis");

  /** Endings of files that commonly lie beside images and are none; they are not looked into. */
  private static final Set<String> OTHERS =
      Set.of(
          "txt",
          "csv",
          "tsv",
          "json",
          "jsonl",
          "xml",
          "yml",
          "yaml",
          "md",
          "html",
          "py",
          "mat",
          "npy",
          "npz",
          "pt",
          "pth",
          "pkl",
          "h5",
          "safetensors",
          "zip",
          "tar",
          "gz",
          "tgz",
          "7z",
          "pdf",
          "log",
          "db",
          "ini",
          "mp4",
          "avi",
          "mov",
          "parquet");

  private ImageBeginning() {}

  /** True if a file begins as an image does; false if it can't be read or is of another common kind. */
  static boolean isOf(Path file) {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (OTHERS.contains(ending) || !Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = RegularFile.in(file)) {
      return isImage(new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isImage(String start) {
    return BEGINNINGS.stream().anyMatch(start::startsWith)
        || (start.startsWith("RIFF") && start.endsWith("WEBP"))
        || (start.startsWith("ftyp", 4) && BRANDS.contains(start.substring(8)));
  }
}
