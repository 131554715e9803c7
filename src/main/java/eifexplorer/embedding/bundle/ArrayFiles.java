package eifexplorer.embedding.bundle;

import eifexplorer.array.AppleDouble;
import eifexplorer.array.Npy;
import eifexplorer.array.NpyReader;
import eifexplorer.array.Npz;
import eifexplorer.engine.checkpoint.Checkpoints;
import eifexplorer.engine.checkpoint.SavedArrays;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Opens the arrays of a file or folder, whichever of the formats it is in. */
final class ArrayFiles {
  /** What can be opened, for messages. */
  static final String KINDS =
      "a .npz archive, a folder of .npy files, a .safetensors file, a dictionary or tuple of"
          + " tensors from torch.save, or a CSV table with a column of labels";

  private ArrayFiles() {}

  /**
   * Opens a file or folder; nothing large is read before it is asked for, but for checkpoints and tables.
   *
   * @throws ProblemException if it is of no format that is read, or broken
   */
  static GivenArrays open(Path path) {
    if (Files.isDirectory(path)) {
      return folder(path);
    }
    if (!Files.exists(path)) {
      throw ProblemException.inFile(path, "There is no such file", "Check its name.");
    }
    String name = RegularFile.of(path).getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".npz")) {
      return archive(path);
    }
    if (name.endsWith(".npy")) {
      throw ProblemException.inFile(
          path,
          "This is one array, where features and labels are needed",
          "Put it into a folder with the others, as features.npy and labels.npy, and open the"
              + " folder.");
    }
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return CsvArrays.open(path);
    }
    refuseByName(path, name);
    return tensors(path);
  }

  private static void refuseByName(Path path, String name) {
    if (name.endsWith(".parquet") || name.endsWith(".feather") || name.endsWith(".arrow")) {
      throw ProblemException.inFile(
          path,
          "Parquet and Arrow files are not read",
          "In Python: numpy.savez(\"bundle.npz\", features=..., labels=..., paths=...).");
    }
    if (name.endsWith(".pkl") || name.endsWith(".pickle") || name.endsWith(".joblib")) {
      throw ProblemException.inFile(
          path,
          "Pickles other than torch.save's are not read, because they are programs",
          "In Python: numpy.savez(\"bundle.npz\", features=..., labels=..., paths=...).");
    }
  }

  private static GivenArrays archive(Path path) {
    Npz npz = Npz.open(path);
    boolean read = false;
    try {
      List<GivenArray> arrays = new ArrayList<>();
      for (String name : npz.names()) {
        arrays.add(
            unlessUnread(
                name,
                () ->
                    GivenArray.of(
                        name,
                        path + " (" + name + ")",
                        npz.header(name),
                        () -> npz.reader(name),
                        () -> npz.array(name))));
      }
      read = true;
      return new GivenArrays(path, ".npz archive", arrays, npz::close);
    } finally {
      if (!read) {
        npz.close();
      }
    }
  }

  private static GivenArrays folder(Path folder) {
    List<GivenArray> arrays = new ArrayList<>();
    for (Path file : arrayFiles(folder)) {
      String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
      arrays.add(unlessUnread(name, () -> array(name, file)));
    }
    if (arrays.isEmpty()) {
      throw ProblemException.inFile(
          folder, "There is no .npy file in this folder", "Open " + KINDS + ".");
    }
    return new GivenArrays(folder, "folder of .npy files", arrays, () -> {});
  }

  private static GivenArray array(String name, Path file) {
    try (NpyReader reader = NpyReader.open(file)) {
      return GivenArray.of(
          name, file.toString(), reader.header(), () -> NpyReader.open(file), () -> Npy.read(file));
    }
  }

  /** An array whose name says that it is none of a bundle's, such as settings kept beside them, keeps none from opening. */
  private static GivenArray unlessUnread(String name, Supplier<GivenArray> reading) {
    try {
      return reading.get();
    } catch (ProblemException e) {
      if (ArrayRole.of(name).isPresent()) {
        throw e;
      }
      return GivenArray.unread(name, e);
    }
  }

  /**
   * The {@code .npy} files of a folder, sorted, without those of {@linkplain AppleDouble macOS}; none if it is no folder.
   */
  static List<Path> arrayFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> isArray(file.getFileName().toString())).sorted().toList();
    } catch (IOException e) {
      throw new ProblemException(
          "The folder can't be read", folder.toString(), "Check its permissions.", e);
    }
  }

  private static boolean isArray(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".npy") && !AppleDouble.isName(name);
  }

  private static GivenArrays tensors(Path path) {
    SavedArrays saved = Checkpoints.readAll(path);
    List<GivenArray> arrays = new ArrayList<>();
    saved
        .tensors()
        .asMap()
        .forEach(
            (name, tensor) -> arrays.add(GivenArray.of(name, path + " (" + name + ")", tensor)));
    saved
        .lists()
        .forEach((name, list) -> arrays.add(GivenArray.of(name, path + " (" + name + ")", list)));
    boolean safe = path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
    return new GivenArrays(
        path, safe ? "safetensors file" : "file of torch.save", arrays, () -> {});
  }
}
