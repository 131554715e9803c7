package eifexplorer.export;

import eifexplorer.dataset.Sample;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.copies.CopiedImage;
import eifexplorer.review.copies.CopyGroup;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Photographs that are there more than once, as {@code .csv}, {@code .json} or {@code .html}. */
public final class CopyFiles {
  private static final String STYLE =
      """
      section.copies{border-top:1px solid #8884;padding:.75rem 0;break-inside:avoid}
      section.copies div{display:flex;gap:1rem;flex-wrap:wrap}
      section.copies figure{margin:0;width:200px}
      section.copies img{width:192px;height:192px}
      section.copies h3{font-size:1rem;margin:0 0 .5rem}
      """;

  private CopyFiles() {}

  /**
   * A row for each image: {@code group, labels, place, kind, likeness, split, class, path}; groups are numbered from 1.
   *
   * @param className of a label, for people
   */
  public static NamedRows rows(List<CopyGroup> groups, IntFunction<String> className) {
    List<Place> places = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      for (CopiedImage image : groups.get(g).images()) {
        places.add(new Place(g + 1, groups.get(g), image.sample()));
      }
    }
    return new Columns<Place>()
        .with("group", Place::number)
        .with("labels", place -> place.group().labels())
        .with("place", place -> place.group().place())
        .with("kind", place -> place.group().kind().term())
        .with("likeness", place -> place.group().likeness())
        .with("split", place -> place.sample().split().name().toLowerCase(Locale.ROOT))
        .with("class", place -> className.apply(place.sample().label()))
        .with("path", place -> place.sample().path())
        .rows(places);
  }

  /** An image in its group. */
  private record Place(int number, CopyGroup group, Sample sample) {}

  /**
   * Writes groups by the file's ending.
   *
   * @param title of a report
   * @param thumbnail path of an image to a JPEG file's bytes; empty if it can't be shown
   * @throws ProblemException for another ending
   */
  public static void write(
      Path file,
      String title,
      List<CopyGroup> groups,
      IntFunction<String> className,
      Function<String, Optional<byte[]>> thumbnail) {
    if (OutputFormat.of(file, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.HTML)
        != OutputFormat.HTML) {
      rows(groups, className).write(file);
      return;
    }
    StringBuilder html = Html.page(PageLanguage.ENGLISH, title, STYLE);
    html.append("<h1>").append(Html.text(title)).append("</h1>\n");
    section(html, groups, className, thumbnail, PageLanguage.ENGLISH);
    AtomicFiles.writeText(file, html.append("</body></html>\n").toString());
  }

  /** What {@link #section} looks like. */
  static String style() {
    return STYLE;
  }

  /** The groups, each with its images side by side and their labels. */
  static void section(
      StringBuilder html,
      List<CopyGroup> groups,
      IntFunction<String> className,
      Function<String, Optional<byte[]>> thumbnail,
      PageLanguage language) {
    html.append("<p class=\"facts\">")
        .append(Html.text(language.of(summary(groups))))
        .append("</p>\n");
    for (CopyGroup group : groups) {
      html.append("<section class=\"copies\"><h3>").append(Html.text(language.of(title(group))));
      html.append("</h3><div>\n");
      for (CopiedImage image : group.images()) {
        html.append("<figure>");
        thumbnail.apply(image.sample().path()).ifPresent(jpeg -> html.append(Html.image(jpeg, "")));
        html.append("<figcaption>").append(Html.text(className.apply(image.sample().label())));
        html.append(", ")
            .append(language.of(image.test() ? "test" : "training"))
            .append("<br><code>");
        html.append(Html.text(image.sample().path())).append("</code></figcaption></figure>\n");
      }
      html.append("</div></section>\n");
    }
  }

  /** What groups there are in a sentence, such as {@code 12 photographs are there more than once: 4 under several labels}. */
  public static String summary(List<CopyGroup> groups) {
    long differing = groups.stream().filter(CopyGroup::isUnderTwoLabels).count();
    long across = groups.stream().filter(CopyGroup::isAcrossSplits).count();
    if (groups.isEmpty()) {
      return "No photograph is there more than once.";
    }
    return String.format(
        Locale.ROOT,
        "%,d %s there more than once: %,d under several labels, %,d in training and test.",
        groups.size(),
        groups.size() == 1 ? "photograph is" : "photographs are",
        differing,
        across);
  }

  private static String title(CopyGroup group) {
    return String.format(
        Locale.ROOT,
        "%s in %s, %s",
        group.isUnderTwoLabels() ? "Under " + group.labels() + " labels" : "Under one label",
        group.place(),
        group.kind().words());
  }
}
