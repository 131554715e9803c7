package eifexplorer.export;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ExperimentRun;
import eifexplorer.experiment.HeatMap;
import eifexplorer.experiment.PictureSheet;
import eifexplorer.experiment.ResultChart;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Format;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A result as one HTML file that needs nothing else: what was asked and found, tables, figures, photographs, what it was
 * made from and the command that makes it again.
 */
public final class ExperimentReport {
  private static final int PICTURED_ROWS = 100;

  /** With more columns a table is printed across, in smaller letters. */
  private static final int UPRIGHT_COLUMNS = 7;

  private static final String STYLE =
      """
      div.wide{overflow-x:auto}
      svg{max-width:100%;height:auto;display:block;margin:1rem 0}
      div.photos{display:flex;flex-wrap:wrap;gap:8px;margin:.25rem 0 .75rem}
      figure{margin:0;width:128px;font-size:11px}
      figure img,figure div{width:128px;height:128px;background:#8882}
      h3{font-size:1rem;margin:1.5rem 0 .25rem}
      @media screen and (prefers-color-scheme:dark){svg{filter:invert(.93) hue-rotate(180deg)}}
      @page many{size:A4 landscape}
      @media print{
      div.wide{overflow:visible}div.many{page:many;font-size:7.5pt}
      div.many td,div.many th{padding-right:.3rem}div.many img{width:48px;height:48px}
      div.photos{break-inside:avoid}}
      """;

  private final PageLanguage language;
  private final ExperimentResult result;
  private final Function<String, Optional<byte[]>> thumbnail;
  private final StringBuilder html;

  private ExperimentReport(
      ExperimentResult result,
      Function<String, Optional<byte[]>> thumbnail,
      PageLanguage language) {
    this.language = language;
    this.result = result.in(language.words());
    this.thumbnail = thumbnail;
    this.html = Html.page(language, this.result.title() + ": " + result.run().modelTitle(), STYLE);
  }

  /**
   * Writes it.
   *
   * @param thumbnail path of an image to a JPEG file's bytes; empty if it can't be shown
   * @param language it is written in
   * @throws eifexplorer.problem.ProblemException if it can't be written
   */
  public static void write(
      Path file,
      ExperimentResult result,
      Function<String, Optional<byte[]>> thumbnail,
      PageLanguage language) {
    AtomicFiles.writeText(file, new ExperimentReport(result, thumbnail, language).text());
  }

  private String text() {
    header();
    for (ResultChart chart : result.findings().charts()) {
      html.append(ResultFigures.of(chart).svg()).append('\n');
    }
    for (HeatMap map : result.findings().heatMaps()) {
      html.append(ResultFigures.of(map).svg()).append('\n');
    }
    result.findings().tables().forEach(this::table);
    result.findings().sheets().forEach(this::sheet);
    provenance();
    return html.append("</body></html>\n").toString();
  }

  private void header() {
    ExperimentRun run = result.run();
    html.append("<h1>").append(Html.text(result.title())).append("</h1>\n<p>");
    html.append(Html.text(result.question())).append("</p>\n<p class=\"facts\">");
    html.append(Html.text(run.modelTitle())).append(" · ");
    html.append(Html.text(run.provenance().inputs().getOrDefault("dataset", "bundle")));
    html.append(String.format(Locale.ROOT, " · %.1f s · ", result.seconds()));
    html.append(Html.text(result.finished())).append("</p>\n<ul>\n");
    for (String note : result.findings().notes()) {
      html.append("<li>").append(Html.text(note)).append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private void table(ResultTable table) {
    html.append("<h2>").append(Html.text(table.title())).append("</h2>\n");
    List<Integer> filled = table.filledColumns();
    List<Integer> own = filled.stream().filter(c -> !isMerged(table, c)).toList();
    html.append(
        own.size() > UPRIGHT_COLUMNS ? "<div class=\"wide many\">" : "<div class=\"wide\">");
    html.append("<table><thead><tr>");
    for (int c : own) {
      Column column = table.columns().get(c);
      html.append(column.isNumber() ? "<th class=\"number\">" : "<th>");
      html.append(Html.text(column.title()));
    }
    html.append("</tr></thead>\n");
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      html.append("<tr>");
      for (int c : own) {
        cell(table.columns().get(c), row.cells().get(c), r < PICTURED_ROWS);
        html.append(
            filled.contains(c + 1) && isMerged(table, c + 1) ? spread(table, row, c + 1) : "");
      }
      html.append("</tr>\n");
    }
    html.append("</table></div>\n");
  }

  /** Deviations stand in the cell of what they are the deviation of. */
  private static boolean isMerged(ResultTable table, int column) {
    return column > 0 && column < table.columns().size() && table.columns().get(column).isSpread();
  }

  private static String spread(ResultTable table, Row row, int column) {
    String text = table.columns().get(column).text(row.cells().get(column));
    return text.isEmpty() ? "" : " ± " + Html.text(text);
  }

  private void cell(Column column, Object cell, boolean pictured) {
    String text = Html.text(column.inWords(cell));
    html.append(column.isNumber() ? "<td class=\"number\">" : "<td>");
    if (column.format() == Format.PATH) {
      if (pictured) {
        picture(column.text(cell)).ifPresent(html::append);
      }
      html.append("<code>").append(text).append("</code>");
    } else {
      html.append(text);
    }
  }

  private Optional<String> picture(String path) {
    return path.isEmpty()
        ? Optional.empty()
        : thumbnail.apply(path).map(jpeg -> Html.image(jpeg, path));
  }

  private void sheet(PictureSheet sheet) {
    html.append("<h3>").append(Html.text(sheet.title())).append("</h3>\n");
    for (PictureSheet.Row row : sheet.rows()) {
      html.append(Html.text(row.title())).append("<div class=\"photos\">");
      for (PictureSheet.Picture picture : row.pictures()) {
        html.append("<figure>");
        html.append(picture(picture.path()).orElse("<div></div>"));
        html.append("<figcaption>").append(Html.text(picture.caption()));
        html.append(" · ").append(language.of(picture.training() ? "training" : "test"));
        html.append(' ').append(picture.index());
        html.append("</figcaption></figure>");
      }
      html.append("</div>\n");
    }
  }

  private void provenance() {
    ExperimentRun run = result.run();
    Map<String, String> facts = new TreeMap<>(run.provenance().parameters());
    String command = Objects.requireNonNullElse(facts.remove(ExperimentRun.COMMAND_LINE), "");
    html.append("<h2>").append(language.of("How it was made")).append("</h2>\n<p><code>");
    html.append(Html.text(command));
    html.append("</code></p>\n<table>\n");
    fact("program", run.provenance().tool());
    fact("model id", run.model());
    facts.forEach(this::fact);
    run.provenance().inputs().forEach(this::fact);
    fact("begun", run.provenance().created());
    fact("result", run.fingerprint());
    html.append("</table>\n");
  }

  private void fact(String name, String value) {
    for (String text :
        List.of("<tr><td>", Html.text(language.of(name.replace('_', ' '))), "<td>")) {
      html.append(text);
    }
    html.append("<code>").append(Html.text(value)).append("</code></tr>\n");
  }
}
