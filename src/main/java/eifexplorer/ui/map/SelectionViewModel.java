package eifexplorer.ui.map;

import eifexplorer.export.ConfusionFiles;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  private final LatestJob<Selected> selected;
  private @Nullable MapImages images;

  /**
   * What was picked.
   *
   * @param points in order
   * @param classes how many there are of each class, the most first
   */
  public record Selected(List<Integer> points, List<ClassEntry> classes) {
    /** Nothing. */
    static final Selected NONE = new Selected(List.of(), List.of());

    /** Copies the lists. */
    public Selected {
      points = List.copyOf(points);
      classes = List.copyOf(classes);
    }
  }

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
  public ReadOnlyObjectProperty<Selected> selectedProperty() {
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

  /** Picks the points of a region that are on the map. */
  void pick(PlaneRegion region, Layout layout, IntPredicate shown) {
    MapImages of = images;
    if (of != null) {
      // What is on the map may change before the job looks: as it was when the lasso was drawn.
      boolean[] visible = new boolean[of.size()];
      for (int i = 0; i < visible.length; i++) {
        visible[i] = shown.test(i);
      }
      selected.askQuietly(
          "Pick points",
          Lane.DRAWING,
          context -> of(of, IntStream.of(region.points(layout)).filter(i -> visible[i]).toArray()));
    }
  }

  private static Selected of(MapImages images, int[] points) {
    Map<Integer, Integer> counts = new TreeMap<>();
    IntStream.of(points).forEach(point -> counts.merge(images.label(point), 1, Integer::sum));
    List<ClassEntry> classes =
        counts.entrySet().stream()
            .map(
                entry ->
                    new ClassEntry(
                        entry.getKey(), images.className(entry.getKey()), entry.getValue()))
            .sorted(Comparator.comparingInt(ClassEntry::count).reversed())
            .toList();
    return new Selected(IntStream.of(points).boxed().toList(), classes);
  }

  /** Picks nothing. */
  public void clear() {
    selected.clear();
  }

  /** What is picked, or nothing. */
  public Selected now() {
    Selected of = selected.valueProperty().get();
    return of == null ? Selected.NONE : of;
  }

  private List<Integer> training() {
    MapImages of = images;
    return of == null ? List.of() : now().points().stream().filter(of::isTrain).toList();
  }

  /** What is picked, in words. */
  public String text() {
    int all = now().points().size();
    int train = training().size();
    return all == 0
        ? "Nothing picked"
        : Texts.count(all, "image", "images")
            + ": "
            + Texts.count(train)
            + " training, "
            + Texts.count(all - train)
            + " test";
  }

  /** Whether training images are picked, which alone can be flagged and reviewed. */
  public boolean hasTraining() {
    return !training().isEmpty();
  }

  private Set<String> paths(List<Integer> points) {
    MapImages of = images;
    return of == null
        ? Set.of()
        : points.stream().map(point -> of.sample(point).path()).collect(Collectors.toSet());
  }

  /** Flags the training images that are picked; if all are flagged, takes the flags away. */
  public void toggleFlags() {
    Set<String> paths = paths(training());
    boolean set = !marks.flagged().containsAll(paths);
    paths.forEach(path -> marks.flag(path, set));
    if (!paths.isEmpty()) {
      notices.info(
          Texts.count(paths.size(), "training image ", "training images ")
              + (set ? "flagged." : "no longer flagged."));
    }
  }

  /** Has the training images that are picked alone in the queue of the review. */
  public void review() {
    if (hasTraining()) {
      navigation.ask(new Request.ReviewOnly(paths(training())));
    }
  }

  /** Lists the pairs that touch what is picked, in Explore. */
  public void explore() {
    MapImages of = images;
    if (of != null && !now().points().isEmpty()) {
      Map<Boolean, Set<Integer>> bySplit =
          now().points().stream()
              .collect(
                  Collectors.partitioningBy(
                      of::isTrain, Collectors.mapping(of::index, Collectors.toSet())));
      navigation.ask(
          new Request.ShowPairsTouching(
              bySplit.getOrDefault(false, Set.of()),
              bySplit.getOrDefault(true, Set.of()),
              Texts.count(now().points().size(), "image of the map", "images of the map")));
    }
  }

  /** Writes the list of what is picked to a {@code .csv} or {@code .json} file. */
  public void export(Path file) {
    MapImages of = images;
    Selected what = now();
    if (of == null || what.points().isEmpty()) {
      return;
    }
    jobs.start(
        "Export what is picked",
        Lane.IO,
        context -> {
          ConfusionFiles.write(file, rows(of, what));
          return file;
        },
        Outcome.of(
            written ->
                notices.info(
                    Texts.count(what.points().size(), "image", "images")
                        + " written to "
                        + written),
            notices::show));
  }

  private static List<Map<String, Object>> rows(MapImages images, Selected what) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int point : what.points()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("split", images.isTrain(point) ? "train" : "test");
      row.put("index", images.index(point));
      row.put("path", images.sample(point).path());
      row.put("class", images.className(images.label(point)));
      rows.add(row);
    }
    return rows;
  }
}
