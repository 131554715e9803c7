package eifexplorer.projection;

import eifexplorer.embedding.Metric;
import eifexplorer.job.JobContext;
import eifexplorer.workspace.Fingerprint;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds a map that is kept, or goes on with one, or makes it, and keeps it; without a store it makes it. */
public final class MapMaker {
  private static final long REST_NANOS = 5_000_000_000L;

  private final Projector projector;
  private final Optional<LayoutStore> store;

  /** Makes maps, kept in a store if there is one. */
  public MapMaker(Projector projector, Optional<LayoutStore> store) {
    this.projector = projector;
    this.store = store;
  }

  /**
   * The map of these points.
   *
   * @param card says what it is to be; its id must depend on points, options and {@code from}
   * @param ids tell the images apart [n]
   * @param from the map to begin from
   * @param points are asked for if they are not laid out yet
   * @param frames gets the layout every now and then and at the end, on the calling thread
   * @throws eifexplorer.job.JobCancelledException when cancelled; what was done is kept
   */
  public KeptMap findOrMake(
      MapCard card,
      long[] ids,
      Optional<KeptMap> from,
      Supplier<ProjectionPoints> points,
      Consumer<Frame> frames,
      JobContext context) {
    Optional<KeptMap> kept = store.flatMap(s -> s.find(card.id()));
    if (kept.isPresent()) {
      frames.accept(new Frame(kept.get().layout(), 1, 1));
      return kept.get();
    }
    ProjectionPoints all = points.get();
    Neighbourhood neighbours = neighbours(card.points(), all, card.options(), context);
    LayoutStart start =
        store
            .flatMap(s -> s.unfinished(card.id(), all.size()))
            .or(() -> from.map(earlier -> LayoutStart.from(earlier.places(ids))))
            .orElse(LayoutStart.FRESH);
    Layout layout =
        projector.project(
            all, neighbours, card.options(), start, keeping(card.id(), frames, context), context);
    KeptMap map = new KeptMap(card, layout, ids);
    store.ifPresent(s -> s.keep(map));
    return map;
  }

  private Consumer<Frame> keeping(String id, Consumer<Frame> frames, JobContext context) {
    long[] last = {System.nanoTime()};
    return frame -> {
      frames.accept(frame);
      boolean due = System.nanoTime() - last[0] > REST_NANOS || context.cancelled();
      if (due && !frame.isLast() && frame.epoch() > 0) {
        store.ifPresent(s -> s.keepUnfinished(id, frame));
        last[0] = System.nanoTime();
      }
    };
  }

  /** The neighbours of points, from the store if they are kept. */
  public Neighbourhood neighbours(
      String pointsId, ProjectionPoints points, ProjectionOptions options, JobContext context) {
    int k = Math.max(Projector.QUALITY_NEIGHBOURS, options.neighbours());
    Metric metric = options.metric();
    Fingerprint key =
        Fingerprint.builder()
            .add("neighbours of", pointsId)
            .add("metric", metric)
            .add("k", k)
            .build();
    Optional<Neighbourhood> kept = store.flatMap(s -> s.neighbours(key, points.size()));
    if (kept.isPresent()) {
      return kept.get();
    }
    Neighbourhood found = projector.neighbours(points, options, context);
    store.ifPresent(s -> s.keepNeighbours(key, found));
    return found;
  }
}
