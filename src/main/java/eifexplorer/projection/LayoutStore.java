package eifexplorer.projection;

import eifexplorer.array.KeptArrays;
import eifexplorer.array.Npz;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps kept in a workspace, each in a folder named by its fingerprint: {@code map.json} and {@code map.npz} ({@code positions
 * [n,2]}, {@code train}, {@code ids [n]}), {@code unfinished.npz} while it is laid out; neighbours in {@code neighbours.npz}.
 * What can't be written is computed again next time; what is damaged as well.
 */
public final class LayoutStore {
  private static final Logger LOG = LoggerFactory.getLogger(LayoutStore.class);
  private static final String CARD = "map.json";
  private static final String MAP = "map.npz";
  private static final String UNFINISHED = "unfinished.npz";
  private static final String NEIGHBOURS = "neighbours.npz";

  private final Workspace workspace;

  /** The maps of a workspace. */
  public LayoutStore(Workspace workspace) {
    this.workspace = workspace;
  }

  private Path file(String id, String name) {
    return workspace.resultFolder(new Fingerprint(id)).resolve(name);
  }

  /** A map by its fingerprint; empty if it is not kept or damaged. */
  public Optional<KeptMap> find(String id) {
    return card(file(id, CARD))
        .flatMap(card -> KeptArrays.read(file(id, MAP), npz -> read(card, npz)));
  }

  private static KeptMap read(MapCard card, Npz npz) {
    float[] positions = npz.array("positions").requireShape(-1, 2).floats();
    int train = npz.array("train").ints()[0];
    long[] ids = npz.array("ids").requireShape(positions.length / 2).longs();
    return new KeptMap(card, new Layout(positions, train), ids);
  }

  /** Only what names the folder it lies in can be found again. */
  private static Optional<MapCard> card(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      MapCard card = Json.read(file, MapCard.class);
      boolean whole =
          Stream.of(
                      card.id(),
                      card.points(),
                      card.model(),
                      card.options(),
                      card.of(),
                      card.from(),
                      card.created())
                  .allMatch(Objects::nonNull)
              && card.options().method() != null
              && card.options().metric() != null
              && card.id().equals(file.getName(file.getNameCount() - 2).toString());
      return whole ? Optional.of(card) : Optional.empty();
    } catch (ProblemException e) {
      LOG.warn("A kept map is damaged and passed over. {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** What is said of all kept maps, the newest first. */
  public List<MapCard> list() {
    Path results = workspace.results();
    List<MapCard> cards = new ArrayList<>();
    if (Files.isDirectory(results)) {
      try (Stream<Path> folders = Files.list(results)) {
        folders.forEach(folder -> card(folder.resolve(CARD)).ifPresent(cards::add));
      } catch (IOException e) {
        throw new ProblemException(
            "The results can't be listed", results.toString(), "Check its permissions.", e);
      }
    }
    cards.sort(Comparator.comparing(MapCard::created).reversed().thenComparing(MapCard::id));
    return cards;
  }

  /** Keeps a map, in place of what was kept of it on the way. */
  public void keep(KeptMap map) {
    String id = map.card().id();
    KeptArrays.keep(
        () -> {
          AtomicFiles.write(
              file(id, MAP),
              out -> {
                Npz.Writer writer = new Npz.Writer(out);
                Layout layout = map.layout();
                writer.put("positions", layout.positions(), layout.size(), 2);
                writer.put("train", new long[] {layout.trainCount()}, 1);
                writer.put("ids", map.ids(), layout.size());
                writer.finish();
              });
          Json.write(file(id, CARD), map.card());
          deleteIfThere(file(id, UNFINISHED));
        });
  }

  private static void deleteIfThere(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} can't be deleted. {}", file, e.getMessage());
    }
  }

  /** Where a map that was not finished goes on; empty if it was not begun or belongs to another number of points. */
  Optional<LayoutStart> unfinished(String id, int points) {
    return KeptArrays.read(
        file(id, UNFINISHED),
        npz -> {
          float[] positions = npz.array("positions").requireShape(points, 2).floats();
          // Refuses places that are not finite or too far out.
          Layout layout = new Layout(positions, 0);
          double[] learner = npz.array("learner").doubles();
          int epoch = npz.array("epoch").ints()[0];
          if (epoch < 1 || !Arrays.stream(learner).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Epoch " + epoch);
          }
          return new LayoutStart(layout.positions(), epoch, learner);
        });
  }

  void keepUnfinished(String id, Frame frame) {
    KeptArrays.keep(
        () ->
            AtomicFiles.write(
                file(id, UNFINISHED),
                out -> {
                  Npz.Writer writer = new Npz.Writer(out);
                  writer.put("positions", frame.layout().positions(), frame.layout().size(), 2);
                  writer.put("epoch", new long[] {frame.epoch()}, 1);
                  writer.put("learner", frame.learner(), frame.learner().length);
                  writer.finish();
                }));
  }

  /** The neighbours kept under a fingerprint; empty if there are none or they are damaged. */
  Optional<Neighbourhood> neighbours(Fingerprint fingerprint, int points) {
    return KeptArrays.read(
        file(fingerprint.digits(), NEIGHBOURS),
        npz -> {
          int[] indices = npz.array("indices").requireShape(points, -1).ints();
          float[] distances = npz.array("distances").requireShape(points, -1).floats();
          return new Neighbourhood(indices.length / points, indices, distances);
        });
  }

  void keepNeighbours(Fingerprint fingerprint, Neighbourhood neighbours) {
    KeptArrays.keep(
        () ->
            AtomicFiles.write(
                file(fingerprint.digits(), NEIGHBOURS),
                out -> {
                  int n = neighbours.size();
                  Npz.Writer writer = new Npz.Writer(out);
                  long[] indices = Arrays.stream(neighbours.indices()).asLongStream().toArray();
                  writer.put("indices", indices, n, neighbours.k());
                  writer.put("distances", neighbours.distances(), n, neighbours.k());
                  writer.finish();
                }));
  }
}
