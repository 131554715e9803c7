package eifexplorer.experiment.reweighting;

import eifexplorer.dataset.Sample;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.PictureSheet;
import eifexplorer.experiment.PictureSheet.Picture;
import eifexplorer.experiment.PictureSheet.Row;
import eifexplorer.influence.InfluenceQuery.TestPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The paper's figure: a confused pair, and below it the images that harm it most by each estimator. */
final class CaseSheet {
  private static final int PICTURED_PAIRS = 3;

  private final ExperimentInputs inputs;

  CaseSheet(ExperimentInputs inputs) {
    this.inputs = inputs;
  }

  /** A group shows its first pairs. */
  PictureSheet of(ConfusedCase of, Map<String, List<Integer>> harmful) {
    List<Picture> pairs = new ArrayList<>();
    for (TestPair pair : of.query().pairs().stream().limit(PICTURED_PAIRS).toList()) {
      pairs.add(picture(pair.first(), false));
      pairs.add(picture(pair.second(), false));
    }
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(of.query().pairs().size() == 1 ? "confused pair" : "confused pairs", pairs));
    harmful.forEach(
        (id, images) ->
            rows.add(
                new Row(
                    "most harmful by " + id, images.stream().map(i -> picture(i, true)).toList())));
    return new PictureSheet(
        "harmful-" + of.key(), "Most harmful images, " + title(of), rows, of.target());
  }

  /** A single pair is known by its classes, a group has a name. */
  private String title(ConfusedCase of) {
    List<TestPair> pairs = of.query().pairs();
    return pairs.size() == 1
        ? testClass(pairs.get(0).first()) + " as " + testClass(pairs.get(0).second())
        : of.query().title();
  }

  private String testClass(int index) {
    return inputs.className(inputs.dataset().test().get(index).label());
  }

  private Picture picture(int index, boolean training) {
    Sample sample =
        training ? inputs.dataset().train().get(index) : inputs.dataset().test().get(index);
    return new Picture(sample.path(), training, index, inputs.className(sample.label()));
  }
}
