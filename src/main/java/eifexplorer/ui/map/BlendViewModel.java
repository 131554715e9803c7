package eifexplorer.ui.map;

import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.projection.KeptMap;
import eifexplorer.projection.Layout;
import eifexplorer.projection.LayoutMovement;
import eifexplorer.projection.MapCard;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.MapRequest;
import eifexplorer.session.MapSource;
import eifexplorer.session.SessionMaps;
import eifexplorer.session.diff.OtherModels;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The same images in two layouts: another map or model before, this session's map after, and what moved. */
public final class BlendViewModel {
  private static final int MOST_LISTED = 500;

  private final SessionMaps maps;
  private final MapServices.ModelOpener opener;
  private final DoubleProperty share = new SimpleDoubleProperty(1);
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
  private final LatestJob<List<Choice>> known;
  private final LatestJob<Compared> compared;
  private @Nullable MapImages images;
  private @Nullable KeptMap after;

  /**
   * What can be compared with.
   *
   * @param title for people
   * @param map a kept map, if it is one
   * @param modelId a model of the workspace that is laid out first, if it is one
   */
  public record Choice(String title, Optional<MapCard> map, Optional<String> modelId) {
    @Override
    public String toString() {
      return title;
    }
  }

  /**
   * An image and how far it moved.
   *
   * @param point its point
   * @param distance in spreads of the map before
   */
  public record Moved(int point, double distance) {}

  /**
   * Two layouts of the same points.
   *
   * @param before where they were; those that were not there are where they are
   * @param after where they are
   * @param moved those that moved farthest, the farthest first
   * @param mean distance of all that are in both
   * @param common how many are in both
   */
  public record Compared(
      ShownMap before, ShownMap after, List<Moved> moved, double mean, int common) {
    /** Copies the list. */
    public Compared {
      moved = List.copyOf(moved);
    }
  }

  /** Nothing to compare yet. */
  BlendViewModel(FxJobs jobs, MapServices services) {
    maps = services.maps();
    opener = services.opener();
    known = new LatestJob<>(jobs);
    compared = new LatestJob<>(jobs);
    known
        .valueProperty()
        .addListener((value, old, now) -> choices.setAll(now == null ? List.of() : now));
  }

  /** How far from before, 0, to after, 1. */
  public DoubleProperty shareProperty() {
    return share;
  }

  /** What can be compared with. */
  public ObservableList<Choice> choices() {
    return choices;
  }

  /** The comparison; null if there is none. */
  public ReadOnlyObjectProperty<Compared> comparedProperty() {
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
    choices.clear();
  }

  /** The session's own map is there, or another one. */
  void show(@Nullable KeptMap newAfter) {
    after = newAfter;
    close();
    MapImages of = images;
    if (newAfter != null && of != null) {
      known.askQuietly("List the maps", Lane.IO, context -> choices(of, newAfter));
    }
  }

  private List<Choice> choices(MapImages of, KeptMap now) {
    List<Choice> all = new ArrayList<>();
    for (MapCard card : maps.list(of.session())) {
      if (!card.id().equals(now.card().id())) {
        all.add(new Choice(title(card), Optional.of(card), Optional.empty()));
      }
    }
    for (OtherModels.Choice other : OtherModels.of(of.session())) {
      all.add(
          new Choice("Lay out " + other.title(), Optional.empty(), Optional.of(other.id())));
    }
    return all;
  }

  private static String title(MapCard card) {
    return card.model()
        + " · "
        + card.options().method().title()
        + (card.labels() == 0 ? "" : " · labels " + card.labels())
        + " · "
        + Texts.day(card.created());
  }

  /** Compares with another map; that of a model is made first, from this one's places. */
  public void compare(Choice with) {
    MapImages of = images;
    KeptMap now = after;
    if (of != null && now != null) {
      share.set(1);
      compared.ask("Compare maps", Lane.EXPERIMENT, context -> compare(of, now, with, context));
    }
  }

  /** Compares with nothing. */
  public void close() {
    compared.clear();
    share.set(1);
  }

  private Compared compare(MapImages of, KeptMap now, Choice with, JobContext context) {
    KeptMap other =
        with.map()
            .flatMap(card -> maps.find(of.session(), card))
            .orElseGet(() -> layOut(of, now, with, context));
    // Turned onto this session's map, so that blending shows what moved and not how it was turned.
    LayoutMovement movement =
        LayoutMovement.between(now.layout(), other.layout(), now.partners(other.ids()));
    KeptMap aligned = new KeptMap(other.card(), movement.aligned(), other.ids());
    float[] before = aligned.places(now.ids());
    int[] labels = of.labels();
    List<Moved> moved = new ArrayList<>();
    double unit = Math.max(now.layout().spread(), Float.MIN_NORMAL);
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      if (Float.isNaN(before[2 * i])) {
        before[2 * i] = now.layout().x(i);
        before[2 * i + 1] = now.layout().y(i);
      } else {
        double distance =
            Math.hypot(before[2 * i] - now.layout().x(i), before[2 * i + 1] - now.layout().y(i))
                / unit;
        sum += distance;
        moved.add(new Moved(i, distance));
      }
    }
    moved.sort(Comparator.comparingDouble(Moved::distance).reversed());
    return new Compared(
        ShownMap.of(new Layout(before, of.trainCount()), labels, true),
        ShownMap.of(now.layout(), labels, true),
        moved.subList(0, Math.min(MOST_LISTED, moved.size())),
        moved.isEmpty() ? 0 : sum / moved.size(),
        moved.size());
  }

  private KeptMap layOut(MapImages of, KeptMap now, Choice with, JobContext context) {
    Workspace workspace = of.session().workspace().orElseThrow();
    ExplorerSession other = opener.open(workspace.folder(), with.modelId().orElseThrow(), context);
    MapRequest request =
        new MapRequest(MapSource.named(now.card().of()), now.card().options(), Optional.of(now));
    return maps.project(other, request, frame -> {}, context);
  }

  /** What a comparison is, or why none can be made yet. */
  public String hint() {
    if (after == null) {
      return "This model's map can be compared with others once it is laid out.";
    }
    return choices.isEmpty()
        ? "There is no other map or model in this workspace to compare with."
        : "Compares this map with that of another model or other labels; a new one begins from this"
            + " map's places.";
  }

  /** The comparison in words; empty if there is none. */
  public String text() {
    Compared of = compared.valueProperty().get();
    return of == null
        ? ""
        : Texts.count(of.common(), "image", "images")
            + " in both · mean movement "
            + Texts.percent(of.mean())
            + " of the map's spread";
  }
}
