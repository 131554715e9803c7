package eifexplorer.export;

import eifexplorer.influence.ClassHarm;
import eifexplorer.influence.HarmAgreement;
import eifexplorer.influence.HarmAgreement.Place;
import eifexplorer.influence.HarmCover;
import eifexplorer.influence.PairSurvey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The classes and training images that harm all pairs most, as fields of a file. */
public final class CulpritFacts {
  /** Images of the {@linkplain HarmCover few that harm many}. */
  public static final int FEW = 3;

  private final PairSurvey survey;
  private final List<ClassHarm> classes;
  private final SampleNames names;
  private final @Nullable HarmAgreement agreement;
  private final int top;
  private final double all;

  /**
   * Facts of a survey.
   *
   * @param labels of the training images [N]
   * @param agreement what other estimators say; null if they were not asked
   * @param top how many classes and images are told; 0 for all
   */
  public CulpritFacts(
      PairSurvey survey,
      int[] labels,
      SampleNames names,
      @Nullable HarmAgreement agreement,
      int top) {
    this.survey = survey;
    this.classes = ClassHarm.of(survey, labels);
    this.names = names;
    this.agreement = agreement;
    this.top = top == 0 ? Integer.MAX_VALUE : top;
    this.all = classes.stream().mapToDouble(ClassHarm::harm).sum();
  }

  /** All facts by name. */
  public Map<String, Object> asMap() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("pairs", survey.explained());
    HarmCover few = few();
    facts.put("few_images", few.images());
    facts.put("few_images_harm", few.pairs());
    facts.put("classes", classes());
    facts.put("training_images", images());
    HarmAgreement known = agreement;
    if (known != null) {
      Map<String, Double> correlations = new LinkedHashMap<>();
      for (int k = 1; k < known.estimators().size(); k++) {
        correlations.put(known.estimators().get(k), known.rankCorrelation(k));
      }
      facts.put("rank_correlation", correlations);
      facts.put("left_out", known.leftOut());
    }
    return facts;
  }

  /** Which estimators could not be asked, and why, in sentences; none if nobody was to be asked. */
  public List<String> leftOut() {
    HarmAgreement known = agreement;
    return known == null ? List.of() : known.leftOut();
  }

  /** Number of pairs explained. */
  public int pairs() {
    return survey.explained();
  }

  /** The few images that harm many pairs. */
  public HarmCover few() {
    return HarmCover.of(survey, IntStream.range(0, survey.trainingImages()).boxed().toList(), FEW);
  }

  /** A map for each class by falling harm. */
  public List<Map<String, Object>> classes() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ClassHarm harm : classes.subList(0, Math.min(top, classes.size()))) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("class", names.className(harm.label()));
      row.put("images", harm.images());
      row.put("images_that_harm", harm.harming());
      row.put("pairs_harmed", harm.pairs());
      row.put("share_of_harm", all == 0 ? 0 : harm.harm() / all);
      HarmAgreement known = agreement;
      if (known != null) {
        agree(row, known.ofClass(harm.label()));
      }
      rows.add(row);
    }
    return rows;
  }

  /** A map for each training image by falling harm. */
  public List<Map<String, Object>> images() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int image : survey.mostHarmful(Math.min(top, survey.trainingImages()))) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("train_index", image);
      row.put("path", names.trainPath(image));
      row.put("class", names.trainClass(image));
      row.put("pairs_harmed", survey.pairsHarmed(image));
      row.put("share_of_harm", all == 0 ? 0 : survey.harm(image) / all);
      HarmAgreement known = agreement;
      if (known != null) {
        agree(row, known.ofImage(image));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Nothing where no other estimator could be asked. */
  private static void agree(Map<String, Object> row, List<Place> places) {
    if (places.size() < 2) {
      return;
    }
    row.put("agreement", HarmAgreement.verdict(places).name().toLowerCase(Locale.ROOT));
    Map<String, Integer> ranks = new LinkedHashMap<>();
    places.forEach(place -> ranks.put(place.estimator(), place.rank()));
    row.put("ranks", ranks);
  }
}
