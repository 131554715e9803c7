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

  private final PageLanguage language;
  private final Revision revision;
  private final List<CorrectedLabel> labels;
  private final UnaryOperator<String> displayName;
  private final Function<String, Optional<byte[]>> thumbnail;
  private final StringBuilder html;

  private ReviewReport(
      String title,
      Revision revision,
      ImageDataset dataset,
      Function<String, Optional<byte[]>> thumbnail,
      PageLanguage language) {
    Map<String, String> names =
        dataset.classes().stream()
            .collect(Collectors.toMap(ClassLabel::name, ClassLabel::displayName, (a, b) -> a));
    this.language = language;
    this.revision = revision;
    this.labels = CorrectedLabel.of(revision);
    this.displayName = name -> names.getOrDefault(name, name);
    this.thumbnail = thumbnail;
    String heading = title + language.of(": label revision ") + revision.number();
    this.html = Html.page(language, heading, STYLE + CopyFiles.style());
    html.append("<h1>").append(Html.text(heading)).append("</h1>\n<p>");
  }

  /**
   * Writes it.
   *
   * @param title such as the workspace's name
   * @param dataset with its own labels
   * @param copies photographs that are there more than once; empty if nobody looked for them
   * @param thumbnail path of an image to a JPEG file's bytes; empty if it can't be shown
   * @param language it is written in
   */
  public static void write(
      Path file,
      String title,
      Revision revision,
      ImageDataset dataset,
      Optional<Copies> copies,
      Function<String, Optional<byte[]>> thumbnail,
      PageLanguage language) {
    ReviewReport report = new ReviewReport(title, revision, dataset, thumbnail, language);
    report.header();
    report.moves();
    report.images();
    copies.ifPresent(all -> report.copies(all, revision.corrections().applyTo(dataset)));
    AtomicFiles.writeText(file, report.html.append("</body></html>\n").toString());
  }

  private void say(String english) {
    html.append(Html.text(language.of(english)));
  }

  private void header() {
    long excluded = labels.stream().filter(label -> label.change().excludes()).count();
    html.append(Html.text(revision.message())).append("</p>\n<p class=\"facts\">");
    say(
        labels.size()
            - excluded
            + " relabelled, "
            + excluded
            + " left out, against the data set's own labels. ");
    say("From revision " + revision.parent() + ", " + revision.time());
    html.append(", ");
    say("by " + String.join(", ", revision.annotators()));
    html.append(". ");
    say("Fingerprint");
    html.append(" <code>").append(Html.text(revision.fingerprint())).append("</code>.</p>\n");
  }

  private void moves() {
    Map<String, Integer> counts = new TreeMap<>();
    labels.forEach(label -> counts.merge(move(label.change()), 1, Integer::sum));
    html.append("<h2>");
    say("Moves between classes");
    html.append("</h2>\n<table><thead><tr><th class=\"number\">");
    say("Images");
    html.append("<th>");
    say("From → to");
    html.append("</tr></thead>\n");
    counts.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue()))
        .forEach(
            entry ->
                html.append("<tr><td class=\"number\">")
                    .append(entry.getValue())
                    .append("<td>")
                    .append(Html.text(entry.getKey()))
                    .append("</tr>\n"));
    html.append("</table>\n");
  }

  private String move(LabelChange change) {
    return displayName.apply(change.from())
        + " → "
        + (change.excludes() ? language.of("left out") : displayName.apply(change.to()));
  }

  private void images() {
    html.append("<h2>");
    say("Images");
    html.append("</h2>\n<table><thead><tr>");
    for (String column : List.of("Image", "From → to", "Why", "Who, when")) {
      html.append("<th>");
      say(column);
    }
    html.append("</tr></thead>\n");
    for (CorrectedLabel label : labels) {
      LabelChange change = label.change();
      html.append("<tr><td>");
      thumbnail.apply(change.sample()).ifPresent(jpeg -> html.append(Html.image(jpeg, "")));
      html.append("<td>").append(Html.text(move(change)));
      html.append("<br><code>").append(Html.text(change.sample())).append("</code><td>");
      html.append(Html.text(label.decision().map(JournalEntry::reason).orElse(""))).append("<td>");
      html.append(Html.text(label.decision().map(this::who).orElse("")));
      html.append("</tr>\n");
    }
    html.append("</table>\n");
  }

  /** What the revision leaves of the photographs that are there more than once. */
  private void copies(Copies all, ImageDataset corrected) {
    html.append("<h2>");
    say("The same photograph more than once, with these labels");
    html.append("</h2>\n");
    CopyFiles.section(
        html,
        all.in(corrected),
        label -> corrected.classOf(label).displayName(),
        thumbnail,
        language);
  }

  /** Who decided and when, how where that was not one by one, and what else was said. */
  private String who(JournalEntry entry) {
    return entry.annotator()
        + ", "
        + entry.time()
        + (entry.method().equals(JournalEntry.AUTO) ? language.of(", accepted automatically") : "")
        + (entry.method().equals(JournalEntry.BATCH) ? language.of(", in a batch") : "")
        + (entry.also().isEmpty() ? "" : language.of(", shows " + entry.also() + " too"))
        + (entry.proposed().isEmpty() ? "" : language.of(", new class " + entry.proposed()));
  }
}
