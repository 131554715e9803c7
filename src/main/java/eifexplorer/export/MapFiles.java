package eifexplorer.export;

import eifexplorer.array.Npz;
import eifexplorer.problem.ProblemException;
import eifexplorer.projection.Layout;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Maps in files that other programs read. */
public final class MapFiles {
  private static final String TRAIN = "train";
  private static final String TEST = "test";

  private MapFiles() {}

  /** How a file holds a map, by its ending. */
  public enum Format {
    /** Columns {@code split, index, path, class, x, y}. */
    CSV,
    /** {@code positions [N,2]} float32, training rows, then test rows; {@code labels [N]}; {@code split [N]}, {@code train} or {@code test}. */
    NPZ,
    /** A picture of pixels. */
    PNG,
    /** A picture of shapes. */
    SVG;

    /** The format of a file. Throws {@link ProblemException} for another ending. */
    public static Format of(Path file) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      for (Format format : values()) {
        if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
          return format;
        }
      }
      throw ProblemException.badValue(
          "output file", file, "a name ending in .csv, .npz, .png, .svg");
    }
  }

  /**
   * An image of the map.
   *
   * @param path relative to the data set
   * @param label number of its class
   * @param className the class's name
   */
  public record Image(String path, int label, String className) {}

  /** Writes positions and labels for NumPy. */
  public static void writeNpz(Path file, Layout layout, List<Image> images) {
    AtomicFiles.write(
        file,
        out -> {
          Npz.Writer writer = new Npz.Writer(out);
          writer.put("positions", layout.positions(), layout.size(), 2);
          writer.put("labels", images.stream().mapToLong(Image::label).toArray(), images.size());
          writer.put(
              "split",
              IntStream.range(0, layout.size())
                  .mapToObj(i -> i < layout.trainCount() ? TRAIN : TEST)
                  .toList());
          writer.finish();
        });
  }

  /** Writes a line for each image. */
  public static void writeCsv(Path file, Layout layout, List<Image> images) {
    AtomicFiles.write(
        file,
        out -> {
          TableCsv csv = new TableCsv(out);
          csv.line("split", "index", "path", "class", "x", "y");
          for (int i = 0; i < layout.size(); i++) {
            boolean train = i < layout.trainCount();
            Image image = images.get(i);
            csv.line(
                train ? TRAIN : TEST,
                train ? i : i - layout.trainCount(),
                image.path(),
                image.className(),
                layout.x(i),
                layout.y(i));
          }
          csv.flush();
        });
  }

  /** Writes a picture, pixels twice as fine as its units. */
  public static void writePicture(Path file, MapFigure map) {
    if (Format.of(file) == Format.SVG) {
      AtomicFiles.writeText(
          file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + map.figure().svg() + "\n");
    } else {
      byte[] png = map.figure().png(2);
      AtomicFiles.write(file, out -> out.write(png));
    }
  }
}
