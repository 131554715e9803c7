package eifexplorer.ui.explore.inspector;

import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImagePlaces;
import eifexplorer.session.LocatedImage;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.photo.HeatMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Where the model looks in the pair on the screen and in the chosen training image; asked for only while it is shown. */
public final class LookViewModel {
  private final ImagePlaces places;
  private final LatestJob<List<LocatedImage>> job;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<LookTarget> target =
      new SimpleObjectProperty<>(LookTarget.EACH_OTHER);
  private final ObjectProperty<Optional<PointedPlace>> pointed =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Look> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<HeatMap> trainingMap = new ReadOnlyObjectWrapper<>();
  private @Nullable ExplorerSession session;
  private @Nullable PairItem pair;
  private OptionalInt training = OptionalInt.empty();

  /** A place of one of the photographs, counted row by row. */
  public record PointedPlace(PairMember member, int place) {}

  /** Nothing to look at yet, and closed. */
  LookViewModel(FxJobs jobs, ImagePlaces places) {
    this.places = places;
    job = new LatestJob<>(jobs);
    open.addListener((value, old, now) -> ask());
    target.addListener((value, old, now) -> showFound());
    job.valueProperty().addListener((value, old, now) -> showFound());
    shown.addListener((value, old, now) -> showTrainingMap());
    pointed.addListener((value, old, now) -> showTrainingMap());
  }

  /** Whether it is shown. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** What the photographs are held against. */
  public ObjectProperty<LookTarget> targetProperty() {
    return target;
  }

  /** The place that is pointed at: the other photograph shows what it has in common with that. */
  public ObjectProperty<Optional<PointedPlace>> pointedProperty() {
    return pointed;
  }

  /** What is drawn; null while it is closed or not known. */
  public ReadOnlyObjectProperty<Look> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What is drawn over the training image; null for nothing, as while a place of the pair is pointed at. */
  public ReadOnlyObjectProperty<HeatMap> trainingMapProperty() {
    return trainingMap.getReadOnlyProperty();
  }

  /** True while the network runs, or waits for the engine. */
  public ReadOnlyBooleanProperty busyProperty() {
    return job.busyProperty();
  }

  /** Why nothing is drawn; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return job.failureProperty();
  }

  /** Turns to another session. */
  void show(ExplorerSession newSession) {
    session = newSession;
    training = OptionalInt.empty();
    showPair(null);
  }

  /** Turns to another pair, or none. */
  void showPair(@Nullable PairItem newPair) {
    pair = newPair;
    job.clear();
    ask();
  }

  /** Turns to another training image, or none. */
  public void showTraining(OptionalInt trainIndex) {
    training = trainIndex;
    ask();
  }

  /** Asks again, after a failure. */
  public void retry() {
    job.retry();
  }

  private void ask() {
    ExplorerSession of = session;
    if (!open.get() || of == null || pair == null) {
      job.clear();
      return;
    }
    List<ImagePlaces.Of> images = new ArrayList<>();
    images.add(new ImagePlaces.Of(false, pair.pair().wrong()));
    images.add(new ImagePlaces.Of(false, pair.pair().confusedWith()));
    training.ifPresent(index -> images.add(new ImagePlaces.Of(true, index)));
    job.ask(
        Texts.of("Where the model looks"),
        Lane.ENGINE,
        context -> places.find(of, images, context));
  }

  private void showTrainingMap() {
    Look now = shown.get();
    boolean all = now != null && pointed.get().isEmpty();
    trainingMap.set(all ? now.trainingMap().orElse(null) : null);
  }

  private void showFound() {
    List<LocatedImage> found = job.valueProperty().get();
    pointed.set(Optional.empty());
    shown.set(
        found == null
            ? null
            : Look.of(
                found.get(0), found.get(1), found.stream().skip(2).findFirst(), target.get()));
  }
}
