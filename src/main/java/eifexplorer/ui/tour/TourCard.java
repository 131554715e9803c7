package eifexplorer.ui.tour;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/** The card of the tour, above or below what it speaks of, with an arrow to it; out of sight while that is. */
public final class TourCard extends Pane {
  private static final double WIDTH = 380;
  private static final double EDGE = 12;
  private static final double ARROW = 12;

  private final TourViewModel model;
  private final Label title = label("", "h1");
  private final Label place = label("", "muted");
  private final VBox sentences = new VBox(6);
  private final Button next;
  private final Button leave;
  private final VBox card;
  private final Polygon arrow = new Polygon();
  private final Runnable follow = this::follow;
  private @Nullable Node target;

  /**
   * A card that is shown while there is a step.
   *
   * @param openOwn asks for a user's own data
   */
  public TourCard(TourViewModel model, Runnable openOwn) {
    this.model = model;
    setPickOnBounds(false);
    setManaged(false);
    next = button(Texts.of("Next"), model::next, "accent-button");
    next.setId("tour-next");
    leave = button(Texts.of("Leave"), model::leave);
    leave.setId("tour-leave");
    Button own =
        button(
            Texts.of("Open your own …"),
            () -> {
              model.leave();
              openOwn.run();
            },
            "link-button");
    own.setId("tour-own");
    HBox head = new HBox(8, title, spacer(), place);
    head.setAlignment(Pos.BASELINE_LEFT);
    HBox buttons = new HBox(8, own, spacer(), leave, next);
    buttons.setAlignment(Pos.CENTER_LEFT);
    card = new VBox(10, head, sentences, buttons);
    card.setManaged(false);
    card.setPrefWidth(WIDTH);
    card.setMaxWidth(WIDTH);
    arrow.setManaged(false);
    card.setId("tour");
    card.getStyleClass().addAll("sheet", "tour-card");
    arrow.getStyleClass().add("tour-arrow");
    getChildren().addAll(card, arrow);
    setVisible(false);
    model.stepProperty().addListener((value, old, now) -> show(now));
    sceneProperty().addListener((value, old, now) -> listen(old, now));
  }

  /** Pages move what it speaks of, whenever they are laid out. */
  private void listen(@Nullable Scene old, @Nullable Scene now) {
    if (old != null) {
      old.removePostLayoutPulseListener(follow);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(follow);
    }
  }

  private void show(@Nullable TourStep step) {
    target = null;
    if (step == null) {
      setVisible(false);
      return;
    }
    title.setText(step.title());
    place.setText(model.place());
    sentences.getChildren().clear();
    for (String sentence : step.sentences()) {
      Label line = label(sentence);
      line.setWrapText(true);
      line.setMinHeight(USE_PREF_SIZE);
      sentences.getChildren().add(line);
    }
    leave.setVisible(!model.isLast());
    next.setText(model.isLast() ? Texts.of("Done") : Texts.of("Next"));
    follow();
  }

  private void follow() {
    TourStep step = model.stepProperty().get();
    Scene scene = getScene();
    if (step == null || scene == null) {
      return;
    }
    if (target == null || target.getScene() != scene) {
      target = scene.lookup("#" + step.target());
    }
    boolean there = target != null && target.getScene() == scene && isShown(target);
    if (there != isVisible()) {
      setVisible(there);
    }
    if (there) {
      Bounds seen = sceneToLocal(new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()));
      place(sceneToLocal(target.localToScene(target.getLayoutBounds())), step.isAbove(), seen);
    }
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getLayoutBounds().getWidth() > 0;
  }

  /** Beside what it speaks of; where there is no room, as in a scrolled window, over it, and all of it in sight. */
  private void place(Bounds of, boolean wanted, Bounds seen) {
    card.applyCss();
    double height = card.prefHeight(WIDTH);
    double middle = (of.getMinX() + of.getMaxX()) / 2;
    double x = inSight(middle - WIDTH / 2, seen.getMinX(), seen.getMaxX() - WIDTH);
    boolean above =
        of.getMinY() - ARROW - height > seen.getMinY() + EDGE
            && (wanted || of.getMaxY() + ARROW + height > seen.getMaxY() - EDGE);
    double beside = above ? of.getMinY() - ARROW - height : of.getMaxY() + ARROW;
    double y = inSight(beside, seen.getMinY(), seen.getMaxY() - height);
    arrow.setVisible(y == beside);
    card.resizeRelocate(x, y, WIDTH, height);
    card.layout(); // this pulse's layout is over, and what is drawn next would show the sentences
    // in no width
    double tip = above ? of.getMinY() - 1 : of.getMaxY() + 1;
    double base = above ? tip - ARROW : tip + ARROW;
    double at = Math.max(x + 2 * ARROW, Math.min(x + WIDTH - 2 * ARROW, middle));
    List<Double> corners = List.of(at, tip, at - ARROW, base, at + ARROW, base);
    // The same corners set again would ask for another pulse, and so for ever.
    if (!arrow.getPoints().equals(corners)) {
      arrow.getPoints().setAll(corners);
    }
  }

  private static double inSight(double wanted, double least, double most) {
    return Math.max(least + EDGE, Math.min(most - EDGE, wanted));
  }
}
