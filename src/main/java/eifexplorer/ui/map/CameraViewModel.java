package eifexplorer.ui.map;

import eifexplorer.projection.Layout;
import eifexplorer.projection.PlaneView;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which part of the map is seen: all of it until somebody moves it. */
public final class CameraViewModel {
  private static final double MARGIN = 48;
  private static final double LEAST = 0.25;

  /** Beyond that a million points are far apart, and one is easily lost. */
  private static final double MOST = 1000;

  private final ObjectProperty<PlaneView> view =
      new SimpleObjectProperty<>(new PlaneView(0, 0, 1, 1, 1));
  private final ReadOnlyObjectWrapper<PlaneView> target = new ReadOnlyObjectWrapper<>();
  private @Nullable ShownMap map;
  private double wholeScale = 1;
  private boolean untouched = true;
  private boolean aimed;
  private Runnable aim = () -> {};

  /** Nothing is seen yet. */
  CameraViewModel() {}

  /** Which part is seen. */
  public ObjectProperty<PlaneView> viewProperty() {
    return view;
  }

  /** Where the view is to go, smoothly; null if it may stay. */
  public ReadOnlyObjectProperty<PlaneView> targetProperty() {
    return target.getReadOnlyProperty();
  }

  /** Another session: the whole of its map is seen when it comes. */
  void begin() {
    untouched = true;
    aimed = false;
  }

  /** Another map is made: the part that was looked at is elsewhere in it, so the whole is seen, or what was gone to. */
  void another() {
    untouched |= !aimed;
  }

  /** Another layout is there; the whole of it is seen unless somebody looks at a part of one as large. */
  void show(@Nullable ShownMap newMap) {
    ShownMap before = map;
    map = newMap;
    if (newMap != null) {
      if (untouched || before == null || before.layout().size() != newMap.layout().size()) {
        fit();
      }
      wholeScale = whole(newMap).scale();
    }
  }

  private PlaneView whole(ShownMap of) {
    return PlaneView.all(of.layout(), view.get().width(), view.get().height(), MARGIN);
  }

  /** The picture has another size. */
  public void resize(double width, double height) {
    view.set(view.get().resized(Math.max(1, width), Math.max(1, height)));
    if (map != null) {
      wholeScale = whole(map).scale();
      if (untouched) {
        fit();
      }
      // How near a place is gone to follows from the size, which a picture that was never seen has
      // not.
      aimAgain();
    }
  }

  /** Shows the whole map. */
  public void fit() {
    if (map != null) {
      target.set(null);
      view.set(whole(map));
      untouched = true;
      aimed = false;
    }
  }

  /** Whether the whole map is seen, as nobody moved it. */
  boolean isWhole() {
    return untouched;
  }

  /** Goes somewhere by {@link #go}, and again when the picture or the map changes, until somebody moves the view. */
  void aim(Runnable going) {
    aim = going;
    going.run();
  }

  /** Goes again where the view was sent, unless somebody moved it since. */
  void aimAgain() {
    if (aimed) {
      aim.run();
    }
  }

  /** Pixels a unit at which the whole map is seen. */
  double wholeScale() {
    return wholeScale;
  }

  /** How much larger than the whole map the view is; 1 for the whole. */
  public double zoom() {
    return view.get().scale() / wholeScale;
  }

  /** Larger, or smaller, about a pixel. */
  public void zoom(double factor, double px, double py) {
    untouched = false;
    aimed = false;
    target.set(null);
    PlaneView now = view.get();
    double least = Math.min(1, LEAST * wholeScale / now.scale());
    double most = Math.max(1, MOST * wholeScale / now.scale());
    look(now.zoomed(Math.min(most, Math.max(least, factor)), px, py));
  }

  /** The middle stays over the map, so that it cannot be lost. */
  private void look(PlaneView wished) {
    if (map == null || map.layout().size() == 0) {
      view.set(wished);
      return;
    }
    Layout of = map.layout();
    view.set(
        wished.at(
            Math.min(of.right(), Math.max(of.left(), wished.centreX())),
            Math.min(of.top(), Math.max(of.bottom(), wished.centreY())),
            wished.scale()));
  }

  /** Moved with the pointer. */
  public void drag(double right, double down) {
    untouched = false;
    aimed = false;
    target.set(null);
    look(view.get().dragged(right, down));
  }

  /** Goes to a place, smoothly. */
  void go(double x, double y, double scale) {
    untouched = false;
    aimed = true;
    target.set(null);
    target.set(view.get().at(x, y, scale));
  }

  /** The view is at a place on its way; its picture may have another size than when it set out. */
  public void pass(PlaneView place) {
    PlaneView now = view.get();
    view.set(place.resized(now.width(), now.height()));
  }

  /** The view is where it was to go. */
  public void reached() {
    target.set(null);
  }
}
