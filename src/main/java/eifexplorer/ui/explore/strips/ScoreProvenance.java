package eifexplorer.ui.explore.strips;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What scores were made from, in words.
 *
 * @param chip the few that tell results apart, such as {@code ProxyNCA++ · epoch 10 · lr 0.001 · 9f3c21}
 * @param facts everything
 */
public record ScoreProvenance(String chip, List<Fact> facts) {
  private static final int SHORT = 6;

  /** One thing, with its name. */
  public record Fact(String name, String value) {}

  /** Copies the list. */
  public ScoreProvenance {
    facts = List.copyOf(facts);
  }

  /** What scores were made from. */
  static ScoreProvenance of(ExplorerSession session, ExplainedPair explained, Fingerprint key) {
    InfluenceQuery query = explained.scores().query();
    InfluenceScores scores = explained.scores().scores();
    Map<String, String> estimator = explained.estimator();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Texts.of("model"), session.modelTitle()));
    facts.add(new Fact(Texts.of("loss"), session.loss().title()));
    session
        .workspace()
        .ifPresent(
            workspace -> facts.add(new Fact(Texts.of("workspace"), workspace.folder().toString())));
    estimator.forEach((name, value) -> facts.add(new Fact(name, value)));
    facts.add(new Fact(Texts.of("explains"), query.title()));
    facts.add(new Fact(Texts.of("pairs"), Texts.count(query.pairs().size())));
    facts.add(new Fact(Texts.of("mean distance"), Texts.distance(scores.distance())));
    for (int t = 0; t < scores.thetas(); t++) {
      String which = scores.thetas() == 1 ? "" : Texts.of(", theta {0}", t + 1);
      facts.add(
          new Fact(Texts.of("distance moved{0}", which), Texts.signed(scores.deltaDistance(t))));
    }
    facts.add(new Fact(Texts.of("training images"), Texts.count(scores.size())));
    facts.add(new Fact(Texts.of("fingerprint"), key.digits()));
    return new ScoreProvenance(chip(session, estimator, key), facts);
  }

  /** The epoch is the last word of the model's title. */
  private static String chip(
      ExplorerSession session, Map<String, String> estimator, Fingerprint key) {
    List<String> parts = new ArrayList<>();
    parts.add(session.loss().title());
    String title = session.modelTitle();
    parts.add(title.substring(title.lastIndexOf('·') + 1).strip());
    if (estimator.containsKey("lr")) {
      parts.add(Texts.of("lr {0}", estimator.get("lr")));
    }
    parts.add(key.digits().substring(0, Math.min(SHORT, key.digits().length())));
    return String.join(" · ", parts);
  }

  /** The chip in ever fewer words, the last none: {@code ProxyNCA++ · epoch 10}, {@code epoch 10}. */
  List<String> shorter() {
    String[] parts = chip.split(" · ", -1);
    return parts.length < 3
        ? List.of(chip, "")
        : List.of(chip, parts[0] + " · " + parts[1], parts[1], "");
  }

  /** Everything, a line each. */
  public String text() {
    return facts.stream()
        .map(fact -> fact.name() + ": " + fact.value())
        .collect(Collectors.joining("\n"));
  }
}
