package eifexplorer.ui.map;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.projection.KeptMap;
import eifexplorer.projection.MapCard;
import eifexplorer.projection.ProjectionOptions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.MapRequest;
import eifexplorer.session.MapSource;
import eifexplorer.session.ModelHistory;
import eifexplorer.session.SessionMaps;
import eifexplorer.session.diff.OtherModels;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists what a session's map can be compared with, and compares it. Called from jobs. */
final class MapComparison {
  private final SessionMaps maps;
  private final MapServices.ModelOpener opener;

  MapComparison(SessionMaps maps, MapServices.ModelOpener opener) {
    this.maps = maps;
    this.opener = opener;
  }

  /** Kept maps, the newest first, then other models, then epochs that the model's run passed through. */
  List<MapChoice> choices(MapImages of, KeptMap now) {
    ExplorerSession session = of.session();
    List<MapChoice> made = new ArrayList<>(models(session));
    if (MapSource.named(now.card().of()) == MapSource.EMBEDDINGS) {
      for (int epoch : ModelHistory.earlierHeads(session).keySet()) {
        made.add(new MapChoice.OfEpoch(Texts.of("Epoch {0} of this model's run", epoch), epoch));
      }
    }
    // What is laid out by one of these is found by it again.
    Set<String> titles = made.stream().map(c -> cardTitle(session, c)).collect(Collectors.toSet());
    Stream<MapChoice> kept =
        maps.list(session).stream()
            .filter(card -> !card.id().equals(now.card().id()))
            .filter(card -> !(card.from().equals(now.card().id()) && titles.contains(card.model())))
            .map(card -> new MapChoice.Kept(title(card, now.card()), card));
    return Stream.concat(kept, made.stream()).toList();
  }

  /** What a map lays out, within a sentence. */
  static String points(MapCard card) {
    return Texts.within(Texts.said(MapSource.named(card.of()).toString()));
  }

  /** What tells a map from the one of now, then when it was made. */
  private static String title(MapCard card, MapCard now) {
    ProjectionOptions options = card.options();
    ProjectionOptions other = now.options();
    return Stream.of(
            model(card, now),
            Texts.said(options.method().title()),
            card.of().equals(now.of()) ? "" : Texts.of("of the {0}", points(card)),
            options.metric() == other.metric()
                ? ""
                : options.metric().name().toLowerCase(Locale.ROOT),
            options.neighbours() == other.neighbours()
                ? ""
                : Texts.of("{0} neighbours", options.neighbours()),
            options.minDistance() == other.minDistance()
                ? ""
                : Texts.of("min. distance {0}", Texts.coefficient(options.minDistance())),
            options.epochs() == other.epochs() || options.epochs() == 0
                ? ""
                : Texts.of("{0} epochs", options.epochs()),
            options.seed() == other.seed() ? "" : Texts.of("seed {0}", options.seed()),
            card.labels() == 0 ? "" : Texts.of("labels {0}", card.labels()),
            Texts.moment(card.created()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Empty for the model of now; models may have the same title. */
  private static String model(MapCard card, MapCard now) {
    if (!card.model().equals(now.model())) {
      return card.model();
    }
    boolean isOther = card.of().equals(now.of()) && !card.points().equals(now.points());
    return isOther ? Texts.of("another {0}", card.modelAndId()) : "";
  }

  private static List<MapChoice> models(ExplorerSession session) {
    return OtherModels.of(session).stream()
        .<MapChoice>map(other -> new MapChoice.OfModel(other.title(), other.id()))
        .toList();
  }

  /** What is written on a map that is laid out for a choice. */
  private static String cardTitle(ExplorerSession session, MapChoice choice) {
    return choice instanceof MapChoice.OfEpoch of
        ? ModelHistory.title(session, of.epoch())
        : choice.title();
  }

  /** The session's map, and what it is compared with before it; that is laid out from the map's places where it must be. */
  ComparedMaps compare(MapImages of, KeptMap now, MapChoice with, JobContext context) {
    Map<String, String> relabelled =
        with instanceof MapChoice.OfModel model
            ? Relabelled.since(model.id(), of.session())
            : Map.of();
    return ComparedMaps.of(
        with.title(), of, now, other(of.session(), now, with, context), relabelled);
  }

  private KeptMap other(ExplorerSession session, KeptMap now, MapChoice with, JobContext context) {
    MapRequest request =
        new MapRequest(MapSource.named(now.card().of()), now.card().options(), Optional.of(now));
    if (with instanceof MapChoice.Kept kept) {
      return maps.find(session, kept.card()).orElseThrow(() -> gone(with));
    }
    if (with instanceof MapChoice.OfEpoch of) {
      EmbeddingHead head = ModelHistory.earlierHeads(session).get(of.epoch());
      if (head == null) {
        throw gone(with);
      }
      return maps.project(
          session, head, ModelHistory.title(session, of.epoch()), request, frame -> {}, context);
    }
    Workspace workspace = session.workspace().orElseThrow();
    ExplorerSession other =
        opener.open(workspace.folder(), ((MapChoice.OfModel) with).id(), context);
    return maps.project(other, request, frame -> {}, context);
  }

  private static ProblemException gone(MapChoice choice) {
    return new ProblemException(
        choice.title() + " is gone or damaged", "", "Choose something else to compare with.");
  }
}
