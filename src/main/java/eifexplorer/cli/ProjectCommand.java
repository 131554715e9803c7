package eifexplorer.cli;

import eifexplorer.dataset.Sample;
import eifexplorer.embedding.Metric;
import eifexplorer.export.MapFigure;
import eifexplorer.export.MapFiles;
import eifexplorer.export.MapKnots;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.projection.CentreLabels;
import eifexplorer.projection.ClassColours;
import eifexplorer.projection.KeptMap;
import eifexplorer.projection.Layout;
import eifexplorer.projection.LayoutMovement;
import eifexplorer.projection.MapQuality;
import eifexplorer.projection.PlaneView;
import eifexplorer.projection.PointRaster;
import eifexplorer.projection.ProjectionMethod;
import eifexplorer.projection.ProjectionOptions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.MapRequest;
import eifexplorer.session.MapSource;
import eifexplorer.session.SessionMaps;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lays all images out in the plane. */
@Command(
    name = "project",
    header =
        "Lays training and test images out in the plane, near where the model finds them alike.",
    description = {
      "The map is kept in the workspace and found again while model, images and options are the"
          + " same; one that was cancelled goes on where it was.",
      "",
      "FILE.csv: split, index, path, class, x, y. FILE.npz: positions [N,2] (training rows, then"
          + " test rows), labels [N], split [N]. FILE.png, FILE.svg: the picture, coloured by"
          + " class; discs are training images, diamonds test images.",
      "",
      "keep@15: the share of an image's 15 nearest neighbours that are among its 15 nearest in the"
          + " map. Equal seeds give equal maps on any number of threads."
    })
final class ProjectCommand extends ExplorerCommand {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 900;
  private static final int MARGIN = 40;
  private static final int GROUND = 0xffffffff;

  @Mixin private ForceOption force = new ForceOption();

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--method",
      paramLabel = "umap|pca|parametric-umap",
      defaultValue = "umap",
      description = "How (default: ${DEFAULT-VALUE}).")
  private String method;

  @Option(
      names = "--of",
      paramLabel = "embeddings|features",
      defaultValue = "embeddings",
      description =
          "What: embeddings scaled to length 1, or features of the back bone (default:"
              + " ${DEFAULT-VALUE}).")
  private String of;

  @Option(
      names = "--metric",
      paramLabel = "euclidean|cosine",
      defaultValue = "euclidean",
      description = "What is near (default: ${DEFAULT-VALUE}).")
  private String metric;

  @Option(
      names = "--neighbours",
      paramLabel = "K",
      defaultValue = "15",
      description = "Neighbours that hold an image, 2 to 200 (default: ${DEFAULT-VALUE}).")
  private int neighbours;

  @Option(
      names = "--min-distance",
      paramLabel = "D",
      defaultValue = "0.1",
      description = "How close images may come, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double minDistance;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "0",
      description = "Passes over all neighbours (default: 500 up to 10000 images, 200 for more).")
  private int epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--start-from",
      paramLabel = "MODEL",
      description =
          "Begin from the map of this model of the workspace, so that the eye can follow, and say"
              + " how far images moved.")
  private @Nullable String startFrom;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes: .csv, .npz, .png or .svg.")
  private @Nullable Path out;

  ProjectCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    force.checkFile(out);
    if (out != null) {
      MapFiles.Format.of(out);
    }
    MapRequest request = request();
    ExplorerSession session = source.open(explorer, null, progress);
    force.outside(session);
    SessionMaps maps = explorer.maps();
    Optional<KeptMap> earlier = earlier(explorer, session, request, progress);
    KeptMap map =
        maps.project(session, earlier.map(request::from).orElse(request), frame -> {}, progress);
    MapQuality quality = maps.quality(session, map, progress);
    if (out != null) {
      write(out, session, map.layout(), words(map, quality));
    }
    print(session, map, quality, earlier);
  }

  private MapRequest request() {
    ProjectionOptions options =
        new ProjectionOptions(
            ProjectionMethod.named(method), metric(), neighbours, minDistance, epochs, seed);
    return new MapRequest(MapSource.named(of), options, Optional.empty());
  }

  private Metric metric() {
    return Stream.of(Metric.EUCLIDEAN, Metric.COSINE)
        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(metric))
        .findFirst()
        .orElseThrow(() -> ProblemException.badValue("metric", metric, "euclidean, cosine"));
  }

  private Optional<KeptMap> earlier(
      Explorer explorer, ExplorerSession session, MapRequest request, JobContext progress) {
    if (startFrom == null) {
      return Optional.empty();
    }
    Path workspace =
        session
            .workspace()
            .orElseThrow(() -> new UsageException("--start-from needs --workspace"))
            .folder();
    ExplorerSession other = explorer.sessions().openWorkspace(workspace, startFrom, progress);
    return Optional.of(explorer.maps().project(other, request, frame -> {}, progress));
  }

  private static String words(KeptMap map, MapQuality quality) {
    return String.format(
        Locale.ROOT,
        "%s of the %s of %s · keeps %.1f %% of the %d nearest neighbours · distances between"
            + " groups mean little",
        map.card().options().method().title(),
        map.card().of(),
        map.card().model(),
        100 * quality.kept(),
        quality.k());
  }

  private static void write(Path file, ExplorerSession session, Layout layout, String words) {
    List<MapFiles.Image> images =
        IntStream.range(0, layout.size())
            .mapToObj(i -> sample(session, i))
            .map(
                sample ->
                    new MapFiles.Image(
                        sample.path(), sample.label(), session.className(sample.label())))
            .toList();
    switch (MapFiles.Format.of(file)) {
      case CSV -> MapFiles.writeCsv(file, layout, images);
      case NPZ -> MapFiles.writeNpz(file, layout, images);
      case PNG, SVG -> MapFiles.writePicture(file, figure(session, layout, images, words));
    }
  }

  private static Sample sample(ExplorerSession session, int point) {
    int train = session.dataset().train().size();
    return point < train ? session.trainSample(point) : session.testSample(point - train);
  }

  private static MapFigure figure(
      ExplorerSession session, Layout layout, List<MapFiles.Image> images, String words) {
    int[] labels = images.stream().mapToInt(MapFiles.Image::label).toArray();
    int[] colours = IntStream.of(labels).map(label -> ClassColours.of(label, false)).toArray();
    return new MapFigure(
        layout,
        PlaneView.all(layout, WIDTH, HEIGHT, MARGIN),
        new PointRaster.Look(GROUND, colours, PointRaster.radius(layout.size(), 1)),
        MapKnots.NONE,
        List.of(),
        CentreLabels.of(layout, labels),
        session::className,
        words);
  }

  private void print(
      ExplorerSession session, KeptMap map, MapQuality quality, Optional<KeptMap> earlier) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("model", session.modelTitle());
    result.put("method", map.card().options().method().id());
    result.put("of", map.card().of());
    if (map.card().options().method().usesNeighbours()) {
      result.put("seed", map.card().options().seed());
    }
    result.put("training_images", map.layout().trainCount());
    result.put("test_images", map.layout().size() - map.layout().trainCount());
    result.put("keep_at_" + quality.k(), quality.kept());
    result.put("trustworthiness", quality.trustworthiness());
    result.put("trustworthiness_of", quality.ranked());
    earlier.ifPresent(before -> result.put("mean_movement", movement(before, map).mean()));
    if (json()) {
      console().json(result);
    } else {
      result.forEach(
          (name, value) ->
              console().line(value instanceof Double ? "%-20s %.4f" : "%-20s %s", name, value));
    }
  }

  private static LayoutMovement movement(KeptMap before, KeptMap after) {
    return LayoutMovement.between(before.layout(), after.layout(), before.partners(after.ids()));
  }
}
