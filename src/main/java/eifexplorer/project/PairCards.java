package eifexplorer.project;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.experiment.attribution.Worth;
import eifexplorer.export.PairCard;
import eifexplorer.export.PairCard.Again;
import eifexplorer.export.PairCard.Photo;
import eifexplorer.export.PairCard.Strip;
import eifexplorer.export.ScoreOrigin;
import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.influence.HarmConcentration;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.retrain.HarmSentence;
import eifexplorer.retrain.LeavingOut;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.retrain.TrialVerdict;
import eifexplorer.session.Explanations;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.Queries;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.ProvenanceFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes cards of pairs; called from jobs. */
public final class PairCards implements CardMaker {
  private static final int PHOTO_SIDE = 640;

  private final MatrixMath math;
  private final InfluenceEstimators estimators;
  private final Explanations explanations;
  private final EstimatorWorths worths;
  private final ReweightTrials trials;
  private final Consumer<Path> ensurePicture;
  private final ProvenanceFactory provenance;

  /** Makes cards of what these say; each picture's file is handed to {@code ensurePicture} before it is read. */
  public PairCards(
      MatrixMath math,
      InfluenceEstimators estimators,
      Explanations explanations,
      EstimatorWorths worths,
      ReweightTrials trials,
      Consumer<Path> ensurePicture,
      String version) {
    this.math = math;
    this.estimators = estimators;
    this.explanations = explanations;
    this.worths = worths;
    this.trials = trials;
    this.ensurePicture = ensurePicture;
    this.provenance = new ProvenanceFactory(version);
  }

  @Override
  public PairCard make(ExplorerSession session, View view, JobContext context) {
    InfluenceQuery query = new Queries(session).pair(view.pair().first(), view.pair().second());
    InfluenceScores scores =
        explanations
            .explain(
                session,
                explanations.estimator(session, view.estimator(), view.options()),
                view.options(),
                List.of(query),
                context.withoutProgress())
            .get(0);
    return make(
        session, view, new Answer(PairLink.PAIR, query, scores, verdict(session, query, scores)));
  }

  /** Whose the harm is, and what leaving it out does where that was tried before. */
  private List<String> verdict(
      ExplorerSession session, InfluenceQuery query, InfluenceScores scores) {
    Optional<HarmConcentration> harm = HarmConcentration.of(scores, session.bundle().trainLabels());
    if (harm.isEmpty()) {
      return List.of("No training image harms this pair");
    }
    List<String> sentences = new ArrayList<>(List.of(HarmSentence.of(session, harm.get())));
    trials
        .known(session, LeavingOut.request(session, query, scores))
        .map(tried -> TrialVerdict.of(session, LeavingOut.text(scores), tried).text())
        .ifPresent(sentences::add);
    return sentences;
  }

  @Override
  public PairCard make(ExplorerSession session, View view, Answer answer) {
    ImageDataset dataset = session.dataset();
    Optional<String> model = model(session);
    Function<String, Optional<byte[]>> thumbnails = new ReportThumbnails(dataset, ensurePicture);
    Function<String, Optional<byte[]>> whole =
        ReportThumbnails.whole(dataset, ensurePicture, PHOTO_SIDE);
    InfluenceScores scores = answer.scores();
    EstimatorFactory factory = estimators.byId(view.estimator());
    Optional<Worth> worth = worths.known(session).of(view.estimator(), view.options());
    boolean alone = answer.scope().equals(PairLink.PAIR);
    return new PairCard(
        List.of(
            test(session, view.pair().first(), whole), test(session, view.pair().second(), whole)),
        distance(session, view.pair()),
        alone ? "" : answer.query().title() + ", " + answer.query().pairs().size() + " pairs",
        strip(session, scores, scores.harmful(), view.top(), thumbnails),
        strip(session, scores, scores.helpful(), view.top(), thumbnails),
        answer.verdict(),
        words(factory, view.options()),
        worth
            .map(measured -> "It " + measured.sentence())
            .orElse("How well it predicts retraining was not measured on this model"),
        new ScoreOrigin(EstimatorOption.text(view.estimator(), view.options()), worth),
        view.note(),
        facts(session, view, answer, factory, model.orElse("")),
        again(session, view, answer, model));
  }

  private static Optional<String> model(ExplorerSession session) {
    return session
        .workspace()
        .flatMap(
            workspace ->
                new ModelStore(workspace).ofHead(session.bundle().head()).map(ModelCard::id));
  }

  private static Optional<Again> again(
      ExplorerSession session, View view, Answer answer, Optional<String> model) {
    return session
        .workspace()
        .filter(workspace -> model.isPresent())
        .map(
            workspace ->
                new PairLink(
                    workspace.folder(),
                    model.orElse(""),
                    view.pair(),
                    answer.scope(),
                    view.estimator(),
                    view.options(),
                    view.list()))
        .map(link -> new Again(link.command(), link.link()));
  }

  private static Photo test(
      ExplorerSession session, int index, Function<String, Optional<byte[]>> pictures) {
    String path = session.testSample(index).path();
    String name = session.className(session.testSample(index).label());
    return new Photo(pictures.apply(path), name, path, index, 0);
  }

  private static Strip strip(
      ExplorerSession session,
      InfluenceScores scores,
      int[] ranked,
      int top,
      Function<String, Optional<byte[]>> pictures) {
    List<Photo> photos =
        Arrays.stream(ranked)
            .limit(top)
            .mapToObj(
                index -> {
                  String path = session.trainSample(index).path();
                  return new Photo(
                      pictures.apply(path),
                      session.className(session.trainSample(index).label()),
                      path,
                      index,
                      scores.influence(index));
                })
            .toList();
    return new Strip(photos, ranked.length);
  }

  private double distance(ExplorerSession session, TestPair pair) {
    int[] rows = {pair.first(), pair.second()};
    FeatureMatrix embeddings =
        Embeddings.of(
            SelectedRows.of(session.bundle().testFeatures(), rows), session.bundle().head(), math);
    return Embeddings.normalisedSquaredDistance(embeddings.row(0), embeddings.row(1));
  }

  /** Its name, and the settings that are not the standard ones. */
  private static String words(EstimatorFactory factory, Map<String, String> options) {
    StringBuilder words = new StringBuilder(factory.title());
    for (EstimatorOption option : factory.options()) {
      String given = options.get(option.name());
      if (given != null && !option.name().equals(EstimatorOption.HISTORY)) {
        words.append(" · ").append(option.words()).append(' ').append(given);
      }
    }
    return words.toString();
  }

  private Map<String, String> facts(
      ExplorerSession session, View view, Answer answer, EstimatorFactory factory, String model) {
    Provenance made = provenance.now("card", Map.of(), Map.of());
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("data set", session.dataset().name());
    facts.put("model", session.modelTitle());
    facts.put("model id", model);
    facts.put("loss", session.loss().title());
    facts.put("workspace", session.workspace().map(found -> found.folder().toString()).orElse(""));
    facts.put("estimator", factory.title());
    for (EstimatorOption option : factory.options()) {
      facts.put(option.name(), view.options().getOrDefault(option.name(), option.standard()));
    }
    facts.put("explains", answer.query().title());
    facts.put("training images", String.valueOf(answer.scores().size()));
    facts.put(
        "fingerprint",
        explanations.resultKey(session, view.estimator(), view.options(), answer.query()).digits());
    facts.put("program", made.tool());
    facts.put("made", made.created());
    facts.values().removeIf(String::isEmpty);
    return facts;
  }
}
