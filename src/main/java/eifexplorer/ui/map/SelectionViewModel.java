package eifexplorer.ui.map;

import eifexplorer.export.Columns;
import eifexplorer.export.NamedRows;
import eifexplorer.job.Lane;
import eifexplorer.projection.Layout;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.screen.Navigation;
import eifexplorer.ui.screen.Request;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** The images that were picked out of the map, and what is done with them. */
public final class SelectionViewModel {
  private final FxJobs jobs;
  private final MarksViewModel marks;
  private final NoticesViewModel notices;
  private final Navigation navigation;
  private final LatestJob<Picked> selected;
  private @Nullable MapImages images;

  /** Nothing picked. */
  SelectionViewModel(
      FxJobs jobs, MarksViewModel marks, NoticesViewModel notices, Navigation navigation) {
    this.jobs = jobs;
    this.marks = marks;
    this.notices = notices;
    this.navigation = navigation;
    selected = new LatestJob<>(jobs);
  }

  /** What is picked; null if nothing is. */
  public ReadOnlyObjectProperty<Picked> selectedProperty() {
    return selected.valueProperty();
  }

  /** True while the points of a lasso are looked for. */
  public ReadOnlyBooleanProperty busyProperty() {
    return selected.busyProperty();
  }

  void show(MapImages newImages) {
    images = newImages;
    clear();
  }

  /**
   * Picks the points of a region that are on the map.
   *
   * @param shown which are, as it was when the lasso was drawn
   */
  void pick(PlaneRegion region, Layout layout, IntPredicate shown) {
    MapImages of = images;
    if (of != null) {
      selected.askQuietly(
          Texts.of("Pick points"),
          Lane.DRAWING,
          context -> Picked.of(of, IntStream.of(region.points(layout)).filter(shown).toArray()));
    }
  }

  /** Picks nothing. */
  public void clear() {
    selected.clear();
  }

  /** What is picked, or nothing. */
  public Picked now() {
    Picked of = selected.valueProperty().get();
    return of == null ? Picked.NONE : of;
  }

  /** What is picked, in words. */
  public String text() {
    Picked picked = now();
    return picked.isEmpty()
        ? Texts.of("Nothing picked")
        : Texts.of(
            "{0}: {1} training, {2} test",
            Texts.count(picked.size(), "image", "images"),
            Texts.count(picked.trainCount()),
            Texts.count(picked.size() - picked.trainCount()));
  }

  /** Whether training images are picked, which alone can be flagged and reviewed. */
  public boolean hasTraining() {
    return now().trainCount() > 0;
  }

  private static Set<String> trainingPaths(MapImages of, Picked what) {
    return what.training()
        .mapToObj(point -> of.sample(point).path())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether all training images that are picked are flagged, so that the flags would be taken away. */
  public boolean isFlagged() {
    MapImages of = images;
    Set<String> flagged = marks.flagged();
    // Asked with every flag: the first image without one ends it.
    return of != null
        && hasTraining()
        && now().training().allMatch(point -> flagged.contains(of.sample(point).path()));
  }

  /** Does something with what is gathered of what is picked, in a job since that may be as much as the map has. */
  private <T> void gather(BiFunction<MapImages, Picked, T> gathered, Consumer<T> then) {
    MapImages of = images;
    Picked what = now();
    if (of != null && !what.isEmpty()) {
      jobs.startQuietly(
          Texts.of("Gather what is picked"),
          Lane.DRAWING,
          context -> gathered.apply(of, what),
          Outcome.of(then, notices::show));
    }
  }

  /** Calls what is to be done when a flag is set or taken away. */
  void whenFlagged(Runnable then) {
    marks.flagChangesProperty().addListener((value, old, now) -> then.run());
  }

  /** Flags the training images that are picked; if all are flagged, takes the flags away. */
  public void toggleFlags() {
    if (hasTraining()) {
      boolean set = !isFlagged();
      gather(SelectionViewModel::trainingPaths, paths -> flag(paths, set));
    }
  }

  private void flag(Set<String> paths, boolean set) {
    marks.flag(paths, set);
    notices.info(
        Texts.count(paths.size(), "training image ", "training images ")
            + (set ? Texts.of("flagged.") : Texts.of("no longer flagged.")));
  }

  /** Has the training images that are picked alone in the queue of the review. */
  public void review() {
    if (hasTraining()) {
      gather(
          SelectionViewModel::trainingPaths,
          paths -> navigation.ask(new Request.ReviewOnly(paths)));
    }
  }

  /** Lists the pairs that touch what is picked, in Explore. */
  public void explore() {
    gather(SelectionViewModel::pairsTouching, navigation::ask);
  }

  private static Request.ShowPairsTouching pairsTouching(MapImages of, Picked what) {
    Map<Boolean, Set<Integer>> bySplit =
        what.points()
            .boxed()
            .collect(
                Collectors.partitioningBy(
                    of::isTrain, Collectors.mapping(of::index, Collectors.toSet())));
    return new Request.ShowPairsTouching(
        bySplit.getOrDefault(false, Set.of()),
        bySplit.getOrDefault(true, Set.of()),
        Texts.count(what.size(), "image of the map", "images of the map"));
  }

  /** Writes the list of what is picked to a {@code .csv} or {@code .json} file. */
  public void export(Path file) {
    MapImages of = images;
    Picked what = now();
    if (of == null || what.isEmpty()) {
      return;
    }
    jobs.start(
        Texts.of("Export what is picked"),
        Lane.IO,
        context -> {
          rows(of, what).write(file);
          return file;
        },
        Outcome.of(
            written ->
                notices.info(
                    Texts.of(
                        "{0} written to {1}",
                        Texts.count(what.size(), "image", "images"), written)),
            notices::show));
  }

  private static NamedRows rows(MapImages images, Picked what) {
    return new Columns<Integer>()
        .with("split", point -> images.isTrain(point) ? "train" : "test")
        .with("index", images::index)
        .with("path", point -> images.sample(point).path())
        .with("class", point -> images.className(images.label(point)))
        .rows(what.points().boxed().toList());
  }
}
