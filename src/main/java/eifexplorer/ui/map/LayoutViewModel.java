package eifexplorer.ui.map;

import eifexplorer.job.Job;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.projection.Frame;
import eifexplorer.projection.KeptMap;
import eifexplorer.projection.Layout;
import eifexplorer.projection.MapCard;
import eifexplorer.projection.MapQuality;
import eifexplorer.projection.ProjectionPoints;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.MapRequest;
import eifexplorer.session.MapSource;
import eifexplorer.session.SessionMaps;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a session: found where it is kept, else made when somebody asks, with frames on the way. One of another model
 * stays in sight, and is said to be that, until its own is made.
 */
public final class LayoutViewModel {
  /** Maps up to this size are made without asking. */
  private static final int MADE_UNASKED = 20_000;

  private final FxJobs jobs;
  private final SessionMaps maps;
  private final ReadOnlyObjectWrapper<ShownMap> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<KeptMap> kept = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ObjectProperty<MapRequest> wanted = new SimpleObjectProperty<>(MapRequest.DEFAULT);
  private final LatestJob<MapQuality> quality;
  private final Runnable another;
  private @Nullable MapRequest asked;
  private @Nullable MapImages images;
  private @Nullable JobHandle<?> running;
  private int question;

  /** What was found when the screen came into sight. */
  private record Found(Optional<KeptMap> own, Optional<KeptMap> other, ShownMap shown) {}

  /**
   * No session yet.
   *
   * @param another called when another map is asked for than was before, but not when one that was stopped goes on
   */
  LayoutViewModel(FxJobs jobs, SessionMaps maps, Runnable another) {
    this.jobs = jobs;
    this.maps = maps;
    this.another = another;
    quality = new LatestJob<>(jobs);
  }

  /** What is in sight; null if there is nothing yet. */
  public ReadOnlyObjectProperty<ShownMap> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The session's own map once it is finished; null before. */
  public ReadOnlyObjectProperty<KeptMap> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** True while a map is looked for or made. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why there is no map, or no finished one; empty if nothing went wrong. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** What the map in sight is of, if not of this model; empty otherwise. */
  public ReadOnlyStringProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /** How far it is; empty if nothing runs. */
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How the next map is to be made. */
  public ObjectProperty<MapRequest> wantedProperty() {
    return wanted;
  }

  /** How far the map can be believed; null while that is not known. */
  public ReadOnlyObjectProperty<MapQuality> qualityProperty() {
    return quality.valueProperty();
  }

  /** Shows another session, whose map is looked for when {@link #enter} is called. */
  void show(MapImages newImages) {
    stop();
    images = newImages;
    asked = null;
    shown.set(null);
    kept.set(null);
    stale.set("");
    trouble.set("");
    quality.clear();
  }

  /** The screen is in sight: looks for a map, and makes one that does not take long. */
  void enter() {
    if (images != null && shown.get() == null && !busy.get() && trouble.get().isEmpty()) {
      MapImages of = images;
      Consumer<ShownMap> onScreen = jobs.onScreen(places -> seen(of, places));
      begin(Texts.of("Look for a map"), Lane.IO, true, context -> find(of, onScreen), this::found);
    }
  }

  private <T> void begin(String title, Lane lane, boolean quietly, Job<T> job, Consumer<T> done) {
    stop();
    int mine = ++question;
    busy.set(true);
    trouble.set("");
    Outcome<T> outcome =
        new Outcome<>(
            value -> ended(mine, () -> done.accept(value)),
            failure -> ended(mine, () -> trouble.set(failure.message())),
            () -> ended(mine, () -> trouble.set(Texts.of("Stopped."))));
    JobHandle<?> handle =
        quietly
            ? jobs.startQuietly(title, lane, job, outcome)
            : jobs.start(title, lane, job, outcome);
    if (busy.get() && mine == question) {
      running = handle;
    }
  }

  private void ended(int mine, Runnable then) {
    if (mine == question) {
      running = null;
      busy.set(false);
      progress.set("");
      then.run();
    }
  }

  private void stop() {
    question++;
    busy.set(false);
    progress.set("");
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  /** The places of a map that was found, before all else is known. */
  private void seen(MapImages of, ShownMap places) {
    if (of == images && busy.get() && shown.get() == null) {
      shown.set(places);
    }
  }

  private Optional<Found> find(MapImages of, Consumer<ShownMap> onScreen) {
    ExplorerSession session = of.session();
    Optional<KeptMap> own = maps.kept(session);
    Optional<KeptMap> other = own.isPresent() ? Optional.empty() : ofAnotherModel(session);
    return own.or(() -> other)
        .map(
            map -> {
              Layout places = onto(of, map);
              onScreen.accept(ShownMap.unnamed(places));
              return new Found(own, other, ShownMap.of(places, of));
            });
  }

  /** The newest map that has at least half of the session's images. */
  private Optional<KeptMap> ofAnotherModel(ExplorerSession session) {
    long[] ids = SessionMaps.ids(session);
    for (MapCard card : maps.list(session)) {
      Optional<KeptMap> map = maps.find(session, card);
      if (map.isPresent()) {
        long known = Arrays.stream(map.get().partners(ids)).filter(p -> p >= 0).count();
        if (2 * known >= ids.length) {
          return map;
        }
      }
    }
    return Optional.empty();
  }

  /** A kept map's places for the images of now; those it does not have lie at its edge. */
  private static Layout onto(MapImages of, KeptMap map) {
    float[] places = map.places(SessionMaps.ids(of.session()));
    float least = Float.POSITIVE_INFINITY;
    for (float place : places) {
      least = Float.isNaN(place) ? least : Math.min(least, place);
    }
    for (int i = 0; i < places.length; i++) {
      places[i] = Float.isNaN(places[i]) ? least : places[i];
    }
    return new Layout(places, of.trainCount());
  }

  private void found(Optional<Found> found) {
    if (found.isEmpty()) {
      if (images != null) {
        makeUnasked(images.size());
      }
      return;
    }
    shown.set(found.get().shown());
    found.get().own().ifPresent(this::foundOwn);
    found
        .get()
        .other()
        .ifPresent(
            other -> {
              wanted.set(wanted.get().from(other));
              stale.set(
                  Texts.of(
                      "This map is of another model, {0}, of {1}.",
                      other.card().modelAndId(), Texts.day(other.card().created())));
            });
  }

  private void makeUnasked(int points) {
    if (points < ProjectionPoints.FEWEST) {
      // Nobody asked for it: there is nothing that failed.
      trouble.set(
          Texts.of(
              "A map needs at least {0} images; this data set has {1}.",
              ProjectionPoints.FEWEST, points));
    } else if (points <= MADE_UNASKED) {
      make();
    }
  }

  private void foundOwn(KeptMap own) {
    MapCard card = own.card();
    // What the form says is what is seen.
    wanted.set(new MapRequest(MapSource.named(card.of()), card.options(), Optional.empty()));
    finished(own);
    if (!SessionMaps.isCurrent(own.card())) {
      stale.set(
          Texts.of(
              "This map was laid out by an earlier version of the program, on {0}.",
              Texts.day(own.card().created())));
    }
  }

  /** Makes the map that is wanted; what is in sight stays until its first frame. */
  public void make() {
    if (images == null) {
      return;
    }
    MapImages of = images;
    MapRequest request = wanted.get();
    if (!request.equals(asked)) {
      asked = request;
      another.run();
    }
    Consumer<Shown> onScreen = jobs.onScreen(frame -> onTheWay(of, frame));
    String title =
        Texts.of(
            "Lay out {0}, {1}",
            Texts.count(of.size(), "image", "images"), request.options().method());
    begin(title, Lane.QUESTION, false, context -> make(of, request, onScreen, context), this::made);
  }

  /** A frame, ready for the screen. */
  private record Shown(ShownMap map, Frame frame) {}

  /** A map that is finished, ready for the screen. */
  private record Made(KeptMap map, ShownMap shown) {}

  private Made make(
      MapImages of, MapRequest request, Consumer<Shown> onScreen, JobContext context) {
    // The last frame is the map itself, which is on its way with all that belongs to it.
    Consumer<Frame> frames =
        frame ->
            onScreen.accept(
                new Shown(
                    frame.isLast()
                        ? ShownMap.unnamed(frame.layout())
                        : ShownMap.of(frame.layout(), of),
                    frame));
    KeptMap map = maps.project(of.session(), request, frames, context);
    return new Made(map, ShownMap.of(map.layout(), of));
  }

  /** Shows a layout that was made elsewhere. */
  void display(ShownMap map) {
    shown.set(map);
  }

  private void onTheWay(MapImages of, Shown frame) {
    if (of == images) {
      // What was said of the map before holds no longer, and may not be said of one that is stopped
      // on the way.
      kept.set(null);
      quality.clear();
      stale.set("");
      shown.set(frame.map());
      if (!frame.frame().isLast() && busy.get()) {
        progress.set(
            Texts.of(
                "{0} laid out",
                Texts.percent((double) frame.frame().epoch() / frame.frame().epochs())));
      }
    }
  }

  private void made(Made made) {
    shown.set(made.shown());
    stale.set("");
    wanted.set(new MapRequest(wanted.get().source(), wanted.get().options(), Optional.empty()));
    finished(made.map());
  }

  private void finished(KeptMap map) {
    kept.set(map);
    MapImages of = images;
    if (of != null) {
      quality.askQuietly(
          Texts.of("Measure the map"),
          Lane.QUESTION,
          context -> maps.quality(of.session(), map, context));
    }
  }

  /** Stops making a map; what is in sight stays, and is gone on from next time. */
  public void cancel() {
    if (running != null) {
      running.cancel();
    }
  }

  /** The numbers that say how far the map can be believed, in a sentence; empty while they are not known. */
  public String qualityText() {
    MapQuality known = quality.valueProperty().get();
    if (known == null) {
      return "";
    }
    String numbers =
        Texts.of(
            "keep@{0} {1} · trustworthiness {2}",
            known.k(), Texts.percent(known.kept()), Texts.coefficient(known.trustworthiness()));
    boolean ofSome = images != null && known.ranked() < images.size();
    return ofSome ? numbers + Texts.of(" (of {0} images)", Texts.count(known.ranked())) : numbers;
  }

  /** How many of a point's neighbours are kept, to be said after its name; empty while that is not known. */
  String keptText(int point) {
    MapQuality known = quality.valueProperty().get();
    return known == null
        ? ""
        : Texts.of(
            " · {0} of its {1} neighbours kept", Texts.percent(known.kept(point)), known.k());
  }

  /** How the map was made, in a line; empty if there is none. */
  public String cardText() {
    KeptMap map = kept.get();
    if (map == null) {
      return "";
    }
    MapCard card = map.card();
    boolean near = card.options().method().usesNeighbours();
    return near
        ? Texts.of(
            "{0} of the {1} · {2} neighbours · min. distance {3} · seed {4}",
            Texts.said(card.options().method().title()),
            MapComparison.points(card),
            card.options().neighbours(),
            Texts.coefficient(card.options().minDistance()),
            card.options().seed())
        : Texts.of(
            "{0} of the {1}",
            Texts.said(card.options().method().title()), MapComparison.points(card));
  }
}
