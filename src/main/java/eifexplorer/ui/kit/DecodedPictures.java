package eifexplorer.ui.kit;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.SubjectBox;
import eifexplorer.image.ImageDecoder;
import eifexplorer.image.PixelRectangle;
import eifexplorer.image.RgbImage;
import eifexplorer.image.SubjectCrop;
import eifexplorer.image.Thumbnails;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures decoded from their files, with thumbnails kept on disk. */
public final class DecodedPictures implements PictureSource {
  /** What every graphics card in use can hold in one texture. */
  private static final int LARGEST = 4096;

  private final Thumbnails thumbnails;
  private final Map<Path, SubjectBox> boxes = new HashMap<>();

  /**
   * Pictures of a data set.
   *
   * @param thumbnailFolder where thumbnails are kept; made when first needed
   */
  public DecodedPictures(Path thumbnailFolder, ImageDataset dataset) {
    this.thumbnails = new Thumbnails(thumbnailFolder);
    dataset
        .root()
        .ifPresent(
            root -> dataset.boxes().forEach((path, box) -> boxes.put(root.resolve(path), box)));
  }

  @Override
  public Image thumbnail(Path file, int side) {
    return toImage(thumbnails.get(file, side));
  }

  /** A picture that is not stored upright is shown whole: nobody knows which way its box was drawn. */
  @Override
  public SubjectPicture subject(Path file, int side) {
    return Optional.ofNullable(boxes.get(file))
        .flatMap(box -> ImageDecoder.uprightSize(file).map(size -> SubjectCrop.around(size, box)))
        .map(crop -> subject(file, crop, side))
        .orElseGet(() -> SubjectPicture.whole(thumbnail(file, side)));
  }

  private SubjectPicture subject(Path file, SubjectCrop crop, int side) {
    Image image = toImage(thumbnails.get(file, crop.region(), crop.longSide(side)));
    PixelRectangle subject = crop.subject();
    double across = image.getWidth() / crop.region().width();
    double down = image.getHeight() / crop.region().height();
    return new SubjectPicture(
        image,
        new Rectangle2D(
            subject.x() * across,
            subject.y() * down,
            subject.width() * across,
            subject.height() * down));
  }

  @Override
  public Image full(Path file) {
    return toImage(ImageDecoder.decodeReduced(file, LARGEST));
  }

  private static Image toImage(RgbImage picture) {
    int width = picture.width();
    int height = picture.height();
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            width,
            height,
            PixelFormat.getByteRgbInstance(),
            picture.toBytes(),
            0,
            width * RgbImage.CHANNELS);
    return image;
  }
}
