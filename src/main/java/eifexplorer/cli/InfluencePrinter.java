package eifexplorer.cli;

import eifexplorer.export.ScoredQuery;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.ScoreStability;
import eifexplorer.session.ExplorerSession;
import java.util.Locale;

/** Prints a query's most harmful and most helpful training images as text. */
final class InfluencePrinter {
  private final Console console;
  private final ExplorerSession session;
  private final SessionNames names;
  private final int top;

  InfluencePrinter(Console console, ExplorerSession session, SessionNames names, int top) {
    this.console = console;
    this.session = session;
    this.names = names;
    this.top = top;
  }

  void print(ScoredQuery result) {
    InfluenceScores scores = result.scores();
    int[] harmful = scores.harmful();
    int[] helpful = scores.helpful();
    console.line("%s: %s", result.query().title(), describe(result.query()));
    console.line(
        "distance %.4f; %d harmful, %d helpful of %d training images",
        scores.distance(), harmful.length, helpful.length, scores.size());
    result
        .stability()
        .ifPresent(
            stability ->
                console.line(
                    "stability: against %s; * has the same sign and place in all",
                    stability.source()));
    list("harmful ▼ (keep them together)", harmful, result);
    list("helpful ▲ (push them apart)", helpful, result);
    if (result.more().get(InfluenceVerdicts.FIELD) instanceof InfluenceVerdicts.Written verdict) {
      verdict.lines().forEach(line -> console.line("  %s", line));
    }
  }

  private String describe(InfluenceQuery query) {
    InfluenceQuery.TestPair first = query.pairs().get(0);
    String classes =
        session.className(session.testSample(first.first()).label())
            + " | "
            + session.className(session.testSample(first.second()).label());
    return query.pairs().size() == 1
        ? classes
        : classes + " and others, " + query.pairs().size() + " pairs";
  }

  private void list(String title, int[] ranked, ScoredQuery result) {
    console.line("  %s", title);
    for (int rank = 0; rank < Math.min(top, ranked.length); rank++) {
      int i = ranked[rank];
      console.line(
          "  %4d  %+.6f  %6d  %s%s  %s",
          rank + 1,
          result.scores().influence(i),
          i,
          result.stability().map(stability -> mark(stability, i)).orElse(""),
          names.trainClass(i),
          names.trainPath(i));
    }
  }

  /** Whether a score is stable, in how many views it has its sign, and between which ranks it moves. */
  private static String mark(ScoreStability stability, int i) {
    return String.format(
        Locale.ROOT,
        "%s %d/%d  %5d..%-5d  ",
        stability.isStable(i) ? "*" : " ",
        stability.sameSign(i),
        stability.views(),
        stability.highestRank(i),
        stability.lowestRank(i));
  }
}
