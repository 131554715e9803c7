package eifexplorer.ui.map;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.projection.Layout;
import eifexplorer.projection.PlaneTree;
import eifexplorer.projection.PlaneView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.ScreenContext;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The Map screen: the images of a session in the plane, which part of it is seen, and what was pointed at. */
public final class MapViewModel {
  /** No point. */
  public static final int NONE = PlaneTree.NONE;

  private static final double POINTER = 10;
  private static final double PAIR_SHARE = 0.45;
  private static final double NEAREST_ZOOM = 6;

  private final ScreenContext context;
  private final LayoutViewModel layout;
  private final ColourViewModel colours;
  private final PairLinesViewModel lines;
  private final SelectionViewModel selection;
  private final BlendViewModel blend;
  private final ReadOnlyObjectWrapper<MapImages> images = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ShownMap> shown = new ReadOnlyObjectWrapper<>();
  private final CameraViewModel camera = new CameraViewModel();
  private final ObjectProperty<MapTool> tool = new SimpleObjectProperty<>(MapTool.MOVE);
  private final IntegerProperty hovered = new SimpleIntegerProperty(NONE);
  private final ReadOnlyObjectWrapper<Knot> hoveredKnot = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty chosen = new SimpleIntegerProperty(NONE);
  private final ObjectProperty<MapPanel> panel = new SimpleObjectProperty<>(MapPanel.PAIR);
  private @Nullable Runnable waiting;

  /** Goes to what the view was sent to last, wherever that lies now. */

  /** A screen without a session yet. */
  public MapViewModel(ScreenContext context, MapServices services) {
    this.context = context;
    layout = new LayoutViewModel(context.jobs(), services.maps(), camera::another);
    colours = new ColourViewModel(context.jobs(), services, layout.qualityProperty());
    lines = new PairLinesViewModel(context.jobs(), context.openPair());
    selection =
        new SelectionViewModel(
            context.jobs(), context.marks(), context.notices(), context.navigation());
    blend = new BlendViewModel(context.jobs(), services);
    layout.shownProperty().addListener((value, old, now) -> display());
    layout.keptProperty().addListener((value, old, now) -> blend.show(now));
    blend.shownProperty().addListener((value, old, now) -> display());
    shown.addListener((value, old, now) -> arrived(now));
    lines.pairProperty().addListener((value, old, now) -> pairChanged());
    selection
        .selectedProperty()
        .addListener(
            (value, old, now) -> {
              colours.stress(selection.now());
              if (!selection.now().isEmpty()) {
                panel.set(MapPanel.PICKED);
              }
            });
  }

  /** What is shown beside the map. */
  public ObjectProperty<MapPanel> panelProperty() {
    return panel;
  }

  /** The layout. */
  public LayoutViewModel layout() {
    return layout;
  }

  /** The colours and the legend. */
  public ColourViewModel colours() {
    return colours;
  }

  /** The pair that is looked at. */
  public PairLinesViewModel lines() {
    return lines;
  }

  /** What was lassoed. */
  public SelectionViewModel selection() {
    return selection;
  }

  /** Before and after. */
  public BlendViewModel blend() {
    return blend;
  }

  /** What the points are; null before the first session. */
  public ReadOnlyObjectProperty<MapImages> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** What is drawn; null if there is nothing yet. */
  public ReadOnlyObjectProperty<ShownMap> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Which part is seen. */
  public CameraViewModel camera() {
    return camera;
  }

  /** What dragging does. */
  public ObjectProperty<MapTool> toolProperty() {
    return tool;
  }

  /** The point under the pointer; {@link #NONE} if there is none. */
  public IntegerProperty hoveredProperty() {
    return hovered;
  }

  /** The knot under the pointer; null if there is none. A point under it is not told of, as a click goes to the knot. */
  public ReadOnlyObjectProperty<Knot> hoveredKnotProperty() {
    return hoveredKnot.getReadOnlyProperty();
  }

  /** Nothing is under the pointer. */
  public void pointAway() {
    hovered.set(NONE);
    hoveredKnot.set(null);
  }

  /** The point that was clicked at or located; {@link #NONE} if none is. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** Shows another session; its map is looked for once the screen is in sight. */
  public void show(MapImages newImages) {
    waiting = null;
    pointAway();
    chosen.set(NONE);
    camera.begin();
    // Before anybody is told of the images: what is known of the map before is not of them.
    layout.show(newImages);
    lines.show(newImages);
    images.set(newImages);
    blend.show(newImages);
    colours.show(newImages);
    selection.show(newImages);
  }

  /** The screen is in sight. */
  public void enter() {
    layout.enter();
  }

  private void display() {
    ShownMap blended = blend.shownProperty().get();
    ShownMap own = layout.shownProperty().get();
    shown.set(blended == null || own == null ? own : blended);
  }

  private void arrived(@Nullable ShownMap now) {
    camera.show(now);
    if (now == null) {
      return;
    }
    if (waiting != null) {
      Runnable then = waiting;
      waiting = null;
      then.run();
    } else if (blend.shownProperty().get() == null) {
      // While a map is laid out all of it moves: what was gone to stays in sight.
      camera.aimAgain();
    }
  }

  /** The pointer is at a pixel of a map. */
  public void point(@Nullable ShownMap map, double px, double py) {
    Optional<Knot> knot = knotAt(map, px, py);
    hoveredKnot.set(knot.orElse(null));
    hovered.set(knot.isPresent() ? NONE : pointAt(map, px, py));
  }

  /** The point at a pixel of a map, or near it; {@link #NONE} if there is none. */
  public int pointAt(@Nullable ShownMap map, double px, double py) {
    PlaneView at = camera.viewProperty().get();
    return map == null
        ? NONE
        : map.nearest(at.x(px), at.y(py), POINTER / at.scale(), colours::isShown);
  }

  /**
   * A click at a pixel of a map: opens the pair of a confused image, chooses any other, or opens the class pair of a knot.
   */
  public void click(@Nullable ShownMap map, double px, double py) {
    Optional<Knot> knot = knotAt(map, px, py);
    int point = pointAt(map, px, py);
    if (knot.isPresent()) {
      open(knot.get());
    } else {
      choose(point);
    }
  }

  /** Chooses a point; that of a confused image opens its pair. */
  public void choose(int point) {
    chosen.set(point);
    MapImages of = images.get();
    if (point != NONE && of != null) {
      panel.set(MapPanel.PAIR);
      of.pair(point).map(MapImages::asked).ifPresent(lines::open);
    }
  }

  /** The knot at a pixel of a map, while all pairs are drawn. */
  public Optional<Knot> knotAt(@Nullable ShownMap map, double px, double py) {
    if (!lines.allPairsProperty().get() || map == null) {
      return Optional.empty();
    }
    PlaneView at = camera.viewProperty().get();
    return Knot.withDisc(map.knots(), at).stream()
        .filter(knot -> Math.hypot(at.px(knot.x()) - px, at.py(knot.y()) - py) <= knot.radius())
        .findFirst();
  }

  /** Lists the pairs of a class pair in Explore. */
  public void open(Knot knot) {
    MapImages of = images.get();
    if (of != null) {
      context
          .navigation()
          .ask(
              new Request.ShowPairsBeginning(
                  knot.pairs().stream().map(ConfusionPair::wrong).collect(Collectors.toSet()),
                  Texts.of(
                      "{0} and {1}", of.className(knot.first()), of.className(knot.second()))));
    }
  }

  /** Opens what is chosen on the screen where it is looked at: a pair in Explore, a training image in Review. */
  public void openChosen() {
    MapImages of = images.get();
    int point = chosen.get();
    if (of != null && point != NONE && of.isTrain(point)) {
      context.navigation().ask(new Request.Relabel(of.index(point)));
    } else {
      openPair();
    }
  }

  /** Shows the pair that is looked at in Explore. */
  public void openPair() {
    TestPair pair = lines.pairProperty().get();
    if (pair != null) {
      context.navigation().ask(new Request.ShowPair(pair));
    }
  }

  /** Flags the chosen training image, else those picked, or takes the flags away. */
  public void toggleFlag() {
    MapImages of = images.get();
    int point = chosen.get();
    if (of != null && point != NONE && of.isTrain(point)) {
      context.marks().flag(of.sample(point).path(), !isFlagged(point));
    } else if (selection.hasTraining()) {
      selection.toggleFlags();
    }
  }

  /** Whether an image is flagged. */
  boolean isFlagged(int point) {
    MapImages of = images.get();
    return of != null && context.marks().flagged().contains(of.sample(point).path());
  }

  /** Goes to a point, once there is a map. */
  public void locate(int point) {
    if (shown.get() == null) {
      waiting = () -> locate(point);
      return;
    }
    MapImages of = images.get();
    if (of != null && point >= 0 && point < of.size()) {
      colours.splitProperty().set(ShownSplit.BOTH);
      colours.hidden().remove(of.label(point));
      chosen.set(point);
      of.pair(point).map(MapImages::asked).ifPresent(lines::open);
      camera.aim(() -> goToPoint(point));
    }
  }

  private void goToPoint(int point) {
    Layout at = shown.get().layout();
    camera.go(
        at.x(point),
        at.y(point),
        Math.max(camera.viewProperty().get().scale(), camera.wholeScale() * NEAREST_ZOOM));
  }

  /** Goes to a point that moved, so that both where it was and where it is are seen. */
  public void locateMoved(int point) {
    ComparedMaps both = blend.comparedProperty().get();
    locate(point);
    if (both != null && point >= 0 && point < both.after().layout().size()) {
      camera.aim(() -> goTo(both.before().layout(), point, both.after().layout(), point, true));
    }
  }

  /** Goes to the pair that is looked at, once there is a map. */
  public void locatePair() {
    if (shown.get() == null) {
      waiting = this::locatePair;
    } else {
      chosen.set(NONE);
      camera.aim(() -> goToPair(true));
    }
  }

  /** Walks to the next pair of the list, or the one before; the view goes along, nearer than the whole map. */
  public void walk(int by) {
    boolean whole = camera.isWhole();
    lines.step(by);
    if (whole && shown.get() != null) {
      camera.aim(() -> goToPair(true));
    }
  }

  private void pairChanged() {
    if (shown.get() != null && !camera.isWhole()) {
      camera.aim(() -> goToPair(false));
    }
  }

  /** The pair in the middle; nearer if that is asked for, and far enough to see both of its images. */
  private void goToPair(boolean nearer) {
    lines
        .ends()
        .ifPresent(
            ends -> {
              Layout at = shown.get().layout();
              goTo(at, ends[0], at, ends[1], nearer);
            });
  }

  private void goTo(Layout one, int a, Layout other, int b, boolean nearer) {
    PlaneView now = camera.viewProperty().get();
    double room = PAIR_SHARE * Math.min(now.width(), now.height());
    double apart = Math.hypot(other.x(b) - one.x(a), other.y(b) - one.y(a));
    double most = room / Math.max(apart, 1e-9);
    double wished = nearer ? camera.wholeScale() * NEAREST_ZOOM : now.scale();
    camera.go(
        (one.x(a) + other.x(b)) / 2,
        (one.y(a) + other.y(b)) / 2,
        Math.min(Math.max(wished, camera.wholeScale()), Math.max(most, camera.wholeScale())));
  }

  /** Picks the points in a region of a map; keys are for them then, and no longer for the point that was chosen. */
  public void pick(@Nullable ShownMap map, PlaneRegion region) {
    PointColours look = colours.now();
    if (map != null && look != null) {
      chosen.set(NONE);
      selection.pick(region, map.layout(), look::isShown);
    }
  }

  /** What is said of a knot. */
  public String text(Knot knot) {
    MapImages of = images.get();
    return of == null ? "" : knot.text(of);
  }

  /** What is said of a point. */
  public String text(int point) {
    MapImages of = images.get();
    if (of == null || point == NONE) {
      return "";
    }
    String flag = isFlagged(point) ? Texts.of(" · flagged") : "";
    return of.name(point) + " · " + of.className(of.label(point)) + layout.keptText(point) + flag;
  }
}
