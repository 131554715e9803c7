package eifexplorer.export;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelChange;
import eifexplorer.review.copies.Copies;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.CorrectedLabel;
import eifexplorer.review.revision.Revision;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A revision as one HTML file that needs nothing else: what moved where, and every corrected image with its thumbnail. */
public final class ReviewReport {
  private static final String STYLE =
      """
      td.number,th.number{width:4rem;padding-right:1rem}
      """;

  private ReviewReport() {}

  /**
   * Writes it.
   *
   * @param title such as the workspace's name
   * @param dataset with its own labels
   * @param copies photographs that are there more than once; empty if nobody looked for them
   * @param thumbnail path of an image to a JPEG file's bytes; empty if it can't be shown
   */
  public static void write(
      Path file,
      String title,
      Revision revision,
      ImageDataset dataset,
      Optional<Copies> copies,
      Function<String, Optional<byte[]>> thumbnail) {
    Map<String, String> names =
        dataset.classes().stream()
            .collect(Collectors.toMap(ClassLabel::name, ClassLabel::displayName, (a, b) -> a));
    UnaryOperator<String> displayName = name -> names.getOrDefault(name, name);
    List<CorrectedLabel> labels = CorrectedLabel.of(revision);
    StringBuilder html =
        Html.page(title + ": revision " + revision.number(), STYLE + CopyFiles.style());
    header(html, title, revision, labels);
    moves(html, labels, displayName);
    images(html, labels, displayName, thumbnail);
    copies.ifPresent(all -> copies(html, all, revision.corrections().applyTo(dataset), thumbnail));
    html.append("</body></html>\n");
    AtomicFiles.writeText(file, html.toString());
  }

  private static void header(
      StringBuilder html, String title, Revision revision, List<CorrectedLabel> labels) {
    long excluded = labels.stream().filter(label -> label.change().excludes()).count();
    html.append("<h1>").append(Html.escape(title)).append(": label revision ");
    html.append(revision.number()).append("</h1>\n<p>").append(Html.escape(revision.message()));
    html.append("</p>\n<p class=\"facts\">").append(labels.size() - excluded);
    html.append(" relabelled, ")
        .append(excluded)
        .append(" left out, against the data set's own labels. ");
    html.append("From revision ").append(revision.parent()).append(", ").append(revision.time());
    html.append(", by ").append(Html.escape(String.join(", ", revision.annotators())));
    html.append(". Fingerprint <code>")
        .append(Html.escape(revision.fingerprint()))
        .append("</code>.</p>\n");
  }

  private static void moves(
      StringBuilder html, List<CorrectedLabel> labels, UnaryOperator<String> displayName) {
    Map<String, Integer> counts = new TreeMap<>();
    labels.forEach(label -> counts.merge(move(label.change(), displayName), 1, Integer::sum));
    html.append("<h2>Moves between classes</h2>\n<table><thead>");
    html.append("<tr><th class=\"number\">Images<th>From → to</tr></thead>\n");
    counts.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue()))
        .forEach(
            entry ->
                html.append("<tr><td class=\"number\">")
                    .append(entry.getValue())
                    .append("<td>")
                    .append(Html.escape(entry.getKey()))
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
    html.append("<h2>Images</h2>\n<table><thead>");
    html.append("<tr><th>Image<th>From → to<th>Why<th>Who, when</tr></thead>\n");
    for (CorrectedLabel label : labels) {
      LabelChange change = label.change();
      html.append("<tr><td>");
      thumbnail.apply(change.sample()).ifPresent(jpeg -> html.append(Html.image(jpeg, "")));
      html.append("<td>").append(Html.escape(move(change, displayName)));
      html.append("<br><code>").append(Html.escape(change.sample())).append("</code><td>");
      html.append(Html.escape(label.decision().map(JournalEntry::reason).orElse("")))
          .append("<td>");
      html.append(Html.escape(label.decision().map(ReviewReport::who).orElse("")));
      html.append("</tr>\n");
    }
    html.append("</table>\n");
  }

  /** What the revision leaves of the photographs that are there more than once. */
  private static void copies(
      StringBuilder html,
      Copies all,
      ImageDataset corrected,
      Function<String, Optional<byte[]>> thumbnail) {
    html.append("<h2>The same photograph more than once, with these labels</h2>\n");
    CopyFiles.section(
        html, all.in(corrected), label -> corrected.classOf(label).displayName(), thumbnail);
  }

  /** Who decided and when, how where that was not one by one, and what else was said. */
  private static String who(JournalEntry entry) {
    return entry.annotator()
        + ", "
        + entry.time()
        + (entry.method().equals(JournalEntry.AUTO) ? ", accepted automatically" : "")
        + (entry.method().equals(JournalEntry.BATCH) ? ", in a batch" : "")
        + (entry.also().isEmpty() ? "" : ", shows " + entry.also() + " too")
        + (entry.proposed().isEmpty() ? "" : ", new class " + entry.proposed());
  }
}
