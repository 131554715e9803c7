package eifexplorer.export;

import eifexplorer.export.PairCard.Photo;
import eifexplorer.export.PairCard.Strip;
import java.util.List;

/** Cards as one HTML file that needs nothing else. */
final class PairCardPage {
  private static final String STYLE =
      """
      section.card{break-inside:avoid;margin:0 0 2.5rem}
      section.card+section.card{border-top:1px solid #8884;padding-top:1.5rem}
      div.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px;margin:.75rem 0}
      div.pair img,div.pair div{width:100%;height:min(380px,45vw)}
      figure{margin:0}figcaption{margin-top:.25rem;overflow-wrap:anywhere}
      div.strip{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(116px,21vw),1fr));gap:8px;margin:.25rem 0 .75rem}
      div.strip figure{font-size:12px;line-height:1.3}
      div.strip figcaption{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden}
      div.strip img,div.strip div{width:100%;height:min(116px,21vw)}
      figure div{background:#8882}
      h3{font-size:1rem;margin:1rem 0 .25rem}h3 span{font-weight:400;opacity:.75}
      h3.harmful{color:#a5470a}h3.helpful{color:#0b6b73}
      b.score{font-variant-numeric:tabular-nums}
      p.verdict{font-size:1.05rem;margin:.5rem 0}
      details{margin:.5rem 0}summary{cursor:pointer}
      @media screen and (prefers-color-scheme:dark){h3.harmful{color:#ff9d57}h3.helpful{color:#4fd0d9}a{color:#58a6ff}}
      @media print{div.pair img,div.pair div{height:6cm}div.strip{grid-template-columns:repeat(8,1fr)}
      div.strip img,div.strip div{height:2cm}}
      """;

  private final PageLanguage language;
  private final StringBuilder html;

  private PairCardPage(PageLanguage language, StringBuilder html) {
    this.language = language;
    this.html = html;
  }

  /** The whole page; {@code title} is that of a page of several cards. */
  static String of(List<PairCard> cards, String title, PageLanguage language) {
    boolean one = cards.size() == 1;
    String heading = one ? language.of(cards.get(0).title()) : title;
    PairCardPage page = new PairCardPage(language, Html.page(language, heading, STYLE));
    if (!one) {
      page.element("h1", title);
      page.element("p class=\"facts\"", language.of(cards.size() + " pairs"));
    }
    cards.forEach(card -> page.card(card.in(language), one ? "h1" : "h2"));
    return page.html.append("</body></html>\n").toString();
  }

  private void card(PairCard card, String heading) {
    html.append("<section class=\"card\">\n");
    element(heading, language.of(card.title()));
    element("p class=\"facts\"", language.of(card.place()));
    html.append("<div class=\"pair\">\n");
    for (Photo photo : card.pair()) {
      picture(
          photo,
          "<b>"
              + Html.text(photo.className())
              + "</b> · "
              + Html.text(language.of("test " + photo.index())));
    }
    html.append("</div>\n");
    card.verdict().forEach(sentence -> element("p class=\"verdict\"", sentence));
    if (!card.note().isEmpty()) {
      element("p", language.of("Note: ") + card.note());
    }
    strip(card, "harmful", "▼ Harmful", "keep the pair close", card.harmful());
    strip(card, "helpful", "▲ Helpful", "push it apart", card.helpful());
    if (!card.explains().isEmpty()) {
      element("p class=\"facts\"", language.of("The strips explain " + card.explains() + "."));
    }
    element("p class=\"facts\"", card.estimator() + ". " + card.worth() + ".");
    again(card);
    html.append("</section>\n");
  }

  private void strip(PairCard card, String kind, String title, String means, Strip strip) {
    html.append("<h3 class=\"").append(kind).append("\">").append(language.of(title));
    html.append(" <span>").append(language.of(means)).append(" · ");
    html.append(language.of(card.remark(strip)));
    html.append("</span></h3>\n");
    html.append("<div class=\"strip\">\n");
    for (Photo photo : strip.photos()) {
      picture(
          photo,
          "<b class=\"score\">"
              + language.of(card.scores().signed(photo.score()))
              + "</b> "
              + Html.text(photo.className()));
    }
    html.append("</div>\n");
  }

  /** A photograph that can't be shown leaves its room empty. */
  private void picture(Photo photo, String caption) {
    html.append("<figure title=\"").append(Html.escape(photo.path())).append("\">");
    html.append(photo.jpeg().map(jpeg -> Html.image(jpeg, photo.path())).orElse("<div></div>"));
    html.append("<figcaption>").append(caption).append("</figcaption></figure>\n");
  }

  private void again(PairCard card) {
    html.append("<details><summary>").append(language.of("How it was made"));
    html.append("</summary>\n<table>\n");
    card.facts()
        .forEach(
            (name, value) ->
                html.append("<tr><td>")
                    .append(Html.text(name.replace('-', ' ')))
                    .append("<td><code>")
                    .append(Html.text(value))
                    .append("</code></tr>\n"));
    html.append("</table></details>\n");
    card.again()
        .ifPresent(
            again -> {
              String link = Html.escape(again.link());
              html.append("<p>").append(language.of("Open this view: "));
              html.append("<a href=\"").append(link).append("\">");
              html.append(language.of("in EIF Explorer")).append("</a>, ");
              html.append(language.of("or")).append("<br><code>");
              html.append(Html.text(again.command())).append("</code></p>\n");
            });
  }

  private void element(String tag, String text) {
    String name = tag.split(" ", 2)[0];
    html.append('<').append(tag).append('>').append(Html.text(text));
    html.append("</").append(name).append(">\n");
  }
}
