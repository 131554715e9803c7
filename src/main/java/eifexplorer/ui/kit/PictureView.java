package eifexplorer.ui.kit;

import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A picture that is loaded in the background and fills its place.
 *
 * <p>Its size never depends on the picture, so nothing moves when it arrives. Until then the inset ground shows; a sample
 * without a file shows its title, an unreadable file a crossed frame, its name and the reason.
 */
public final class PictureView extends Region {
  /** Side of the thumbnails that cards, tiles and rows share, enough for twice the pixels of a tile. */
  public static final int SMALL = 256;

  private static final double ROOM_FOR_MORE = 150;
  private static final double FAINT = 0.4;
  private static final double LARGEST_SCALE = 2;
  private static final double WIDEST_REASON = 340;

  /** How a picture of another shape fills its place. */
  public enum Fit {
    /** What it shows, and as much around it as fills the place; where the picture ends, its colours. */
    SUBJECT,
    /** Whole, with bars; at most twice its pixels. */
    WHOLE
  }

  private final PictureLoader loader;
  private final int side;
  private final Fit fit;
  private final ImageView image = new ImageView();
  private final ImageView surroundings = new ImageView();
  private final Rectangle clip = new Rectangle();

  /** Kept, since the rows of a list show one picture after the other. */
  private @Nullable Placeholder placeholder;

  private @Nullable Node note;
  private @Nullable Region cover;
  private @Nullable Picture shown;
  private @Nullable SubjectPicture arrived;
  private PictureLoader.Ticket ticket = PictureLoader.Ticket.DONE;

  /**
   * An empty view.
   *
   * @param side longer side of the thumbnail to load, or {@link PictureLoader#FULL}
   */
  public PictureView(PictureLoader loader, int side, Fit fit) {
    this.loader = loader;
    this.side = side;
    this.fit = fit;
    getStyleClass().add("picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    image.setSmooth(true);
    clip.setArcWidth(8);
    clip.setArcHeight(8);
    setClip(clip);
    surroundings.setOpacity(FAINT);
    getChildren().addAll(surroundings, image);
  }

  /** Lays a node over the picture, as large as the whole picture is drawn; for a view that shows it whole. */
  public void cover(Region newCover) {
    cover = newCover;
    getChildren().add(newCover);
  }

  /** Shows another picture, giving up on the one before; {@code null} shows nothing. */
  public void show(@Nullable Picture picture) {
    if (picture != null && picture.equals(shown)) {
      return;
    }
    ticket.cancel();
    ticket = PictureLoader.Ticket.DONE;
    image.setImage(null);
    surroundings.setImage(null);
    shown = picture;
    setNote(picture == null || picture.file().isPresent() ? null : placeholder(picture));
    if (picture != null) {
      setAccessibleText(picture.title() + ", " + picture.subtitle());
      picture.file().ifPresent(file -> ticket = load(file));
    }
  }

  private PictureLoader.Ticket load(Path file) {
    return fit == Fit.SUBJECT
        ? loader.loadSubject(file, side, this::arrived, this::failed)
        : loader.load(file, side, whole -> arrived(SubjectPicture.whole(whole)), this::failed);
  }

  /** True if nothing is waited for: the picture, or what stands for it, is there. */
  public boolean settled() {
    return shown == null || image.getImage() != null || note != null;
  }

  private void arrived(SubjectPicture picture) {
    arrived = picture;
    image.setImage(picture.image());
    if (fit == Fit.SUBJECT) {
      surroundings.setImage(Surroundings.of(picture.image()));
    }
    requestLayout();
  }

  private void failed(Failure failure) {
    setNote(
        crossedFrame(
            Objects.requireNonNull(shown).file().orElseThrow().getFileName().toString(),
            failure.message()));
  }

  private void setNote(@Nullable Node newNote) {
    if (note == newNote) {
      return;
    }
    if (note != null) {
      getChildren().remove(note);
    }
    note = newNote;
    if (note != null) {
      getChildren().add(note);
    }
  }

  /** In a small place the index alone, since the class stands below it. */
  private Node placeholder(Picture picture) {
    if (placeholder == null) {
      placeholder = new Placeholder();
    }
    return placeholder.of(picture);
  }

  /** Words in place of a picture. */
  private final class Placeholder {
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Node node = column("picture-placeholder", title, subtitle);

    Placeholder() {
      title.getStyleClass().add("picture-title");
      title.setWrapText(true);
      title.setTextAlignment(TextAlignment.CENTER);
      subtitle.getStyleClass().add("picture-subtitle");
      onlyWithRoom(subtitle);
    }

    Node of(Picture picture) {
      title.setText(picture.title());
      subtitle.setText(picture.subtitle());
      return node;
    }
  }

  private Node crossedFrame(String name, String reason) {
    Label file = new Label(name);
    file.getStyleClass().add("picture-subtitle");
    Label why = new Label(reason);
    why.getStyleClass().add("picture-subtitle");
    why.setWrapText(true);
    why.setTextAlignment(TextAlignment.CENTER);
    why.setMaxWidth(WIDEST_REASON);
    onlyWithRoom(why);
    VBox frame = column("picture-failed", new FontIcon(Feather.X_SQUARE), file, why);
    Tips.on(frame, reason);
    return frame;
  }

  private void onlyWithRoom(Label label) {
    label.managedProperty().bind(heightProperty().greaterThan(ROOM_FOR_MORE));
    label.visibleProperty().bind(label.managedProperty());
  }

  private static VBox column(String styleClass, Node... children) {
    VBox column = new VBox(2, children);
    column.setAlignment(Pos.CENTER);
    column.setPadding(new Insets(4));
    column.getStyleClass().add(styleClass);
    return column;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    clip.setWidth(width);
    clip.setHeight(height);
    if (note != null) {
      note.resizeRelocate(0, 0, width, height);
    }
    if (arrived != null && image.getImage() != null && width > 0 && height > 0) {
      boolean small = fit == Fit.SUBJECT;
      Rectangle2D seen = arrived.seenAt(width / height);
      double scale = Math.min(width / seen.getWidth(), height / seen.getHeight());
      double shown = small ? scale : Math.min(LARGEST_SCALE, scale);
      image.setViewport(seen);
      surroundings.setFitWidth(width);
      surroundings.setFitHeight(height);
      place(seen.getWidth() * shown, seen.getHeight() * shown);
    }
  }

  private void place(double width, double height) {
    image.setFitWidth(width);
    image.setFitHeight(height);
    double left = (getWidth() - width) / 2;
    double top = (getHeight() - height) / 2;
    image.relocate(left, top);
    if (cover != null) {
      cover.resizeRelocate(left, top, width, height);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }
}
