package eifexplorer.ui.explore.confusions;

import eifexplorer.confusion.ClassPairCount;
import eifexplorer.ui.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Two classes that are confused, as listed.
 *
 * @param count the two labels, how many pairs, their mean distance
 * @param wrongClass name of the images' class
 * @param confusedClass name of their neighbours' class
 * @param searchText both names in lower case
 */
public record ClassPairRow(
    ClassPairCount count, String wrongClass, String confusedClass, String searchText)
    implements ConfusionRow {
  private static final Comparator<ClassPairRow> BY_NAMES =
      Comparator.comparing(ClassPairRow::wrongClass).thenComparing(ClassPairRow::confusedClass);

  /** The orders there are, the usual one first. */
  static final List<RowOrder<ClassPairRow>> ORDERS =
      List.of(
          new RowOrder<>(
              "number of pairs",
              Texts.of("number of pairs"),
              Texts.of("Pairs"),
              Comparator.comparingInt((ClassPairRow row) -> row.count.count())
                  .thenComparing(BY_NAMES.reversed()),
              true),
          new RowOrder<>(
              "wrong class", Texts.of("wrong class"), Texts.of("Wrong class"), BY_NAMES, false),
          new RowOrder<>(
              "confused class",
              Texts.of("confused class"),
              Texts.of("Confused with"),
              Comparator.comparing(ClassPairRow::confusedClass)
                  .thenComparing(ClassPairRow::wrongClass),
              false),
          new RowOrder<>(
              "mean distance",
              Texts.of("mean distance"),
              Texts.of("Dist."),
              Comparator.comparingDouble((ClassPairRow row) -> row.count.meanDistance())
                  .thenComparing(BY_NAMES),
              false));

  /** A class pair with its names. */
  static ClassPairRow of(ClassPairCount count, IntFunction<String> className) {
    String wrong = className.apply(count.wrongLabel());
    String confused = className.apply(count.confusedLabel());
    return new ClassPairRow(
        count, wrong, confused, (wrong + "\n" + confused).toLowerCase(Locale.ROOT));
  }

  @Override
  public String spoken() {
    return Texts.of(
        "{0} taken for {1}, {2}, mean distance {3}",
        wrongClass,
        confusedClass,
        Texts.count(count.count(), "pair", "pairs"),
        Texts.distance(count.meanDistance()));
  }
}
