package eifexplorer.ui.kit;

import java.nio.file.Path;
import javafx.scene.image.Image;

/** Where pictures come from. Called from background threads, any number at once. */
public interface PictureSource {
  /**
   * The picture, upright, its longer side {@code side} pixels at most; smaller ones keep their size.
   *
   * @throws eifexplorer.problem.ProblemException if the file can't be read
   */
  Image thumbnail(Path file, int side);

  /**
   * What the picture shows, upright, without the surroundings that don't matter; the whole picture where nobody said what
   * matters in it. The longer side of what matters is {@code side} pixels at most.
   *
   * @throws eifexplorer.problem.ProblemException if the file can't be read
   */
  default SubjectPicture subject(Path file, int side) {
    return SubjectPicture.whole(thumbnail(file, side));
  }

  /**
   * The picture, upright, with its own pixels; very large ones are made smaller, to what a graphics card can hold.
   *
   * @throws eifexplorer.problem.ProblemException if the file can't be read
   */
  Image full(Path file);
}
