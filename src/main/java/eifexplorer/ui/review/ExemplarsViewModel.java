package eifexplorer.ui.review;

import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The image side by side with typical images of the classes it may belong to, one at a time. */
public final class ExemplarsViewModel {
  private final QueueViewModel queue;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Beside> beside = new ReadOnlyObjectWrapper<>();
  private int position;
  private int exemplar;

  /**
   * What stands beside the image.
   *
   * @param key that puts the image into the class
   * @param candidate the class
   * @param picture one of its typical images; empty if it has no other image
   * @param words such as {@code Granite Shrike, typical image 2 of 12}
   */
  public record Beside(String key, Candidate candidate, Optional<Picture> picture, String words) {}

  ExemplarsViewModel(QueueViewModel queue) {
    this.queue = queue;
    queue
        .shownProperty()
        .addListener(
            (value, old, now) -> {
              boolean same = old != null && now != null && old.trainIndex() == now.trainIndex();
              turnTo(same ? position : first(now), same ? exemplar : 0);
            });
  }

  /** Whether they stand side by side. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** What stands beside the image; null if nothing does. */
  public ReadOnlyObjectProperty<Beside> besideProperty() {
    return beside.getReadOnlyProperty();
  }

  /** Puts them side by side, or the image alone. */
  public void toggle() {
    open.set(!open.get());
    turnTo(first(queue.shownProperty().get()), 0);
  }

  /** Goes to another typical image of the class, round and round. */
  public void moveExemplar(int by) {
    turnTo(position, exemplar + by);
  }

  /** Goes to another class, the given one included, round and round. */
  public void moveClass(int by) {
    turnTo(position + by, 0);
  }

  /** The likeliest class that is not the given one. */
  private static int first(ShownImage image) {
    return image != null && image.given().isPresent() ? 1 : 0;
  }

  private void turnTo(int newPosition, int newExemplar) {
    ShownImage image = queue.shownProperty().get();
    List<Candidate> classes = classes(image);
    if (!open.get() || classes.isEmpty()) {
      beside.set(null);
      return;
    }
    position = Math.floorMod(newPosition, classes.size());
    Candidate candidate = classes.get(position);
    List<Picture> pictures = candidate.exemplars();
    exemplar = pictures.isEmpty() ? 0 : Math.floorMod(newExemplar, pictures.size());
    String key = String.valueOf(image.given().isPresent() ? position : position + 1);
    beside.set(
        pictures.isEmpty()
            ? new Beside(
                key, candidate, Optional.empty(), Texts.of("{0}, no other image", candidate.name()))
            : new Beside(
                key,
                candidate,
                Optional.of(pictures.get(exemplar)),
                Texts.of(
                    "{0}, typical image {1} of {2}",
                    candidate.name(), Texts.count(exemplar + 1L), Texts.count(pictures.size()))));
  }

  private static List<Candidate> classes(ShownImage image) {
    List<Candidate> classes = new ArrayList<>();
    if (image != null) {
      image.given().ifPresent(classes::add);
      classes.addAll(image.candidates());
    }
    return classes;
  }
}
