package eifexplorer.export;

import eifexplorer.dataset.LabelChange;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.CorrectedLabel;
import eifexplorer.review.revision.Revision;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A revision as one HTML file that needs nothing else: what moved where, and every corrected image with its thumbnail. */
public final class ReviewReport {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;font:14px/1.45 system-ui,sans-serif}
      body{max-width:1100px;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
      p.facts{margin:.25rem 0;opacity:.75}
      table{border-collapse:collapse;width:100%}
      th{text-align:left;font-weight:600}
      th,td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8884;vertical-align:middle}
      td.number{text-align:right;font-variant-numeric:tabular-nums;width:4rem}
      img{width:96px;height:96px;object-fit:contain;background:#8882;display:block}
      code{font-size:12px;overflow-wrap:anywhere}
      """;

  private ReviewReport() {}

  /**
   * Writes it.
   *
   * @param title such as the workspace's name
   * @param displayName class name to the name for people
   * @param thumbnail path of an image to a JPEG file's bytes; empty if it can't be shown
   */
  public static void write(
      Path file,
      String title,
      Revision revision,
      UnaryOperator<String> displayName,
      Function<String, Optional<byte[]>> thumbnail) {
    List<CorrectedLabel> labels = CorrectedLabel.of(revision);
    StringBuilder html =
        new StringBuilder("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">");
    html.append("<title>").append(escape(title)).append(": revision ").append(revision.number());
    html.append("</title>\n<style>\n").append(STYLE).append("</style>\n<body>\n");
    header(html, title, revision, labels);
    moves(html, labels, displayName);
    images(html, labels, displayName, thumbnail);
    html.append("</body></html>\n");
    AtomicFiles.writeText(file, html.toString());
  }

  private static void header(
      StringBuilder html, String title, Revision revision, List<CorrectedLabel> labels) {
    long excluded = labels.stream().filter(label -> label.change().excludes()).count();
    html.append("<h1>").append(escape(title)).append(": label revision ");
    html.append(revision.number()).append("</h1>\n<p>").append(escape(revision.message()));
    html.append("</p>\n<p class=\"facts\">").append(labels.size() - excluded);
    html.append(" relabelled, ")
        .append(excluded)
        .append(" left out, against the data set's own labels. ");
    html.append("From revision ").append(revision.parent()).append(", ").append(revision.time());
    html.append(", by ").append(escape(String.join(", ", revision.annotators())));
    html.append(". Fingerprint <code>")
        .append(escape(revision.fingerprint()))
        .append("</code>.</p>\n");
  }

  private static void moves(
      StringBuilder html, List<CorrectedLabel> labels, UnaryOperator<String> displayName) {
    Map<String, Integer> counts = new TreeMap<>();
    labels.forEach(label -> counts.merge(move(label.change(), displayName), 1, Integer::sum));
    html.append("<h2>Moves between classes</h2>\n<table><tr><th>Images<th>From → to</tr>\n");
    counts.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue()))
        .forEach(
            entry ->
                html.append("<tr><td class=\"number\">")
                    .append(entry.getValue())
                    .append("<td>")
                    .append(escape(entry.getKey()))
                    .append("</tr>\n"));
    html.append("</table>\n");
  }

  private static String move(LabelChange change, UnaryOperator<String> displayName) {
    return displayName.apply(change.from())
        + " → "
        + (change.excludes() ? "left out" : displayName.apply(change.to()));
  }

  private static void images(
      StringBuilder html,
      List<CorrectedLabel> labels,
      UnaryOperator<String> displayName,
      Function<String, Optional<byte[]>> thumbnail) {
    html.append("<h2>Images</h2>\n<table><tr><th>Image<th>From → to<th>Why<th>Who, when</tr>\n");
    for (CorrectedLabel label : labels) {
      LabelChange change = label.change();
      html.append("<tr><td>");
      thumbnail
          .apply(change.sample())
          .ifPresent(
              jpeg ->
                  html.append("<img alt=\"\" src=\"data:image/jpeg;base64,")
                      .append(Base64.getEncoder().encodeToString(jpeg))
                      .append("\">"));
      html.append("<td>").append(escape(move(change, displayName)));
      html.append("<br><code>").append(escape(change.sample())).append("</code><td>");
      html.append(escape(label.decision().map(JournalEntry::reason).orElse(""))).append("<td>");
      html.append(
          escape(
              label.decision().map(entry -> entry.annotator() + ", " + entry.time()).orElse("")));
      html.append("</tr>\n");
    }
    html.append("</table>\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
