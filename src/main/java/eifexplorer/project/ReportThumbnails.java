package eifexplorer.project;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.image.ImageDecoder;
import eifexplorer.image.JpegEncoder;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Small pictures for reports, made anew each time. */
final class ReportThumbnails implements Function<String, Optional<byte[]>> {
  private static final int SIDE = 192;
  private static final float QUALITY = 0.8f;

  private final Optional<Path> root;
  private final Consumer<Path> ensure;

  /** Pictures of a data set; each file is handed to {@code ensure} before it is read. */
  ReportThumbnails(ImageDataset dataset, Consumer<Path> ensure) {
    this.root = dataset.root();
    this.ensure = ensure;
  }

  @Override
  public Optional<byte[]> apply(String sample) {
    return root.map(folder -> folder.resolve(sample)).flatMap(this::encoded);
  }

  private Optional<byte[]> encoded(Path file) {
    try {
      ensure.accept(file);
      return Optional.of(JpegEncoder.encode(ImageDecoder.decodeReduced(file, SIDE), QUALITY));
    } catch (ProblemException e) {
      // A report without one picture is better than none.
      return Optional.empty();
    }
  }
}
