package eifexplorer.engine.onnx;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a weight are, if not in the ONNX file: a part of another file in the same folder.
 *
 * @param file the other file
 * @param offset where the values begin
 * @param length how many bytes they are
 */
record ExternalData(Path file, long offset, long length) {
  private static final String REMEDY =
      "Put the files the export wrote into one folder, unchanged, or export without external data.";

  /**
   * Reads the fields {@code external_data} of a tensor.
   *
   * @throws ProblemException if the file is missing, too short, or outside the model's folder
   */
  static ExternalData read(Path model, Iterable<ProtoField> entries) throws IOException {
    Map<String, String> said = new HashMap<>();
    for (ProtoField entry : entries) {
      ProtoMessage pair = entry.message();
      String key = "";
      String value = "";
      while (pair.hasNext()) {
        ProtoField part = pair.next();
        key = part.number() == 1 ? part.text() : key;
        value = part.number() == 2 ? part.text() : value;
      }
      said.put(key, value);
    }
    String location = said.getOrDefault("location", "");
    Path file = inFolder(model, location);
    long offset = number(model, said.getOrDefault("offset", "0"));
    long size = Files.size(file);
    long length =
        said.containsKey("length")
            ? number(model, said.getOrDefault("length", "0"))
            : Math.max(0, size - offset);
    if (offset > size || length > size - offset) {
      throw ProblemException.inFile(
          file, "The weights of " + model.getFileName() + " are cut short", REMEDY);
    }
    return new ExternalData(file, offset, length);
  }

  private static long number(Path model, String text) {
    if (!text.matches("\\d{1,18}")) {
      throw ProblemException.inFile(
          model, "The place of a weight in another file is no number: " + text, REMEDY);
    }
    return Long.parseLong(text);
  }

  private static Path inFolder(Path model, String location) throws IOException {
    Path folder = model.toAbsolutePath().getParent();
    Path file = folder == null ? null : resolve(folder, location);
    if (folder == null || file == null || location.indexOf('\\') >= 0) {
      throw outside(model, location);
    }
    if (!Files.isRegularFile(file)) {
      throw ProblemException.inFile(
          model, "Its weights are in another file, which is missing: " + location, REMEDY);
    }
    if (!file.toRealPath().startsWith(folder.toRealPath())) {
      throw outside(model, location);
    }
    return file;
  }

  private static @Nullable Path resolve(Path folder, String location) {
    try {
      Path file = folder.resolve(location).normalize();
      boolean within = file.startsWith(folder.normalize()) && !Path.of(location).isAbsolute();
      return within && !location.isEmpty() ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static ProblemException outside(Path model, String location) {
    return ProblemException.inFile(
        model, "Its weights are in a file outside its folder: \"" + location + "\"", REMEDY);
  }
}
