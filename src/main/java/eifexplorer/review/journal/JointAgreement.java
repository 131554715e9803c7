package eifexplorer.review.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far all annotators agree on the images that two or more of them made a claim about: Krippendorff's alpha for labels
 * without an order (Krippendorff, Content Analysis, 2004), which takes any number of annotators, of whom not everyone need
 * have seen every image.
 *
 * @param annotators who made a claim about such an image
 * @param images that two or more made a claim about
 * @param unanimous of which all say the same
 * @param alpha {@code 1 - Do / De}: 1 where all always say the same, 0 where they agree no more than by chance; NaN where
 *     nobody ever says a second label, so that chance can't be told
 */
public record JointAgreement(int annotators, int images, int unanimous, double alpha) {
  /** Of three or more annotators; empty where there are fewer, whom {@link Agreement} compares. */
  public static Optional<JointAgreement> of(Decisions decisions) {
    Map<String, Integer> totals = new HashMap<>();
    Map<String, Boolean> who = new HashMap<>();
    double disagreeing = 0;
    int pairable = 0;
    int images = 0;
    int unanimous = 0;
    for (String sample : decisions.samples()) {
      List<JournalEntry> claims = claims(decisions, sample);
      if (claims.size() < 2) {
        continue;
      }
      Map<String, Integer> labels = new HashMap<>();
      claims.forEach(claim -> labels.merge(claim.after(), 1, Integer::sum));
      claims.forEach(claim -> who.put(claim.annotator(), true));
      labels.forEach((label, count) -> totals.merge(label, count, Integer::sum));
      int n = claims.size();
      double same = labels.values().stream().mapToDouble(c -> c * (c - 1.0)).sum();
      disagreeing += (n * (n - 1.0) - same) / (n - 1);
      pairable += n;
      images++;
      unanimous += labels.size() == 1 ? 1 : 0;
    }
    return who.size() < 3
        ? Optional.empty()
        : Optional.of(
            new JointAgreement(
                who.size(), images, unanimous, alpha(disagreeing, pairable, totals)));
  }

  private static double alpha(double disagreeing, int pairable, Map<String, Integer> totals) {
    double same = totals.values().stream().mapToDouble(c -> c * (c - 1.0)).sum();
    double byChance = (pairable * (pairable - 1.0) - same) / (pairable - 1);
    return byChance == 0 ? Double.NaN : 1 - disagreeing / byChance;
  }

  private static List<JournalEntry> claims(Decisions decisions, String sample) {
    return decisions.byAnnotator().values().stream()
        .map(of -> of.get(sample))
        .filter(Objects::nonNull)
        .filter(entry -> entry.kind().isClaim())
        .toList();
  }
}
