package eifexplorer.ui.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A page of Markdown, taken apart.
 *
 * @param name of its file, without {@code .md}
 * @param document its parts
 * @param anchors of its headings, as GitHub names them, in their order
 * @param links where its links and pictures lead, in their order
 */
record GuidePage(String name, Node document, Map<Heading, String> anchors, List<String> links) {
  static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  /** Reads a page. */
  static GuidePage of(String name, String markdown) {
    Node document = PARSER.parse(markdown);
    Parts parts = new Parts();
    document.accept(parts);
    return new GuidePage(name, document, parts.anchors, parts.links);
  }

  /** The first heading; the name if there is none. */
  String title() {
    return anchors.keySet().stream().findFirst().map(GuidePage::text).orElse(name);
  }

  /** The words of a part, as one line. */
  static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }
        });
    return text.toString();
  }

  private static final class Parts extends AbstractVisitor {
    private final IdGenerator ids = IdGenerator.builder().build();
    private final Map<Heading, String> anchors = new LinkedHashMap<>();
    private final List<String> links = new ArrayList<>();

    @Override
    public void visit(Heading heading) {
      anchors.put(heading, ids.generateId(text(heading)));
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      links.add(image.getDestination());
    }
  }
}
