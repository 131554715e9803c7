package eifexplorer.app;

import eifexplorer.ui.kit.PictureSource;
import eifexplorer.ui.kit.SubjectPicture;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Pictures that are made sure to be there before they are read.
 *
 * @param prepare makes a file if it can be made
 * @param pictures reads it
 */
record PreparedPictures(Consumer<Path> prepare, PictureSource pictures) implements PictureSource {
  @Override
  public Image thumbnail(Path file, int side) {
    prepare.accept(file);
    return pictures.thumbnail(file, side);
  }

  @Override
  public SubjectPicture subject(Path file, int side) {
    prepare.accept(file);
    return pictures.subject(file, side);
  }

  @Override
  public Image full(Path file) {
    prepare.accept(file);
    return pictures.full(file);
  }
}
