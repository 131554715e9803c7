package eifexplorer.retrain;

import eifexplorer.influence.HarmConcentration;
import eifexplorer.session.ExplorerSession;

/** Who harms a query, in a sentence. */
public final class HarmSentence {
  private HarmSentence() {}

  /** For example {@code 10 of the 10 most harmful are Brewer Blackbird: these 10 carry 18 % of all harm, the class 41 %}, or {@code No class prevails: the 10 most harmful carry 15 % of all harm; 4 are Painted Bunting, which in all carries 20 %}. */
  public static String of(ExplorerSession session, HarmConcentration harm) {
    String name = session.className(harm.label());
    if (harm.harmful() == 1) {
      return "The only harmful image is labelled " + name;
    }
    String carry = " carry " + percent(harm.topShare()) + " of all harm";
    return 2 * harm.ofLabel() > harm.top()
        ? harm.ofLabel()
            + " of the "
            + harm.top()
            + " most harmful are "
            + name
            + ": these "
            + harm.top()
            + carry
            + ", the class "
            + percent(harm.labelShare())
        : "No class prevails: the "
            + harm.top()
            + " most harmful"
            + carry
            + "; "
            + harm.ofLabel()
            + " are "
            + name
            + ", which in all carries "
            + percent(harm.labelShare());
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
