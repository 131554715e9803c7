package eifexplorer.project.findings;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.export.Finding;
import eifexplorer.export.Finding.Row;
import eifexplorer.influence.HarmConcentration;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.math.NumberScale;
import eifexplorer.retrain.HarmSentence;
import eifexplorer.retrain.LeavingOut;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.retrain.TrialVerdict;
import eifexplorer.review.copies.Copies;
import eifexplorer.session.Explanations;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionCopies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The closest pair that training images hold together, which two copies of one photograph are not. */
final class ClosestConfusion {
  private static final String EIF = "eif";
  private static final int STRIP = 6;

  /** Of pairs that no training image harms so many are passed over. */
  private static final int TRIED = 20;

  /** A trial of more multiplications takes longer than a spectator waits, some 30 seconds on two slow cores. */
  private static final double LONGEST = 3e11;

  private final Explanations explanations;
  private final ReweightTrials trials;
  private final SessionCopies copies;

  ClosestConfusion(Explanations explanations, ReweightTrials trials, SessionCopies copies) {
    this.explanations = explanations;
    this.trials = trials;
    this.copies = copies;
  }

  Optional<Finding> find(ExplorerSession session, Consumer<Finding> soFar, JobContext context) {
    Copies known = copies.kept(session).orElse(Copies.NONE);
    List<ConfusionPair> closest =
        session.pairs().stream()
            .filter(pair -> pair.distance() > 0 && known.of(pair).isEmpty())
            .sorted(Comparator.comparingDouble(ConfusionPair::distance))
            .limit(TRIED)
            .toList();
    for (ConfusionPair pair : closest) {
      InfluenceQuery query = InfluenceQuery.pair(pair.wrong(), pair.confusedWith());
      InfluenceScores scores =
          explanations
              .explain(
                  session,
                  explanations.estimator(session, EIF, Map.of()),
                  Map.of(),
                  List.of(query),
                  context.withoutProgress())
              .get(0);
      if (scores.harmful().length > 0) {
        soFar.accept(finding(session, pair, scores, "Trying what becomes of them without it …"));
        String without = withoutHarm(session, query, scores, context);
        return Optional.of(finding(session, pair, scores, without));
      }
    }
    return Optional.empty();
  }

  private Finding finding(
      ExplorerSession session, ConfusionPair pair, InfluenceScores scores, String without) {
    Photographs photographs = new Photographs(session);
    List<String> details = new ArrayList<>();
    HarmConcentration.of(scores, session.bundle().trainLabels())
        .ifPresent(harm -> details.add(HarmSentence.of(session, harm) + "."));
    details.add(without);
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "",
            List.of(
                photographs.test(pair.wrong(), "test image"),
                photographs.test(pair.confusedWith(), "its nearest neighbour"))));
    rows.add(
        strip(
            "Harmful ▼ training images keep them together", scores.harmful(), scores, photographs));
    if (scores.helpful().length > 0) {
      rows.add(
          strip(
              "Helpful ▲ training images push them apart", scores.helpful(), scores, photographs));
    }
    return new Finding(
        FindingKind.CLOSEST_CONFUSION.heading(),
        sentence(session, pair, photographs),
        details,
        rows);
  }

  private static String sentence(
      ExplorerSession session, ConfusionPair pair, Photographs photographs) {
    return String.format(
        Locale.ROOT,
        "The model takes this %s for %s: of %s none is closer (distance %.3f).",
        photographs.testClass(pair.wrong()),
        photographs.testClass(pair.confusedWith()),
        Photographs.count(session.pairs().size(), "confused pair", "confused pairs"),
        pair.distance());
  }

  /** The strongest; all scores of the pair are on one scale. */
  private static Row strip(
      String title, int[] images, InfluenceScores scores, Photographs photographs) {
    NumberScale scale =
        NumberScale.upTo(
            IntStream.concat(first(scores.harmful(), 1), first(scores.helpful(), 1))
                .mapToDouble(i -> Math.abs(scores.influence(i)))
                .max()
                .orElse(0));
    return new Row(
        scale.unit().isEmpty() ? title : title + " · scores " + scale.unit(),
        first(images, STRIP)
            .mapToObj(i -> photographs.train(i, scale.signed(scores.influence(i))))
            .toList());
  }

  private static IntStream first(int[] images, int most) {
    return Arrays.stream(images).limit(most);
  }

  private String withoutHarm(
      ExplorerSession session, InfluenceQuery query, InfluenceScores scores, JobContext context) {
    ReweightRequest request = LeavingOut.request(session, query, scores);
    if (trials.known(session, request).isEmpty() && LeavingOut.multiplications(session) > LONGEST) {
      return "What becomes of them without the harmful images was not tried.";
    }
    String what = LeavingOut.text(scores);
    return TrialVerdict.of(session, what, trials.effects(session, request, context)).text();
  }
}
