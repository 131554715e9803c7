package eifexplorer.ui.experiment;

import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** A result's cells as every screen writes numbers, see {@link Texts}. */
final class CellText {
  private CellText() {}

  /** What a cell says: of an image its file's name, as its class stands beside it; empty for none. */
  static String of(Column column, @Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    String text = column.inWords(cell);
    return switch (column.format()) {
      case TEXT, SETTING -> text;
      case PATH -> text.substring(text.lastIndexOf('/') + 1);
      case WHOLE -> cell instanceof Number number ? Texts.count(number.longValue()) : text;
      case NUMBER -> Texts.decimal(trueMinus(text));
      case SIGNED -> Texts.decimal(isZero(text) ? text.substring(1) : trueMinus(text));
      case SMALL -> small(((Number) cell).doubleValue());
    };
  }

  private static String small(double value) {
    return (value < 0 ? "\u2212" : "") + Texts.size(value);
  }

  /** Also what is rounded to zero has no sign. */
  private static boolean isZero(String text) {
    return text.matches("[+-][0.]+");
  }

  private static String trueMinus(String text) {
    return text.replace('-', '\u2212');
  }
}
