package eifexplorer.ui.kit;

import eifexplorer.image.ImageDecoder;
import eifexplorer.image.RgbImage;
import eifexplorer.image.Thumbnails;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures decoded from their files, with thumbnails kept on disk. */
public final class DecodedPictures implements PictureSource {
  /** What every graphics card in use can hold in one texture. */
  private static final int LARGEST = 4096;

  private final Thumbnails thumbnails;

  /** Pictures whose thumbnails are kept in a folder, which is made when first needed. */
  public DecodedPictures(Path thumbnailFolder) {
    this.thumbnails = new Thumbnails(thumbnailFolder);
  }

  @Override
  public Image thumbnail(Path file, int side) {
    return toImage(thumbnails.get(file, side));
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
