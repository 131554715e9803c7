package eifexplorer.session;

import eifexplorer.confusion.ConfusionGroup;
import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.NearestNames;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** Makes influence queries from what a person points at in a session. */
public final class Queries {
  private final ExplorerSession session;

  /** Queries about this session's test samples. */
  public Queries(ExplorerSession session) {
    this.session = session;
  }

  /** Two test samples, confused or not. Throws {@link ProblemException} for an index outside the test set. */
  public InfluenceQuery pair(int first, int second) {
    int count = session.dataset().test().size();
    for (int index : new int[] {first, second}) {
      if (index < 0 || index >= count) {
        throw ProblemException.badValue("test index", index, "0 to " + (count - 1));
      }
    }
    return InfluenceQuery.pair(first, second);
  }

  /** All confused pairs of a group. Throws {@link ProblemException} if there are none. */
  public InfluenceQuery group(ConfusionGroup group) {
    String title =
        "group "
            + session.className(group.wrongLabel())
            + ": "
            + group.confusionLabels().stream()
                .map(session::className)
                .collect(Collectors.joining(", "));
    List<TestPair> pairs =
        group.pairs(session.confusions()).stream()
            .map(pair -> new TestPair(pair.wrong(), pair.confusedWith()))
            .toList();
    return new InfluenceQuery(pairs, title);
  }

  /** The label a person means: a number, or a class name with or without its leading number. */
  public int label(String text) {
    String wanted = text.strip();
    for (ClassLabel label : session.dataset().classes()) {
      if (String.valueOf(label.label()).equals(wanted)
          || label.name().equalsIgnoreCase(wanted)
          || label.displayName().equalsIgnoreCase(wanted)) {
        return label.label();
      }
    }
    throw ProblemException.ofValue(
        wanted,
        "There is no class \"" + wanted + "\"",
        NearestNames.question(
                wanted, session.dataset().classes().stream().map(ClassLabel::name).toList())
            + "Give a label from 0 to "
            + (session.dataset().classes().size() - 1)
            + " or a class name.");
  }
}
