package eifexplorer.session;

import eifexplorer.dataset.Sample;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.influence.KernelGeneration;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.projection.Frame;
import eifexplorer.projection.KeptMap;
import eifexplorer.projection.LayoutStore;
import eifexplorer.projection.MapCard;
import eifexplorer.projection.MapMaker;
import eifexplorer.projection.MapQuality;
import eifexplorer.projection.Neighbourhood;
import eifexplorer.projection.PlaneTree;
import eifexplorer.projection.ProjectionMethod;
import eifexplorer.projection.ProjectionOptions;
import eifexplorer.projection.ProjectionPoints;
import eifexplorer.projection.Projector;
import eifexplorer.review.revision.Revisions;
import eifexplorer.workspace.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Maps of sessions, kept in their workspaces; every method runs on the calling thread. */
public final class SessionMaps {
  /** Which layout of equal points; another one since groups are held together. */
  private static final int GENERATION = 2;

  /** The same for {@link ProjectionMethod#PARAMETRIC_UMAP} alone; another one since it learns from points with neighbours. */
  private static final int NETWORK_GENERATION = 2;

  /** The same for UMAP that is begun from another map; another one since points are held near their places in it. */
  private static final int FOLLOWING_GENERATION = 2;

  private final MatrixMath math;

  /** Lays out with these matrix products. */
  public SessionMaps(MatrixMath math) {
    this.math = math;
  }

  /**
   * The map that is asked for: kept, gone on with, or made and kept.
   *
   * @param frames gets the layout every now and then and at the end
   * @throws eifexplorer.problem.ProblemException if there are too few points, or their values can't be laid out
   * @throws eifexplorer.job.JobCancelledException when cancelled; what was done is kept
   */
  public KeptMap project(
      ExplorerSession session, MapRequest request, Consumer<Frame> frames, JobContext context) {
    return project(
        session, session.bundle().head(), session.modelTitle(), request, frames, context);
  }

  /**
   * The map of a session's images as another last layer places them, such as that of an earlier epoch.
   *
   * @param title the model's, for people
   * @param frames gets the layout every now and then and at the end
   * @throws eifexplorer.problem.ProblemException if there are too few points, or their values can't be laid out
   * @throws eifexplorer.job.JobCancelledException when cancelled; what was done is kept
   */
  public KeptMap project(
      ExplorerSession session,
      EmbeddingHead head,
      String title,
      MapRequest request,
      Consumer<Frame> frames,
      JobContext context) {
    EmbeddingBundle bundle = session.bundle().withHead(head);
    return maker(session)
        .findOrMake(
            card(session, bundle, title, request),
            ids(session),
            request.from(),
            () -> points(bundle, request.source(), context),
            frames,
            context);
  }

  /** The newest sound map that is kept of a session's own points, one that would be laid out so again if there is any; or empty. */
  public Optional<KeptMap> kept(ExplorerSession session) {
    String embeddings = pointsId(session, session.bundle(), MapSource.EMBEDDINGS);
    String features = pointsId(session, session.bundle(), MapSource.FEATURES);
    List<MapCard> own =
        list(session).stream()
            .filter(card -> card.points().equals(embeddings) || card.points().equals(features))
            .toList();
    // A damaged one is passed over.
    return Stream.concat(
            own.stream().filter(SessionMaps::isCurrent),
            own.stream().filter(card -> !isCurrent(card)))
        .flatMap(card -> find(session, card).stream())
        .findFirst();
  }

  /** Whether a map would be laid out as it is again: earlier versions of the program did it otherwise. */
  public static boolean isCurrent(MapCard card) {
    return card.id().equals(id(card.points(), card.options(), card.from()));
  }

  /** What is said of all maps kept in a session's workspace, the newest first. */
  public List<MapCard> list(ExplorerSession session) {
    return store(session).map(LayoutStore::list).orElse(List.of());
  }

  /** A map that {@link #list} told of; empty if it is gone or damaged. */
  public Optional<KeptMap> find(ExplorerSession session, MapCard card) {
    return store(session).flatMap(s -> s.find(card.id()));
  }

  /** How far a session's own map can be believed. */
  public MapQuality quality(ExplorerSession session, KeptMap map, JobContext context) {
    ProjectionPoints points =
        points(session.bundle(), MapSource.named(map.card().of()), context.withoutProgress());
    ProjectionOptions options = map.card().options();
    Neighbourhood neighbours =
        maker(session).neighbours(map.card().points(), points, options, context);
    return MapQuality.of(
        points, neighbours, options.metric(), new PlaneTree(map.layout()), context);
  }

  /** Tells a session's images apart [n], training images first. */
  public static long[] ids(ExplorerSession session) {
    List<Sample> train = session.dataset().train();
    List<Sample> test = session.dataset().test();
    long[] ids = new long[train.size() + test.size()];
    for (int i = 0; i < ids.length; i++) {
      boolean isTrain = i < train.size();
      Sample sample = isTrain ? train.get(i) : test.get(i - train.size());
      ids[i] = KeptMap.id(isTrain, sample.path());
    }
    return ids;
  }

  private MapMaker maker(ExplorerSession session) {
    return new MapMaker(new Projector(math), store(session));
  }

  private static Optional<LayoutStore> store(ExplorerSession session) {
    return session.workspace().map(LayoutStore::new);
  }

  private ProjectionPoints points(EmbeddingBundle bundle, MapSource source, JobContext context) {
    return source == MapSource.FEATURES
        ? ProjectionPoints.of(bundle.trainFeatures(), bundle.testFeatures())
        : ProjectionPoints.of(
            unit(bundle, bundle.trainFeatures(), context),
            unit(bundle, bundle.testFeatures(), context));
  }

  private FeatureMatrix unit(EmbeddingBundle bundle, FeatureMatrix features, JobContext context) {
    return Embeddings.normalised(Embeddings.of(features, bundle.head(), math, context));
  }

  private static String id(String points, ProjectionOptions options, String from) {
    Fingerprint.Builder builder =
        Fingerprint.builder()
            .add("map", GENERATION)
            .add("points", points)
            .add("options", options)
            .add("from", from);
    if (options.method() == ProjectionMethod.PARAMETRIC_UMAP) {
      builder.add("network", NETWORK_GENERATION);
    } else if (options.method() == ProjectionMethod.UMAP && !from.isEmpty()) {
      builder.add("following", FOLLOWING_GENERATION);
    }
    return builder.build().digits();
  }

  private static MapCard card(
      ExplorerSession session, EmbeddingBundle bundle, String title, MapRequest request) {
    ProjectionOptions options = request.options().canonical();
    String points = pointsId(session, bundle, request.source());
    String from = request.from().map(map -> map.card().id()).orElse("");
    int labels =
        session
            .workspace()
            .map(workspace -> new Revisions(workspace.review()).current().number())
            .orElse(0);
    return new MapCard(
        id(points, options, from),
        points,
        title,
        session
            .workspace()
            .flatMap(workspace -> new ModelStore(workspace).ofHead(bundle.head()))
            .map(ModelCard::id)
            .orElse(""),
        labels,
        request.source().id(),
        options,
        from,
        Instant.now().toString());
  }

  /** Identity of what is laid out: images, features, and the last layer where it counts. */
  private static String pointsId(
      ExplorerSession session, EmbeddingBundle bundle, MapSource source) {
    Fingerprint.Builder builder =
        Fingerprint.builder()
            .add("of", source.id())
            .add("kernels", KernelGeneration.CURRENT)
            .add("train", FeatureContent.digits(bundle.trainFeatures()))
            .add("test", FeatureContent.digits(bundle.testFeatures()));
    if (source == MapSource.EMBEDDINGS) {
      bundle.head().addTo(builder);
    }
    session.dataset().train().forEach(sample -> builder.add("path", sample.path()));
    session.dataset().test().forEach(sample -> builder.add("path", sample.path()));
    return builder.build().digits();
  }
}
