package eifexplorer.ui.explore.whatif;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.strips.ExplainedPair;
import eifexplorer.ui.explore.strips.InfluenceScope;
import eifexplorer.ui.kit.Texts;
import java.util.List;

/**
 * What is tried: an answer is out of date once another question is asked.
 *
 * @param subject the pairs, in words: {@code Rusty Blackbird as Brewer Blackbird (test 12, 407)}
 * @param effect what is done, in words: {@code 20 harmful left out, 20 helpful counted × 2}
 * @param pairs whose distance is looked at
 * @param images which are changed
 * @param change how
 * @param seeds one trial each
 */
public record WhatIfQuestion(
    String subject,
    String effect,
    List<TestPair> pairs,
    ChangedImages images,
    WhatIfForm.Change change,
    List<Long> seeds) {
  /** The pairs that are explained, in words. */
  static String subject(ExplainedPair explained) {
    List<TestPair> pairs = explained.scores().query().pairs();
    return explained.scope() == InfluenceScope.PAIR
        ? alone(explained.pair())
        : explained.scores().query().title() + " · " + Texts.count(pairs.size(), "pair", "pairs");
  }

  /** Two classes have many pairs, which the numbers of their images tell apart. */
  private static String alone(PairItem pair) {
    return Texts.of(
        "{0} as {1} (test {2}, {3})",
        pair.wrongClass(),
        pair.confusedClass(),
        Texts.count(pair.pair().wrong()),
        Texts.count(pair.pair().confusedWith()));
  }

  /** Name of a model that is made of one trial. */
  String modelName(long seed) {
    return Texts.of("{0} · {1} · seed {2}", effect, subject, seed);
  }

  /** All of it in a line. */
  String text() {
    return Texts.of(
        "{0} for {1}, learning rate {2}, {3}",
        effect, subject, Texts.setting(change.rate()), Texts.count(seeds.size(), "seed", "seeds"));
  }
}
