package eifexplorer.project;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.SubjectBox;
import eifexplorer.image.ImageDecoder;
import eifexplorer.image.JpegEncoder;
import eifexplorer.image.RgbImage;
import eifexplorer.image.SubjectCrop;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Small pictures for reports, made anew each time. */
final class ReportThumbnails implements Function<String, Optional<byte[]>> {
  private static final int SIDE = 192;
  private static final float QUALITY = 0.8f;

  private final ImageDataset dataset;
  private final Map<String, SubjectBox> boxes;
  private final Consumer<Path> ensure;
  private final int side;

  /** Pictures of a data set; each file is handed to {@code ensure} before it is read. */
  ReportThumbnails(ImageDataset dataset, Consumer<Path> ensure) {
    this(dataset, dataset.boxes(), ensure, SIDE);
  }

  private ReportThumbnails(
      ImageDataset dataset, Map<String, SubjectBox> boxes, Consumer<Path> ensure, int side) {
    this.dataset = dataset;
    this.boxes = boxes;
    this.ensure = ensure;
    this.side = side;
  }

  /** Pictures of whole photographs, about {@code side} pixels at their longer side. */
  static ReportThumbnails whole(ImageDataset dataset, Consumer<Path> ensure, int side) {
    return new ReportThumbnails(dataset, Map.of(), ensure, side);
  }

  @Override
  public Optional<byte[]> apply(String sample) {
    return dataset
        .file(sample)
        .flatMap(file -> encoded(file, Optional.ofNullable(boxes.get(sample))));
  }

  private Optional<byte[]> encoded(Path file, Optional<SubjectBox> box) {
    try {
      ensure.accept(file);
      RgbImage small =
          box.flatMap(known -> subject(file, known))
              .orElseGet(() -> ImageDecoder.decodeReduced(file, side));
      return Optional.of(JpegEncoder.encode(small, QUALITY));
    } catch (ProblemException e) {
      // A report without one picture is better than none.
      return Optional.empty();
    }
  }

  private Optional<RgbImage> subject(Path file, SubjectBox box) {
    return ImageDecoder.uprightSize(file)
        .map(size -> SubjectCrop.around(size, box).region())
        .map(region -> ImageDecoder.decodeRegion(file, region, side));
  }
}
