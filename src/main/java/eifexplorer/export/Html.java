package eifexplorer.export;

import eifexplorer.problem.PlainText;
import java.util.Base64;
import java.util.regex.Pattern;

/** What reports are written with: one file that needs nothing else. */
final class Html {
  static final String STYLE =
      """
      :root{color-scheme:light dark;font:14px/1.45 system-ui,sans-serif;background:#fff;color:#1f2328}
      body{max-width:1100px;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
      p.facts{margin:.25rem 0;opacity:.75}
      table{border-collapse:collapse;width:100%}
      th{text-align:left;font-weight:600}
      th,td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8884;vertical-align:middle}
      img{width:96px;height:96px;object-fit:contain;background:#8882;display:block}
      code{font-size:12px;overflow-wrap:anywhere}
      td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
      th{vertical-align:bottom}
      @page{margin:14mm}
      @media screen and (prefers-color-scheme:dark){:root{background:#121212;color:#e6edf3}}
      @media print{
      :root{color-scheme:light;font-size:10pt;background:#fff;color:#000}
      body{max-width:none;margin:0;padding:0}
      h1,h2,h3{break-after:avoid}p.facts{opacity:1}
      thead{display:table-header-group}tr,img,figure,svg{break-inside:avoid}
      th,td{padding:.2rem .5rem .2rem 0}td{overflow-wrap:anywhere}td.number{overflow-wrap:normal}
      img{print-color-adjust:exact}}
      """;

  private static final String LETTER = "[\\x{590}-\\x{8FF}\\x{FB1D}-\\x{FDFF}\\x{FE70}-\\x{FEFC}]";

  /** From its first letter to its last, with no letter of another script between. */
  private static final Pattern RIGHT_TO_LEFT =
      Pattern.compile(LETTER + "(?:\\P{L}*" + LETTER + ")*");

  private Html() {}

  /** The beginning of a page, up to its body. */
  static StringBuilder page(PageLanguage language, String title, String moreStyle) {
    return new StringBuilder("<!doctype html>\n<html lang=\"")
        .append(escape(language.tag()))
        .append("\"><meta charset=\"utf-8\"><title>")
        .append(escape(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append(moreStyle)
        .append("</style>\n<body>\n");
  }

  /** A picture in the page itself. */
  static String image(byte[] jpeg, String text) {
    return "<img alt=\""
        + escape(text)
        + "\" src=\"data:image/jpeg;base64,"
        + Base64.getEncoder().encodeToString(jpeg)
        + "\">";
  }

  /**
   * A text between tags. What is written from right to left stands as a whole among what is not: else a number behind a name
   * would be shown before it.
   */
  static String text(String text) {
    return RIGHT_TO_LEFT.matcher(escape(text)).replaceAll("<bdi>$0</bdi>");
  }

  /** A text in a quoted attribute. */
  static String escape(String text) {
    return PlainText.lines(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
