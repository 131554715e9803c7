package eifexplorer.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where several estimators rank training images and classes by their harm to all pairs; immutable. Each has surveyed all pairs
 * itself: what is a fair stand-in for a pair's scores is none for their sums.
 */
public final class HarmAgreement {
  private final int[] labels;
  private final List<String> estimators = new ArrayList<>();
  private final List<double[]> images = new ArrayList<>();
  private final List<double[]> classes = new ArrayList<>();
  private final List<String> leftOut;

  /**
   * What an estimator makes of an image or class.
   *
   * @param estimator its name
   * @param rank by falling harm, from 1
   * @param of how many are ranked
   * @param share of the harm that all do together, 0..1
   */
  public record Place(String estimator, int rank, int of, double share) {
    /** Whether it is among the worst: the first tenth, or the first three of few. */
    public boolean isWorst() {
      int few = Math.max(1, Math.min(3, of / 2));
      return rank <= Math.max(few, (of + 9) / 10);
    }
  }

  /** Who counts an image or class among the worst. */
  public enum Verdict {
    /** All of them. */
    ALL,
    /** The first and some others. */
    SOME,
    /** The first alone. */
    FIRST_ALONE,
    /** Not even the first. */
    NOT_FIRST
  }

  /**
   * Holds surveys against each other.
   *
   * @param surveys at least one, each of all pairs; the first is the one whose culprits are in question
   * @param labels of the training images [N]
   * @param leftOut sentences on estimators that could not be asked
   */
  public HarmAgreement(List<NamedSurvey> surveys, int[] labels, List<String> leftOut) {
    this.labels = labels.clone();
    this.leftOut = List.copyOf(leftOut);
    int classCount = IntStream.of(labels).max().orElse(-1) + 1;
    for (NamedSurvey named : surveys) {
      double[] ofImages =
          IntStream.range(0, labels.length).mapToDouble(named.survey()::harm).toArray();
      double[] ofClasses = new double[classCount];
      for (int i = 0; i < labels.length; i++) {
        ofClasses[labels[i]] += ofImages[i];
      }
      estimators.add(named.estimator());
      images.add(ofImages);
      classes.add(ofClasses);
    }
  }

  /** The estimators' names, the first's first. */
  public List<String> estimators() {
    return List.copyOf(estimators);
  }

  /** Which estimators could not be asked, and why, in sentences; empty if all were. */
  public List<String> leftOut() {
    return leftOut;
  }

  /** Spearman's rank correlation of the harm of all training images, between the first and another by its place, -1..1. */
  public double rankCorrelation(int other) {
    return RankAgreement.spearman(images.get(0), images.get(other));
  }

  /** Where each places a training image among all. */
  public List<Place> ofImage(int trainIndex) {
    return places(images, trainIndex, labels.length);
  }

  /** Where each places a class, with all its training images, among all that have any. */
  public List<Place> ofClass(int label) {
    return places(classes, label, (int) IntStream.of(labels).distinct().count());
  }

  private List<Place> places(List<double[]> harms, int index, int of) {
    List<Place> places = new ArrayList<>();
    for (int k = 0; k < harms.size(); k++) {
      double[] harm = harms.get(k);
      int rank = 1;
      double all = 0;
      for (int i = 0; i < harm.length; i++) {
        rank += harm[i] > harm[index] || (harm[i] == harm[index] && i < index) ? 1 : 0;
        all += harm[i];
      }
      places.add(new Place(estimators.get(k), rank, of, all == 0 ? 0 : harm[index] / all));
    }
    return places;
  }

  /** Who counts what has these places, two or more, among the worst. */
  public static Verdict verdict(List<Place> places) {
    long others = places.stream().skip(1).filter(Place::isWorst).count();
    if (!places.get(0).isWorst()) {
      return Verdict.NOT_FIRST;
    }
    if (others == places.size() - 1) {
      return Verdict.ALL;
    }
    return others == 0 ? Verdict.FIRST_ALONE : Verdict.SOME;
  }
}
