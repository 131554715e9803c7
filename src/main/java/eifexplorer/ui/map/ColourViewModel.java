package eifexplorer.ui.map;

import eifexplorer.job.Lane;
import eifexplorer.projection.ClassColours;
import eifexplorer.projection.MapQuality;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableObjectValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** How the points are coloured, and which are on the map. */
public final class ColourViewModel {
  private final ObjectProperty<Colouring> by = new SimpleObjectProperty<>(Colouring.CLASS);
  private final ObjectProperty<ShownSplit> split = new SimpleObjectProperty<>(ShownSplit.BOTH);
  private final BooleanProperty dark = new SimpleBooleanProperty(true);
  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableSet<Integer> hidden = FXCollections.observableSet();
  private final ObservableSet<Integer> chosen = FXCollections.observableSet();
  private final ObservableList<ClassEntry> legend = FXCollections.observableArrayList();
  private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
  private final ObservableObjectValue<MapQuality> quality;
  private final LatestJob<Values> values;
  private final PointValues computed;
  private @Nullable MapImages images;
  private @Nullable PointColours now;
  private Picked picked = Picked.NONE;

  /** Values and what they are of. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Values(Colouring by, double[] values) {}

  /** Nothing to colour yet. */
  ColourViewModel(FxJobs jobs, MapServices services, ObservableObjectValue<MapQuality> quality) {
    this.quality = quality;
    values = new LatestJob<>(jobs);
    computed = new PointValues(services);
    by.addListener((value, old, now) -> ask());
    quality.addListener(
        (value, old, now) -> {
          if (by.get() == Colouring.KEPT) {
            ask();
          }
        });
    for (Observable part : new Observable[] {split, dark, values.valueProperty()}) {
      part.addListener(observable -> looksChanged());
    }
    hidden.addListener((SetChangeListener<Integer>) change -> looksChanged());
    chosen.addListener((SetChangeListener<Integer>) change -> looksChanged());
    search.addListener((value, old, now) -> list());
  }

  /** What they are coloured by. */
  public ObjectProperty<Colouring> byProperty() {
    return by;
  }

  /** Which split is on the map. */
  public ObjectProperty<ShownSplit> splitProperty() {
    return split;
  }

  /** Whether the ground is dark. */
  public BooleanProperty darkProperty() {
    return dark;
  }

  /** Part of a class name; the legend lists those that have it. */
  public StringProperty searchProperty() {
    return search;
  }

  /** The classes, those with most points first. */
  public ObservableList<ClassEntry> legend() {
    return legend;
  }

  /** Classes that are not on the map. */
  public ObservableSet<Integer> hidden() {
    return hidden;
  }

  /** Classes that keep their colour while all others are grey; all do if it is empty. */
  public ObservableSet<Integer> chosen() {
    return chosen;
  }

  /** Changes whenever {@link #now} may say something else. */
  public ReadOnlyLongProperty looksProperty() {
    return looks.getReadOnlyProperty();
  }

  /** True while the values are computed. */
  public ReadOnlyBooleanProperty busyProperty() {
    return values.busyProperty();
  }

  /** Why all points are grey: what went wrong, or that there is nothing to see; empty if they are not. */
  public String troubleText() {
    if (values.failureProperty().get() != null) {
      return values.failureProperty().get().message();
    }
    Values known = values.valueProperty().get();
    boolean unchanged =
        known != null
            && known.by() == by.get()
            && by.get() == Colouring.REVISION
            && Arrays.stream(known.values()).noneMatch(value -> value > 0);
    return unchanged ? Texts.of("None is changed: nothing is committed in Review.") : "";
  }

  void show(MapImages newImages) {
    images = newImages;
    hidden.clear();
    chosen.clear();
    picked = Picked.NONE;
    values.clear();
    list();
    ask();
  }

  private void list() {
    String part = search.get().strip().toLowerCase(Locale.ROOT);
    MapImages of = images;
    List<ClassEntry> entries = of == null ? List.of() : of.classes();
    legend.setAll(
        entries.stream()
            .filter(entry -> entry.name().toLowerCase(Locale.ROOT).contains(part))
            .toList());
  }

  private void ask() {
    MapImages of = images;
    Colouring wanted = by.get();
    if (of == null || wanted == Colouring.CLASS || wanted == Colouring.SPLIT) {
      values.clear();
      looksChanged();
      return;
    }
    MapQuality known = quality.get();
    values.ask(
        Texts.of("Colour the map by {0}", Texts.within(wanted.title())),
        Lane.QUESTION,
        context -> new Values(wanted, computed.of(wanted, of, known, context)));
  }

  /** Points that were picked keep their colour while all others are grey; none for all in their colour. */
  void stress(Picked newPicked) {
    picked = newPicked;
    looksChanged();
  }

  private void looksChanged() {
    now = null;
    looks.set(looks.get() + 1);
  }

  /** Takes a class from the map, or puts it there again. */
  public void toggleHidden(int label) {
    if (!hidden.remove(label)) {
      hidden.add(label);
    }
  }

  /** Chooses a class against grey, or drops it. */
  public void toggleChosen(int label) {
    if (!chosen.remove(label)) {
      chosen.add(label);
    }
  }

  /** Has every class on the map, in its colour. */
  public void showAll() {
    hidden.clear();
    chosen.clear();
    split.set(ShownSplit.BOTH);
  }

  /** Whether a point is on the map. */
  public boolean isShown(int point) {
    PointColours of = now();
    return of != null && of.isShown(point);
  }

  /** How the points look now; null before the first session. */
  @Nullable PointColours now() {
    MapImages of = images;
    if (now == null && of != null) {
      Values known = values.valueProperty().get();
      double[] numbers = known != null && known.by() == by.get() ? known.values() : new double[0];
      now =
          new PointColours(of, by.get(), split.get(), dark.get(), hidden, chosen, numbers, picked);
    }
    return now;
  }

  /** The colour of a class. */
  public int classColour(int label) {
    return ClassColours.of(label, dark.get());
  }

  /** The colour of a split. */
  public int splitColour(boolean train) {
    return PointColours.split(train, dark.get());
  }

  /** The colour of a value from 0 to 1. */
  public int scaleColour(double share) {
    return PointColours.scale(share, dark.get());
  }
}
