package eifexplorer.export;

import eifexplorer.problem.PlainText;
import eifexplorer.problem.ProblemException;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SimpleImageHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A drawing as PNG or SVG, for print (dark on white) or as a page wants it.
 *
 * @param id name of its file
 * @param title for people
 * @param width in pixels at scale 1
 * @param height in pixels at scale 1
 * @param titleRoom how much of the height is its title's, left out where the page says it
 * @param painter draws it
 */
public record Figure(
    String id, String title, int width, int height, int titleRoom, Painter painter) {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Draws a figure at its size. */
  @FunctionalInterface
  public interface Painter {
    /** Draws on a ground of this style; the graphics may be changed. */
    void paint(Graphics2D graphics, FigureStyle style);
  }

  /**
   * A PNG file's bytes, for print.
   *
   * @param scale pixels a unit; 2 or more for print
   */
  public byte[] png(int scale) {
    return png(scale, FigureStyle.PRINT);
  }

  /** A PNG file's bytes as a page wants it. */
  public byte[] png(int scale, FigureStyle style) {
    int left = style.titled() ? 0 : titleRoom;
    BufferedImage image =
        new BufferedImage(width * scale, (height - left) * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.scale(scale, scale);
    graphics.translate(0, -left);
    paint(graphics, style);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void paint(Graphics2D graphics, FigureStyle style) {
    graphics.setColor(style.ground());
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(style.text());
    graphics.setFont(style.plain());
    painter.paint(graphics, style);
  }

  /** An {@code svg} element, to be put into HTML or after an XML declaration; its ids are no other figure's. */
  public String svg() {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return id + "-" + super.generateID(prefix);
          }
        });
    context.setGenericImageHandler(new SimpleImageHandler(new PngImages()));
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(width, height));
    paint(graphics, FigureStyle.PRINT);
    Element root = graphics.getRoot();
    NodeList parts = root.getElementsByTagName("defs");
    for (int i = 0; i < parts.getLength(); i++) {
      // Batik gives the definitions of every drawing this same id, and nothing refers to it.
      ((Element) parts.item(i)).removeAttribute("id");
    }
    root.setAttribute("viewBox", "0 0 " + width + " " + height);
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", title);
    StringWriter text = new StringWriter();
    try {
      graphics.stream(root, text, true, false);
    } catch (SVGGraphics2DIOException e) {
      throw new ProblemException("The figure can't be written as SVG", id, "", e);
    }
    return PlainText.lines(text.toString().substring(text.toString().indexOf("<svg")));
  }

  /** Puts photographs into the file itself. */
  private static final class PngImages extends ImageHandlerBase64Encoder {
    @Override
    public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
      try {
        ImageIO.write(image, "png", out);
      } catch (IOException e) {
        throw new SVGGraphics2DIOException(e.getMessage(), e);
      }
    }
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java platform has an XML parser", e);
    }
  }
}
