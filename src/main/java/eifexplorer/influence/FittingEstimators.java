package eifexplorer.influence;

import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Of estimators that nobody named those that can explain a model, and why the others can't: their formula may not be for its
 * loss, or the run they would trace kept nothing. Immutable.
 *
 * @param ids those that can, in order
 * @param leftOut the others
 */
public record FittingEstimators(List<String> ids, List<LeftOut> leftOut) {
  /** Copies the lists. */
  public FittingEstimators {
    ids = List.copyOf(ids);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * One that can't explain the model.
   *
   * @param title its short title
   * @param why a phrase without a full stop
   */
  public record LeftOut(String title, String why) {}

  /** All of these, which were asked for by name. */
  public static FittingEstimators all(List<String> ids) {
    return new FittingEstimators(ids, List.of());
  }

  /**
   * Those that can be made.
   *
   * @param wanted by id
   * @param make makes one, and throws {@link ProblemException} if the model does not allow it
   */
  public static FittingEstimators of(
      InfluenceEstimators estimators, List<String> wanted, Consumer<String> make) {
    List<String> ids = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (String id : wanted) {
      try {
        make.accept(id);
        ids.add(id);
      } catch (ProblemException e) {
        leftOut.add(new LeftOut(estimators.byId(id).shortTitle(), e.what()));
      }
    }
    return new FittingEstimators(ids, leftOut);
  }

  /** Two sentences for each reason: {@code Left out: Gradient dot product, Gauss-Newton. The loss ArcFace is …} */
  public List<String> notes() {
    Map<String, List<String>> titles = new LinkedHashMap<>();
    leftOut.forEach(
        one -> titles.computeIfAbsent(one.why(), why -> new ArrayList<>()).add(one.title()));
    return titles.entrySet().stream()
        .map(of -> "Left out: " + String.join(", ", of.getValue()) + ". " + of.getKey() + ".")
        .toList();
  }
}
