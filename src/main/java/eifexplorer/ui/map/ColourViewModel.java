package eifexplorer.ui.map;

import eifexplorer.job.Lane;
import eifexplorer.projection.ClassColours;
import eifexplorer.projection.MapQuality;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
  private static final int GREY_DARK = 0xff3d444d;
  private static final int GREY_LIGHT = 0xffc8ced5;
  private static final int TRAIN_DARK = 0xff58a6ff;
  private static final int TRAIN_LIGHT = 0xff0969da;
  private static final int TEST_DARK = 0xffe3b341;
  private static final int TEST_LIGHT = 0xff9a6700;

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
  private List<ClassEntry> entries = List.of();

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

  /** Changes whenever {@link #colours} may say something else. */
  public ReadOnlyLongProperty looksProperty() {
    return looks.getReadOnlyProperty();
  }

  /** True while the values are computed. */
  public ReadOnlyBooleanProperty busyProperty() {
    return values.busyProperty();
  }

  /** Why there are no values; empty if nothing went wrong. */
  public String troubleText() {
    return values.failureProperty().get() == null ? "" : values.failureProperty().get().message();
  }

  void show(MapImages newImages) {
    images = newImages;
    hidden.clear();
    chosen.clear();
    values.clear();
    Map<Integer, Integer> counts = new TreeMap<>();
    int[] labels = newImages.labels();
    int[] ofLabel = new int[IntStream.of(labels).max().orElse(0) + 1];
    IntStream.of(labels).forEach(label -> ofLabel[label]++);
    IntStream.range(0, ofLabel.length)
        .filter(label -> ofLabel[label] > 0)
        .forEach(label -> counts.put(label, ofLabel[label]));
    entries =
        counts.entrySet().stream()
            .map(
                entry ->
                    new ClassEntry(
                        entry.getKey(), newImages.className(entry.getKey()), entry.getValue()))
            .sorted(
                Comparator.comparingInt(ClassEntry::count)
                    .reversed()
                    .thenComparing(ClassEntry::label))
            .toList();
    list();
    ask();
  }

  private void list() {
    String part = search.get().strip().toLowerCase(Locale.ROOT);
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
        "Colour the map by " + wanted.title().toLowerCase(Locale.ROOT),
        Lane.BACKGROUND,
        context -> new Values(wanted, computed.of(wanted, of, known, context)));
  }

  private void looksChanged() {
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
    MapImages of = images;
    return of != null && split.get().shows(of.isTrain(point)) && !hidden.contains(of.label(point));
  }

  /** The colours of all points [n], 0xAARRGGBB; 0 for those that are not on the map. */
  public int[] colours() {
    MapImages of = images;
    if (of == null) {
      return new int[0];
    }
    Values known = values.valueProperty().get();
    double[] numbers = known != null && known.by() == by.get() ? known.values() : new double[0];
    int[] colours = new int[of.size()];
    Arrays.setAll(colours, point -> isShown(point) ? colour(of, point, numbers) : 0);
    return colours;
  }

  private int colour(MapImages of, int point, double[] numbers) {
    int grey = dark.get() ? GREY_DARK : GREY_LIGHT;
    if (!chosen.isEmpty() && !chosen.contains(of.label(point))) {
      return grey;
    }
    return switch (by.get()) {
      case CLASS -> classColour(of.label(point));
      case SPLIT -> splitColour(of.isTrain(point));
      default -> {
        double value = point < numbers.length ? numbers[point] : Double.NaN;
        if (Double.isNaN(value) || (by.get() == Colouring.REVISION && value == 0)) {
          yield grey;
        }
        yield by.get() == Colouring.REVISION ? splitColour(false) : scaleColour(value);
      }
    };
  }

  /** The colour of a class. */
  public int classColour(int label) {
    return ClassColours.of(label, dark.get());
  }

  /** The colour of a split. */
  public int splitColour(boolean train) {
    if (train) {
      return dark.get() ? TRAIN_DARK : TRAIN_LIGHT;
    }
    return dark.get() ? TEST_DARK : TEST_LIGHT;
  }

  /** The colour of a value; its high end stands out from the ground. */
  public int scaleColour(double share) {
    return ClassColours.scale(dark.get() ? 0.15 + 0.85 * share : 0.92 * (1 - share));
  }
}
