package eifexplorer.retrain;

import eifexplorer.influence.HarmConcentration;
import eifexplorer.session.ExplorerSession;

/** Who harms a query, in a sentence. */
public final class HarmSentence {
  private HarmSentence() {}

  /** For example {@code 10 of the 10 most harmful are Brewer Blackbird: these 10 carry 18 % of all harm, the class 41 %}. */
  public static String of(ExplorerSession session, HarmConcentration harm) {
    String name = session.className(harm.label());
    if (harm.harmful() == 1) {
      return "The only harmful image is labelled " + name;
    }
    String carried =
        ": these "
            + harm.top()
            + " carry "
            + percent(harm.topShare())
            + " of all harm, the class "
            + percent(harm.labelShare());
    return 2 * harm.ofLabel() > harm.top()
        ? harm.ofLabel() + " of the " + harm.top() + " most harmful are " + name + carried
        : "No class prevails among the "
            + harm.top()
            + " most harmful ("
            + harm.ofLabel()
            + " are "
            + name
            + ")"
            + carried;
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
