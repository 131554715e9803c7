package eifexplorer.ui.explore.compare;

import eifexplorer.influence.RankAgreement;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.RankedInfluence;
import eifexplorer.ui.kit.Texts;
import java.util.stream.IntStream;

/**
 * The scores of two estimators for the same pairs.
 *
 * @param one the estimator of the strips
 * @param other the one it is held against
 * @param spearman rank correlation of all scores, -1..1; NaN if one of them ranks nothing
 */
record ComparedInfluence(RankedInfluence one, RankedInfluence other, double spearman) {
  /** Compares scores of the same training images. */
  static ComparedInfluence of(RankedInfluence one, RankedInfluence other) {
    return new ComparedInfluence(
        one, other, RankAgreement.spearman(one.scores().influences(), other.scores().influences()));
  }

  /** How many of the strongest of a kind both have, of at most so many. */
  int shared(InfluenceKind kind, int count) {
    return RankAgreement.shared(ranking(one, kind), ranking(other, kind), count);
  }

  /** How many could be shared: the smaller number of a kind, at most {@code count}. */
  int possible(InfluenceKind kind, int count) {
    return Math.min(count, Math.min(one.count(kind), other.count(kind)));
  }

  private static int[] ranking(RankedInfluence scores, InfluenceKind kind) {
    return IntStream.range(0, scores.count(kind)).map(r -> scores.trainIndex(kind, r)).toArray();
  }

  /** All of it in a line: {@code Spearman 0.86 over 1,402 images · 14 of the 20 most harmful and 11 of the 20 most helpful in both}. */
  String text(int count) {
    String order =
        Double.isNaN(spearman)
            ? Texts.of("One of them ranks nothing")
            : Texts.of(
                "Spearman {0} over {1}",
                Texts.coefficient(spearman), Texts.count(one.scores().size(), "image", "images"));
    return Texts.of(
        "{0} · {1} of the {2} most harmful and {3} of the {4} most helpful in both",
        order,
        Texts.count(shared(InfluenceKind.HARMFUL, count)),
        Texts.count(possible(InfluenceKind.HARMFUL, count)),
        Texts.count(shared(InfluenceKind.HELPFUL, count)),
        Texts.count(possible(InfluenceKind.HELPFUL, count)));
  }
}
