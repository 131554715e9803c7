package eifexplorer.experiment;

import eifexplorer.experiment.Parameter.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of results; immutable.
 *
 * @param id name in files, such as {@code summary}
 * @param title for people
 * @param keys number of leading columns that say what a row is about; equal ones are the same thing in another result
 * @param columns what the cells mean
 * @param rows in their best order
 */
public record ResultTable(String id, String title, int keys, List<Column> columns, List<Row> rows) {
  /** Title of a column with deviations, which belongs to the one before it. */
  public static final String SPREAD = "±";

  /** How a column's cells are shown. */
  public enum Format {
    /** Text. */
    TEXT,
    /** The path of an image, relative to the data set's root; shown as a thumbnail where there is room for one. */
    PATH,
    /** A whole number. */
    WHOLE,
    /** A number with some decimals. */
    NUMBER,
    /** A number with some decimals and always its sign. */
    SIGNED,
    /** A number of any size, such as a chance of error: three significant digits. */
    SMALL,
    /** A number that was chosen, such as a learning rate: as it is typed. */
    SETTING
  }

  /**
   * A column.
   *
   * @param name in files, such as {@code mean_change}
   * @param title for people
   * @param format how cells are shown
   * @param decimals for {@link Format#NUMBER} and {@link Format#SIGNED}
   * @param words what cells that are ids, such as {@code gradient-dot}, are for people; files keep the ids
   */
  public record Column(
      String name, String title, Format format, int decimals, Map<String, String> words) {
    /** Copies the words, by id so that equal results are equal files; results of earlier versions have none. */
    public Column {
      words = words == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(words));
    }

    /** A column whose cells are not ids. */
    public Column(String name, String title, Format format, int decimals) {
      this(name, title, format, decimals, Map.of());
    }

    /** A text that is an id. */
    public static Column id(String name, String title, List<Choice> known) {
      return new Column(name, title, Format.TEXT, 0, Choice.byName(known));
    }

    /** A text. */
    public static Column text(String name, String title) {
      return new Column(name, title, Format.TEXT, 0);
    }

    /** The path of an image. */
    public static Column path(String name, String title) {
      return new Column(name, title, Format.PATH, 0);
    }

    /** A whole number. */
    public static Column whole(String name, String title) {
      return new Column(name, title, Format.WHOLE, 0);
    }

    /** A number with decimals. */
    public static Column number(String name, String title, int decimals) {
      return new Column(name, title, Format.NUMBER, decimals);
    }

    /** A number with its sign. */
    public static Column signed(String name, String title, int decimals) {
      return new Column(name, title, Format.SIGNED, decimals);
    }

    /** A number of any size. */
    public static Column small(String name, String title) {
      return new Column(name, title, Format.SMALL, 0);
    }

    /** A number that was chosen. */
    public static Column setting(String name, String title) {
      return new Column(name, title, Format.SETTING, 0);
    }

    private Column in(UnaryOperator<String> language) {
      Map<String, String> told = new HashMap<>();
      words.forEach((id, word) -> told.put(id, language.apply(word)));
      return new Column(name, language.apply(title), format, decimals, told);
    }

    /** Whether cells are numbers. */
    public boolean isNumber() {
      return format != Format.TEXT && format != Format.PATH;
    }

    /** Whether its numbers are how far those of the column before are spread. */
    public boolean isSpread() {
      return isNumber() && title.equals(SPREAD);
    }

    /** A cell for people: its text, or what its id means; empty for none. */
    public String inWords(Object cell) {
      String text = text(cell);
      return words.getOrDefault(text, text);
    }

    /** A cell's text, an id as it is; empty for none. */
    public String text(Object cell) {
      if (cell == null) {
        return "";
      }
      return switch (format) {
        case TEXT, PATH, WHOLE -> cell.toString();
        case NUMBER -> String.format(Locale.ROOT, "%." + decimals + "f", cell);
        case SIGNED -> String.format(Locale.ROOT, "%+." + decimals + "f", cell);
        case SMALL -> threeDigits(((Number) cell).doubleValue());
        case SETTING -> Parameter.text(((Number) cell).doubleValue());
      };
    }
  }

  /** Three significant digits, as {@code 4e-5} below a thousandth. */
  private static String threeDigits(double value) {
    boolean tiny = value != 0 && Math.abs(value) < 1e-3;
    return String.format(Locale.ROOT, tiny ? "%.2e" : "%.3g", value)
        .replaceFirst("(\\.\\d*?)0+(e|$)", "$1$2")
        .replaceFirst("\\.(e|$)", "$1")
        .replaceFirst("e([+-])0", "e$1");
  }

  /**
   * A row.
   *
   * @param cells texts, whole numbers ({@link Integer}), numbers ({@link Double}); null where there is nothing to say
   * @param target what opens when the row is chosen
   */
  public record Row(List<Object> cells, Target target) {
    /** Copies the list. An absent target becomes {@link Target#NONE}. */
    public Row {
      cells = Collections.unmodifiableList(new ArrayList<>(cells));
      target = target == null ? Target.NONE : target;
    }

    /** A row that opens nothing. */
    public static Row of(@Nullable Object... cells) {
      return new Row(Arrays.asList(cells), Target.NONE);
    }

    /** A row that opens something. */
    public static Row opening(Target target, @Nullable Object... cells) {
      return new Row(Arrays.asList(cells), target);
    }
  }

  /** Copies the lists. Throws {@link IllegalArgumentException} if a row has another number of cells. */
  public ResultTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            id + ": " + row.cells().size() + " cells, " + columns.size() + " columns");
      }
    }
  }

  /** The same in another language: titles, and texts that are no ids. */
  public ResultTable in(UnaryOperator<String> words) {
    List<Row> told = rows.stream().map(row -> new Row(told(row, words), row.target())).toList();
    return new ResultTable(
        id,
        words.apply(title),
        keys,
        columns.stream().map(column -> column.in(words)).toList(),
        told);
  }

  private List<Object> told(Row row, UnaryOperator<String> words) {
    List<Object> cells = new ArrayList<>(row.cells());
    for (int c = 0; c < cells.size(); c++) {
      Column column = columns.get(c);
      if (column.format() == Format.TEXT
          && column.words().isEmpty()
          && cells.get(c) instanceof String text) {
        cells.set(c, words.apply(text));
      }
    }
    return cells;
  }

  /** A cell by its column's name. */
  public Object cell(int row, String column) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).name().equals(column)) {
        return rows.get(row).cells().get(c);
      }
    }
    throw new IllegalArgumentException("No column " + column + " in " + id);
  }

  /** The columns with something in them, in order: a deviation, for one, is there only where something was repeated. */
  public List<Integer> filledColumns() {
    return IntStream.range(0, columns.size())
        .filter(c -> rows.isEmpty() || rows.stream().anyMatch(row -> row.cells().get(c) != null))
        .boxed()
        .toList();
  }

  /** What a row is about. */
  public List<Object> key(Row row) {
    return row.cells().subList(0, keys);
  }
}
