package eifexplorer.ui.explore.totals;

import eifexplorer.influence.ClassHarm;
import eifexplorer.influence.HarmCover;
import eifexplorer.influence.InfluenceSurvey;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A survey added up.
 *
 * @param survey it
 * @param classes by falling harm
 * @param images that harm a pair, by falling harm, at most {@link #IMAGES}
 * @param few {@link #FEW} images that together harm many pairs
 * @param all the harm of all images
 */
record HarmTotals(
    InfluenceSurvey survey,
    List<ClassHarm> classes,
    List<Integer> images,
    HarmCover few,
    double all) {
  static final int IMAGES = 200;
  static final int FEW = 3;

  static HarmTotals of(InfluenceSurvey survey, int[] labels) {
    List<ClassHarm> classes = ClassHarm.of(survey, labels);
    List<Integer> harming =
        IntStream.range(0, labels.length)
            .filter(image -> survey.pairsHarmed(image) > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(image -> -survey.harm(image)))
            .toList();
    return new HarmTotals(
        survey,
        classes,
        harming.subList(0, Math.min(IMAGES, harming.size())),
        HarmCover.of(survey, harming, FEW),
        classes.stream().mapToDouble(ClassHarm::harm).sum());
  }

  boolean isComplete() {
    return survey.explained() == survey.pairs();
  }

  double share(double harm) {
    return all == 0 ? 0 : harm / all;
  }
}
