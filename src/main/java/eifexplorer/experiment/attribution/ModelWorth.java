package eifexplorer.experiment.attribution;

import eifexplorer.influence.EstimatorOption;
import eifexplorer.influence.InfluenceEstimators;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of the estimators on one model with its labels of now; immutable. Settings must be those that were
 * measured: nothing is said of {@code trak:lambda=10} by what was measured of {@code trak}.
 */
public final class ModelWorth {
  private final InfluenceEstimators estimators;
  private final List<LdsMeasurement> measurements;
  private final List<LdsMeasurement> former;

  /**
   * What these measurements say.
   *
   * @param measurements all of the model as it is
   * @param former those of the model before its weights or labels were changed
   */
  public ModelWorth(
      InfluenceEstimators estimators,
      List<LdsMeasurement> measurements,
      List<LdsMeasurement> former) {
    this.estimators = estimators;
    this.measurements = measurements.stream().sorted(LdsMeasurement.TELLING_FIRST).toList();
    this.former = former.stream().sorted(LdsMeasurement.TELLING_FIRST).toList();
  }

  /** The same with one measurement more. */
  public ModelWorth with(LdsMeasurement another) {
    List<LdsMeasurement> all = new ArrayList<>(measurements);
    all.add(another);
    return new ModelWorth(estimators, all, former);
  }

  /**
   * What an estimator with these settings is worth; empty if that was not measured, of it or of one with the same scores.
   *
   * @param options its settings by name; those not given have their standard values
   */
  public Optional<Worth> of(String id, Map<String, String> options) {
    return first(measurements, id, options);
  }

  /** What it was worth before weights or labels were changed; empty if that was not measured either. */
  public Optional<Worth> formerly(String id, Map<String, String> options) {
    return first(former, id, options);
  }

  private Optional<Worth> first(List<LdsMeasurement> in, String id, Map<String, String> options) {
    return in.stream().flatMap(one -> find(one, id, options).stream()).findFirst();
  }

  /**
   * The estimator that predicts retraining best, if that is further than this one beyond chance: both were measured on the
   * same distances and subsets, and the interval of their difference leaves out 0.
   */
  public Optional<Worth> better(String id, Map<String, String> options) {
    for (LdsMeasurement one : measurements) {
      Optional<Worth> own = find(one, id, options);
      if (own.isPresent()) {
        return one.worths().stream()
            .filter(other -> one.leads(other.text(), own.get().text()))
            .max(Comparator.comparingDouble(Worth::mean));
      }
    }
    return Optional.empty();
  }

  private Optional<Worth> find(LdsMeasurement in, String id, Map<String, String> options) {
    String scores = estimators.byId(id).scoresOf();
    Map<String, String> wanted = changed(id, options);
    return in.worths().stream()
        .filter(worth -> estimators.byId(worth.id()).scoresOf().equals(scores))
        .filter(worth -> changed(id, worth.options()).equals(wanted))
        .findFirst();
  }

  private Map<String, String> changed(String id, Map<String, String> options) {
    return EstimatorOption.changed(estimators.byId(id).options(), options);
  }

  /** An estimator with its settings for people: {@code TRAK, lambda 10}. */
  public String title(Worth worth) {
    return new EstimatorSetting(worth.text(), worth.id(), worth.options()).title(estimators);
  }

  /** An estimator without its settings for people: {@code TRAK}. */
  public String shortTitle(Worth worth) {
    return estimators.byId(worth.id()).shortTitle();
  }
}
