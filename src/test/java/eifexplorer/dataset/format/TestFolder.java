package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that tests fill with small files. */
record TestFolder(Path root) {
  /** Writes a text file with Unix line ends. */
  TestFolder text(String name, String... lines) {
    return bytes(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file. */
  TestFolder bytes(String name, byte[] contents) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, contents);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes empty files: nothing here decodes images. */
  TestFolder files(String... names) {
    for (String name : names) {
      bytes(name, new byte[0]);
    }
    return this;
  }

  /** Removes a file. */
  TestFolder without(String name) {
    try {
      Files.delete(root.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paths a format lists, in order. */
  static List<String> paths(DatasetListing listing) {
    return listing.images().stream().map(ListedImage::path).toList();
  }

  /** Class indices a format lists, in order. */
  static List<Integer> classes(DatasetListing listing) {
    return listing.images().stream().map(ListedImage::classIndex).toList();
  }

  /** What and where a format refuses this folder, the folder itself left out of the text. */
  String refusal(DatasetFormat format) {
    ProblemException problem = assertThrows(ProblemException.class, () -> format.read(root));
    return (problem.what() + " @ " + problem.where()).replace(root + "/", "");
  }
}
