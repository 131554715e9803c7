package eifexplorer.export;

import eifexplorer.export.Finding.Photograph;
import eifexplorer.export.Finding.Row;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Findings as one HTML file that needs nothing else and names no file: a section each, with its photographs. */
public final class FindingsPage {
  private static final String STYLE =
      """
      body{max-width:1248px}
      section{padding:1.5rem 0 2rem;border-top:1px solid #8884}
      h2{font-size:1.6rem;margin:0 0 .5rem}h3{font-size:1rem;margin:1.25rem 0 .5rem;font-weight:600}
      p.sentence{font-size:1.25rem;margin:.25rem 0;max-width:60rem}
      div.row{display:flex;flex-wrap:wrap;gap:12px}
      figure,figure img{width:min(145px,28vw)}figure{margin:0}figure img{height:min(145px,28vw)}
      div.large figure,div.large figure img{width:min(320px,44vw)}div.large figure img{height:min(320px,44vw)}
      figcaption{font-weight:600;overflow-wrap:anywhere}figcaption span{display:block;font-weight:400;opacity:.75}
      figcaption b,figcaption span{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden}
      """;

  /** Rows of so many photographs and fewer show them large. */
  private static final int LARGE = 3;

  private FindingsPage() {}

  /**
   * Writes it.
   *
   * @param title such as the workspace's name
   * @param facts a line about data set and model
   * @param picture path of an image to a JPEG file's bytes; empty if it can't be shown
   * @param language of the findings
   */
  public static void write(
      Path file,
      String title,
      String facts,
      List<Finding> findings,
      Function<String, Optional<byte[]>> picture,
      PageLanguage language) {
    StringBuilder html = Html.page(language, title, STYLE);
    html.append("<h1>").append(Html.text(title)).append("</h1>\n<p class=\"facts\">");
    html.append(Html.text(facts)).append("</p>\n");
    for (int i = 0; i < findings.size(); i++) {
      section(html, findings.get(i), language.of(i + 1 + " of " + findings.size()), picture);
    }
    html.append("</body></html>\n");
    AtomicFiles.writeText(file, html.toString());
  }

  private static void section(
      StringBuilder html,
      Finding finding,
      String place,
      Function<String, Optional<byte[]>> picture) {
    html.append("<section>\n<p class=\"facts\">").append(place).append("</p>\n<h2>");
    html.append(Html.text(finding.heading())).append("</h2>\n<p class=\"sentence\">");
    html.append(Html.text(finding.sentence())).append("</p>\n");
    for (String detail : finding.details()) {
      html.append("<p>").append(Html.text(detail)).append("</p>\n");
    }
    for (Row row : finding.rows()) {
      if (!row.title().isEmpty()) {
        html.append("<h3>").append(Html.text(row.title())).append("</h3>\n");
      }
      html.append(
          row.photographs().size() > LARGE ? "<div class=\"row\">" : "<div class=\"row large\">");
      row.photographs().forEach(one -> figure(html, one, picture));
      html.append("</div>\n");
    }
    html.append("</section>\n");
  }

  private static void figure(
      StringBuilder html, Photograph of, Function<String, Optional<byte[]>> picture) {
    html.append("<figure>");
    picture.apply(of.path()).ifPresent(jpeg -> html.append(Html.image(jpeg, of.caption())));
    html.append("<figcaption><b>").append(Html.text(of.caption())).append("</b>");
    if (!of.detail().isEmpty()) {
      html.append("<span>").append(Html.text(of.detail())).append("</span>");
    }
    html.append("</figcaption></figure>\n");
  }
}
