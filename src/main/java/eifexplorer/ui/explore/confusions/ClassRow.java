package eifexplorer.ui.explore.confusions;

import eifexplorer.confusion.ClassSummary;
import eifexplorer.ui.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A class of the test images, as listed.
 *
 * @param summary its label, how many of its images are wrong, what they are confused with
 * @param name for people
 * @param confusionClasses names of the few classes that most of its wrong images are confused with
 * @param searchText its name in lower case
 */
public record ClassRow(
    ClassSummary summary, String name, List<String> confusionClasses, String searchText)
    implements ConfusionRow {
  private static final Comparator<ClassRow> BY_NAME = Comparator.comparing(ClassRow::name);

  /** The orders there are, the usual one first. */
  static final List<RowOrder<ClassRow>> ORDERS =
      List.of(
          new RowOrder<>(
              "wrong share",
              Texts.of("wrong share"),
              Texts.of("Wrong share"),
              Comparator.comparingDouble((ClassRow row) -> row.summary.wrongShare())
                  .thenComparing(BY_NAME.reversed()),
              true),
          new RowOrder<>("class name", Texts.of("class name"), Texts.of("Class"), BY_NAME, false),
          new RowOrder<>(
              "number of wrong images",
              Texts.of("number of wrong images"),
              Texts.of("Wrong"),
              Comparator.comparingInt((ClassRow row) -> row.summary.wrong())
                  .thenComparing(BY_NAME.reversed()),
              true));

  /** A class with the names. */
  static ClassRow of(ClassSummary summary, IntFunction<String> className) {
    String name = className.apply(summary.label());
    return new ClassRow(
        summary,
        name,
        summary.confusionClasses().stream().map(className::apply).toList(),
        name.toLowerCase(Locale.ROOT));
  }

  /** How many are wrong, of how many: {@code 18 of 29}. */
  public String countText() {
    return Texts.of("{0} of {1}", Texts.count(summary.wrong()), Texts.count(summary.samples()));
  }

  @Override
  public String spoken() {
    String with =
        confusionClasses.isEmpty()
            ? ""
            : Texts.of(", confused with {0}", String.join(", ", confusionClasses));
    return Texts.of(
        "{0}, {1} wrong, {2}{3}", name, countText(), Texts.percent(summary.wrongShare()), with);
  }
}
