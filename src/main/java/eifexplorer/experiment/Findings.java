package eifexplorer.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an experiment found: sentences, tables and figures as plain data, drawn by whoever shows them. Immutable.
 *
 * @param notes what the numbers say and what they leave open, a sentence each
 * @param tables the most important first
 * @param charts lines and points
 * @param heatMaps numbers of two things against each other
 * @param sheets rows of photographs
 * @param values what programs ask for, by name: numbers, texts, and maps of them
 */
public record Findings(
    List<String> notes,
    List<ResultTable> tables,
    List<ResultChart> charts,
    List<HeatMap> heatMaps,
    List<PictureSheet> sheets,
    Map<String, Object> values) {
  /** Copies the lists; results of earlier versions have no values. */
  public Findings {
    notes = List.copyOf(notes);
    tables = List.copyOf(tables);
    charts = List.copyOf(charts);
    heatMaps = List.copyOf(heatMaps);
    sheets = List.copyOf(sheets);
    values = values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Findings without values. */
  public Findings(
      List<String> notes,
      List<ResultTable> tables,
      List<ResultChart> charts,
      List<HeatMap> heatMaps,
      List<PictureSheet> sheets) {
    this(notes, tables, charts, heatMaps, sheets, Map.of());
  }

  /** Findings without pictures. */
  public Findings(List<String> notes, List<ResultTable> tables, List<ResultChart> charts) {
    this(notes, tables, charts, List.of(), List.of());
  }

  /** The same in another language; what programs ask for stays. */
  public Findings in(UnaryOperator<String> words) {
    return new Findings(
        notes.stream().map(words).toList(),
        tables.stream().map(table -> table.in(words)).toList(),
        charts.stream().map(chart -> chart.in(words)).toList(),
        heatMaps.stream().map(map -> map.in(words)).toList(),
        sheets.stream().map(sheet -> sheet.in(words)).toList(),
        values);
  }

  /** The table of this id; empty if there is none. */
  public Optional<ResultTable> table(String id) {
    return tables.stream().filter(table -> table.id().equals(id)).findFirst();
  }
}
