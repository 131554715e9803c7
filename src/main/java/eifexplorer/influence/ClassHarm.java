package eifexplorer.influence;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey.HarmedPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the training images of a class do to the confused pairs together.
 *
 * @param label the class
 * @param images how many training images it has
 * @param harming how many of them harm a pair
 * @param pairs how many different pairs they harm
 * @param harm sum of {@link InfluenceSurvey#harm} over its images
 * @param worst its images that harm, by falling harm, ties by index
 */
public record ClassHarm(
    int label, int images, int harming, int pairs, double harm, List<Integer> worst) {
  /** Copies the list. */
  public ClassHarm {
    worst = List.copyOf(worst);
  }

  /** Share of its images that harm a pair, 0..1. */
  public double share() {
    return (double) harming / images;
  }

  /**
   * Every class that has training images, by falling harm, ties by label.
   *
   * @param labels of the training images [N]
   */
  public static List<ClassHarm> of(InfluenceSurvey survey, int[] labels) {
    TreeMap<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      members.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
    }
    List<ClassHarm> classes = new ArrayList<>();
    members.forEach((label, images) -> classes.add(of(survey, label, images)));
    classes.sort(Comparator.comparingDouble(ClassHarm::harm).reversed());
    return classes;
  }

  private static ClassHarm of(InfluenceSurvey survey, int label, List<Integer> images) {
    Set<TestPair> pairs = new HashSet<>();
    int harming = 0;
    double harm = 0;
    for (int image : images) {
      List<HarmedPair> harmed = survey.harmed(image, Integer.MAX_VALUE);
      harmed.forEach(pair -> pairs.add(pair.pair()));
      harming += harmed.isEmpty() ? 0 : 1;
      harm += survey.harm(image);
    }
    List<Integer> worst =
        images.stream()
            .filter(image -> survey.pairsHarmed(image) > 0)
            .sorted(Comparator.comparingDouble(image -> -survey.harm(image)))
            .toList();
    return new ClassHarm(label, images.size(), harming, pairs.size(), harm, worst);
  }
}
