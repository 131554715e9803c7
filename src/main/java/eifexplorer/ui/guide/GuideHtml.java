package eifexplorer.ui.guide;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Pages of Markdown as one HTML file, in which links between them lead from place to place. */
final class GuideHtml {
  private final List<GuidePage> pages;
  private final String style;
  private final Function<String, byte[]> pictures;

  /** Of these pages; {@code style} is CSS, {@code pictures} reads a JPEG file by its path from the pages. */
  GuideHtml(List<GuidePage> pages, String style, Function<String, byte[]> pictures) {
    this.pages = List.copyOf(pages);
    this.style = style;
    this.pictures = pictures;
  }

  /** The file's text; a browser turns to the heading with this identifier if it is not empty. */
  String text(String place) {
    String contents =
        pages.stream()
            .map(
                page ->
                    String.format(Locale.ROOT, "<a href=\"#%s\">%s</a>", page.name(), page.title()))
            .collect(Collectors.joining("\n"));
    String sections =
        pages.stream()
            .map(
                page ->
                    String.format(
                        Locale.ROOT,
                        "<section id=\"%s\">\n%s</section>",
                        page.name(),
                        renderer(page).render(page.document())))
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>EIF Explorer: guide</title>
        <style>
        %s</style>
        </head>
        <body>
        <nav>
        %s
        </nav>
        <main>
        %s
        </main>
        %s</body>
        </html>
        """,
        style,
        contents,
        sections,
        place.isEmpty() ? "" : "<script>location.hash = '" + place + "'</script>\n");
  }

  private HtmlRenderer renderer(GuidePage page) {
    return HtmlRenderer.builder()
        .extensions(GuidePage.EXTENSIONS)
        .escapeHtml(true)
        .attributeProviderFactory(context -> new Places(page))
        .nodeRendererFactory(context -> new Pictures(context, pictures))
        .build();
  }

  /** The identifier of a heading in the whole file. */
  private static String place(String page, String anchor) {
    return page + "--" + anchor;
  }

  /** Gives headings their identifiers, and links those they lead to. */
  private record Places(GuidePage page) implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
      if (node instanceof Heading heading) {
        String anchor = Objects.requireNonNull(page.anchors().get(heading));
        attributes.put("id", place(page.name(), anchor));
      }
      attributes.computeIfPresent("href", (name, to) -> target(to));
    }

    private String target(String to) {
      if (to.startsWith("#")) {
        return "#" + place(page.name(), to.substring(1));
      }
      int end = to.indexOf(".md");
      if (to.contains("/") || end < 0) {
        return to;
      }
      String other = to.substring(0, end);
      int anchor = to.indexOf('#');
      return "#" + (anchor < 0 ? other : place(other, to.substring(anchor + 1)));
    }
  }

  /** Pictures are in the file too, as a browser may be allowed to read no other. */
  private record Pictures(HtmlNodeRendererContext context, Function<String, byte[]> files)
      implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      byte[] file = files.apply(((Image) node).getDestination());
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("src", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(file));
      attributes.put("alt", GuidePage.text(node));
      context.getWriter().tag("img", attributes, true);
    }
  }
}
