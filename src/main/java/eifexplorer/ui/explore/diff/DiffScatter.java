package eifexplorer.ui.explore.diff;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.session.diff.DiffImage;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.ThemeInks;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/**
 * Every changed image's pair by its distance before, to the right, and after, upwards: above the diagonal it came apart,
 * below it together. A click on a point opens the pair.
 */
final class DiffScatter extends Region {
  private static final double TITLE = 18;
  private static final double MARGIN = 8;
  private static final double DOT = 4;
  private static final double RING = 12;
  private static final double REACH = 9;

  /** More would be one blot, and slow to draw. */
  private static final int MOST_DRAWN = 20_000;

  private static final double FAINT = 0.25;

  private final DiffViewModel model;
  private final Canvas canvas = new Canvas();

  private final ThemeInks inks = new ThemeInks(this::draw);
  private final Label upwards = label(Texts.of("▴ after"), "small", "muted");
  private final Label rightwards = label(Texts.of("before ▸"), "small", "muted");
  private final Label range = label("", "small", "mono", "muted");
  private final Tip tip = Tips.on(this, "");
  private List<DiffImage> drawn = List.of();
  private double least;
  private double most = 1;

  DiffScatter(DiffViewModel model) {
    this.model = model;
    setId("diff-scatter");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    rightwards.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(canvas, inks, upwards, rightwards, range);
    setMinSize(160, 160);
    model.resultProperty().addListener((value, old, now) -> show(now));
    model.kindProperty().addListener((value, old, now) -> draw());
    model.chosenProperty().addListener((value, old, now) -> draw());
    setOnMouseMoved(this::pointed);
    setOnMouseClicked(this::clicked);
    show(model.resultProperty().get());
  }

  private void show(@Nullable ComparedModels models) {
    List<DiffImage> all =
        models == null
            ? List.of()
            : models.diff().images().stream().filter(DiffImage::isInBoth).toList();
    int step = Math.max(1, (all.size() + MOST_DRAWN - 1) / MOST_DRAWN);
    drawn = IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
    least = Double.MAX_VALUE;
    most = 0;
    for (DiffImage image : drawn) {
      least = Math.min(least, Math.min(image.distanceBefore(), image.distanceAfter()));
      most = Math.max(most, Math.max(image.distanceBefore(), image.distanceAfter()));
    }
    if (drawn.isEmpty() || most - least < 1e-6) {
      least = Math.max(0, (drawn.isEmpty() ? 0 : least) - 0.5);
      most = least + 1;
    }
    range.setText(
        drawn.isEmpty() ? "" : Texts.of("{0} to {1}", Texts.distance(least), Texts.distance(most)));
    setAccessibleText(
        models == null
            ? ""
            : Texts.of(
                "Distances of {0} before, to the right, and after, upwards",
                Texts.count(all.size(), "pair", "pairs")));
    draw();
  }

  @Override
  protected void layoutChildren() {
    double side = side();
    canvas.setWidth(side);
    canvas.setHeight(side);
    upwards.resizeRelocate(0, 0, side / 2, TITLE);
    canvas.relocate(0, TITLE);
    range.resizeRelocate(0, TITLE + side, side / 2, TITLE);
    rightwards.resizeRelocate(side / 2, TITLE + side, side / 2, TITLE);
    draw();
  }

  private double side() {
    return Math.max(1, Math.floor(Math.min(getWidth(), getHeight() - 2 * TITLE)));
  }

  @Override
  protected double computePrefHeight(double width) {
    return (width > 0 ? width : 240) + 2 * TITLE;
  }

  private double x(DiffImage image) {
    return place(image.distanceBefore());
  }

  private double y(DiffImage image) {
    return canvas.getHeight() - place(image.distanceAfter());
  }

  private double place(double distance) {
    return MARGIN + (canvas.getWidth() - 2 * MARGIN) * (distance - least) / (most - least);
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    double side = canvas.getWidth();
    g.setGlobalAlpha(1);
    g.clearRect(0, 0, side, side);
    g.setStroke(inks.muted());
    g.setLineWidth(0.5);
    g.strokeRect(0.5, 0.5, side - 1, side - 1);
    g.strokeLine(0, side, side, 0);
    DiffKind listed = model.kindProperty().get();
    for (boolean inFront : new boolean[] {false, true}) {
      g.setGlobalAlpha(inFront ? 1 : FAINT);
      for (DiffImage image : drawn) {
        if ((image.kind() == listed) == inFront) {
          g.setFill(colour(image.kind()));
          g.fillOval(x(image) - DOT / 2, y(image) - DOT / 2, DOT, DOT);
        }
      }
    }
    g.setGlobalAlpha(1);
    DiffImage chosen = model.chosenProperty().get();
    if (chosen != null && chosen.isInBoth()) {
      g.setLineWidth(1.5);
      g.strokeOval(x(chosen) - RING / 2, y(chosen) - RING / 2, RING, RING);
    }
  }

  private Paint colour(DiffKind kind) {
    return switch (kind) {
      case FIXED -> inks.helpful();
      case NEW -> inks.harmful();
      case STILL -> inks.muted();
    };
  }

  /** The point under the pointer, one of the listed kind before the others; null if none is near. */
  private @Nullable DiffImage at(MouseEvent event) {
    DiffImage best = null;
    double nearest = REACH;
    for (DiffImage image : drawn) {
      double away =
          Math.hypot(x(image) - event.getX(), y(image) - (event.getY() - TITLE))
              + (image.kind() == model.kindProperty().get() ? 0 : REACH / 2);
      if (away < nearest) {
        nearest = away;
        best = image;
      }
    }
    return best;
  }

  private void pointed(MouseEvent event) {
    DiffImage image = at(event);
    setCursor(image == null ? Cursor.DEFAULT : Cursor.HAND);
    tip.setText(
        image == null
            ? Texts.of("Distance of each changed pair before and after; a click opens the pair")
            : image.kind().title() + ": " + model.item(image).spoken());
  }

  private void clicked(MouseEvent event) {
    DiffImage image = at(event);
    if (image != null) {
      model.openPair(image);
    }
  }
}
