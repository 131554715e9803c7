package eifexplorer.dataset.format;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/** A MATLAB 5 file of annotations, read whole. */
final class MatlabFile {
  private static final long LIMIT = 32L << 20;

  private final Path file;
  private final Mat5File contents;

  private MatlabFile(Path file, Mat5File contents) {
    this.file = file;
    this.contents = contents;
  }

  /** Reads a file of at most 32 MiB. Throws {@link ProblemException} if it is missing or broken. */
  static MatlabFile read(Path file) {
    byte[] bytes = TextFile.bytes(file, LIMIT);
    MatlabGuard.check(bytes, file);
    try {
      Mat5File contents =
          Mat5.newReader(Sources.wrap(bytes)).disableSubsystemProcessing().readMat();
      return new MatlabFile(file, contents);
    } catch (IOException e) {
      throw new ProblemException(
          "The MATLAB file can't be read", file.toString(), "Get it again.", e);
    }
  }

  /** The array of structures of this name. Throws {@link ProblemException} if there is none. */
  Struct structures(String name) {
    if (find(name) instanceof Struct found) {
      return found;
    }
    throw ProblemException.inFile(
        file, "The MATLAB file has no structures named \"" + name + "\"", "Get it again.");
  }

  /** The texts of the cell array of this name, empty if there is none. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (find(name) instanceof Cell cell) {
      for (int i = 0; i < cell.getNumElements(); i++) {
        texts.add(text(cell.get(i), name, new Place(file, name, i + 1)));
      }
    }
    return texts;
  }

  private @Nullable Array find(String name) {
    for (MatFile.Entry entry : contents.getEntries()) {
      if (entry.getName().equals(name)) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** A field as text. */
  static String text(Array value, String name, Place place) {
    if (value instanceof Char text && text.getNumRows() == 1) {
      return text.getString();
    }
    throw place.problem("The field " + name + " is no text", "");
  }

  /** A field as a whole number. */
  static int number(Array value, String name, Place place) {
    if (value instanceof Matrix matrix && matrix.getNumElements() == 1) {
      double number = matrix.getDouble(0);
      if (number == (int) number) {
        return (int) number;
      }
    }
    throw place.problem("The field " + name + " is no whole number", "");
  }
}
