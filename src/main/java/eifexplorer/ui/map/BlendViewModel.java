package eifexplorer.ui.map;

import eifexplorer.job.Lane;
import eifexplorer.projection.KeptMap;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The same images in two layouts: another map, model or epoch before, this session's map after; one blended into the other,
 * or both side by side; and what moved.
 */
public final class BlendViewModel {
  private static final String NOT_YET =
      Texts.of("This model's map can be compared with others once it is laid out.");

  private final MapComparison comparison;
  private final DoubleProperty share = new SimpleDoubleProperty(1);
  private final BooleanProperty sideBySide = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<ShownMap> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ShownMap> beside = new ReadOnlyObjectWrapper<>();
  private final ObservableList<MapChoice> choices = FXCollections.observableArrayList();
  private final LatestJob<List<MapChoice>> known;
  private final LatestJob<ComparedMaps> compared;
  private final LatestJob<ShownMap> between;
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(NOT_YET);
  private @Nullable MapImages images;
  private @Nullable KeptMap after;

  /** Nothing to compare yet. */
  BlendViewModel(FxJobs jobs, MapServices services) {
    comparison = new MapComparison(services.maps(), services.opener());
    known = new LatestJob<>(jobs);
    compared = new LatestJob<>(jobs);
    between = new LatestJob<>(jobs);
    known
        .valueProperty()
        .addListener(
            (value, old, now) -> {
              choices.setAll(now == null ? List.of() : now);
              sayWhatCanBeCompared();
            });
    known.busyProperty().addListener((value, old, now) -> sayWhatCanBeCompared());
    compared.valueProperty().addListener((value, old, now) -> display());
    share.addListener((value, old, now) -> display());
    sideBySide.addListener((value, old, now) -> display());
    between
        .valueProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null) {
                shown.set(now);
              }
            });
  }

  /** How far from before, 0, to after, 1. */
  public DoubleProperty shareProperty() {
    return share;
  }

  /** Whether both are shown beside each other, rather than one blended into the other. */
  public BooleanProperty sideBySideProperty() {
    return sideBySide;
  }

  /** What is shown in place of the session's map; null without a comparison. */
  public ReadOnlyObjectProperty<ShownMap> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The map before, to be shown beside; null unless both are shown so. */
  public ReadOnlyObjectProperty<ShownMap> besideProperty() {
    return beside.getReadOnlyProperty();
  }

  /** What can be compared with. */
  public ObservableList<MapChoice> choices() {
    return choices;
  }

  /** The comparison; null if there is none. */
  public ReadOnlyObjectProperty<ComparedMaps> comparedProperty() {
    return compared.valueProperty();
  }

  /** True while it is made. */
  public ReadOnlyBooleanProperty busyProperty() {
    return compared.busyProperty();
  }

  /** Why there is none; empty if nothing went wrong. */
  public String troubleText() {
    return compared.failureProperty().get() == null
        ? ""
        : compared.failureProperty().get().message();
  }

  void show(MapImages newImages) {
    images = newImages;
    after = null;
    close();
    known.clear();
    choices.clear();
    sayWhatCanBeCompared();
  }

  /** The session's own map is there, or another one. */
  void show(@Nullable KeptMap newAfter) {
    after = newAfter;
    close();
    list();
    sayWhatCanBeCompared();
  }

  private void list() {
    MapImages of = images;
    KeptMap now = after;
    if (now != null && of != null) {
      known.askQuietly(Texts.of("List the maps"), Lane.IO, context -> comparison.choices(of, now));
    }
  }

  /** Compares with something, which is laid out first if it is not yet. */
  public void compare(MapChoice with) {
    MapImages of = images;
    KeptMap now = after;
    if (of != null && now != null) {
      share.set(1);
      compared.ask(
          Texts.of("Compare maps"),
          Lane.QUESTION,
          context -> comparison.compare(of, now, with, context));
    }
  }

  /** Compares with nothing. */
  public void close() {
    compared.clear();
    share.set(1);
  }

  /** The places at once; a tree to point at them by when the slider rests. */
  private void display() {
    ComparedMaps both = compared.valueProperty().get();
    between.clear();
    beside.set(both != null && sideBySide.get() ? both.before() : null);
    if (both == null) {
      shown.set(null);
      return;
    }
    ShownMap now =
        sideBySide.get() ? both.after() : both.before().towards(both.after(), share.get());
    shown.set(now);
    if (now.tree().isEmpty()) {
      between.askQuietly(
          Texts.of("Find the points between"), Lane.COMPUTE, context -> now.searchable());
    }
  }

  /** What a comparison is, or why none can be made yet; empty while that is not known. */
  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  private void sayWhatCanBeCompared() {
    if (after == null) {
      hint.set(NOT_YET);
    } else {
      hint.set(known.busyProperty().get() ? "" : comparable());
    }
  }

  private String comparable() {
    return choices.isEmpty()
        ? Texts.of(
            "There is no other map or model in this workspace to compare with, and the model's run"
                + " kept no earlier epochs.")
        : Texts.of(
            "Compares this map with one of another model, of an earlier epoch or of other labels."
                + " One that is not laid out yet begins from this map's places.");
  }

  /** The comparison in words; empty if there is none. */
  public String text() {
    ComparedMaps of = compared.valueProperty().get();
    return of == null
        ? ""
        : Texts.of(
            "{0} in both · mean movement {1} of the map's spread",
            Texts.count(of.common(), "image", "images"), Texts.percent(of.mean()));
  }
}
