package eifexplorer.dataset;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;

/** How a wrong label is chosen for a training image; {@link NoiseSpec} says for how many and applies it. */
public interface LabelNoise {
  /** Begins the name of {@link #confusion}; alone it means that the classes that look alike are still to be found out. */
  String CONFUSION = "confusion";

  /** Name on the command line and in files, such as {@code shift5}. */
  String id();

  /**
   * A label other than {@code label}.
   *
   * @param label the right one, 0..classCount-1
   * @param classCount number of training classes, at least 2
   * @param random drawn from only by models that need it
   */
  int wrongLabel(int label, int classCount, NumpyRandom random);

  /**
   * The reference's rule: the label five further on, or five back where that would leave the training classes. With ten
   * classes or fewer the shift wraps around (by one class where five steps lead back to the start).
   */
  static LabelNoise shift5() {
    return new ShiftNoise(5);
  }

  /** Any other training class, each as likely. */
  static LabelNoise uniform() {
    return new UniformNoise();
  }

  /**
   * The most similar other class: the mistake an annotator makes.
   *
   * @param mostSimilar [C] for each training class its most similar other one
   */
  static LabelNoise confusion(int[] mostSimilar) {
    return new ConfusionNoise(mostSimilar);
  }

  /** A model by its {@link #id}. Throws {@link ProblemException} for an unknown one. */
  static LabelNoise byId(String id) {
    if (id.matches(CONFUSION + ":\\d{1,9}(,\\d{1,9})*")) {
      String list = id.substring(CONFUSION.length() + 1);
      return confusion(Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray());
    }
    return switch (id) {
      case "shift5" -> shift5();
      case "uniform" -> uniform();
      case CONFUSION ->
          throw new ProblemException(
              "The noise model confusion is for training", "", "Name the classes: confusion:1,0,…");
      default ->
          throw ProblemException.badValue("The noise model", id, "shift5, uniform, confusion");
    };
  }
}
