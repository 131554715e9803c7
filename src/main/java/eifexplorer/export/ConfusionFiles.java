package eifexplorer.export;

import eifexplorer.confusion.ClassPairCount;
import eifexplorer.confusion.ClassSummary;
import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.confusion.Confusions;
import eifexplorer.problem.ProblemException;
import java.util.stream.Collectors;

/** Confusions as rows of named values. */
public final class ConfusionFiles {
  private ConfusionFiles() {}

  /** What a row is. */
  public enum Grouping {
    PAIR("pair"),
    CLASS_PAIR("class-pair"),
    CLASS("class");

    private final String text;

    Grouping(String text) {
      this.text = text;
    }

    /** Reads the name on the command line. Throws {@link ProblemException} for another. */
    public static Grouping parse(String text) {
      for (Grouping grouping : values()) {
        if (grouping.text.equals(text)) {
          return grouping;
        }
      }
      throw ProblemException.badValue("--by", text, "pair, class-pair, class");
    }
  }

  /**
   * The rows: pairs by ascending test index, one for each wrong image, so that a mutual pair has two; class pairs and
   * classes by descending count.
   */
  public static NamedRows rows(Confusions confusions, Grouping by, SampleNames names) {
    ConfusionTable table = new ConfusionTable(confusions);
    return switch (by) {
      case PAIR -> pairs(confusions, names).rows(confusions.pairs());
      case CLASS_PAIR -> classPairs(names).rows(table.classPairs());
      case CLASS -> classes(names).rows(table.classes());
    };
  }

  private static Columns<ConfusionPair> pairs(Confusions confusions, SampleNames names) {
    return new Columns<ConfusionPair>()
        .with("wrong", ConfusionPair::wrong)
        .with("confused_with", ConfusionPair::confusedWith)
        .with("distance", ConfusionPair::distance)
        .with("wrong_class", pair -> names.className(pair.wrongLabel()))
        .with("confused_class", pair -> names.className(pair.confusedLabel()))
        .with("wrong_path", pair -> names.testPath(pair.wrong()))
        .with("confused_path", pair -> names.testPath(pair.confusedWith()))
        .with("mutual", confusions::isMutual);
  }

  private static Columns<ClassPairCount> classPairs(SampleNames names) {
    return new Columns<ClassPairCount>()
        .with("wrong_label", ClassPairCount::wrongLabel)
        .with("confused_label", ClassPairCount::confusedLabel)
        .with("pairs", ClassPairCount::count)
        .with("mean_distance", ClassPairCount::meanDistance)
        .with("wrong_class", pair -> names.className(pair.wrongLabel()))
        .with("confused_class", pair -> names.className(pair.confusedLabel()));
  }

  private static Columns<ClassSummary> classes(SampleNames names) {
    return new Columns<ClassSummary>()
        .with("label", ClassSummary::label)
        .with("class", summary -> names.className(summary.label()))
        .with("samples", ClassSummary::samples)
        .with("wrong", ClassSummary::wrong)
        .with("wrong_share", ClassSummary::wrongShare)
        .with(
            "confusion_classes",
            summary ->
                summary.confusionClasses().stream()
                    .map(names::className)
                    .collect(Collectors.joining("; ")));
  }
}
