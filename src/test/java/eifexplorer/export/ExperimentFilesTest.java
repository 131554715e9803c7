package eifexplorer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.experiment.Target;
import eifexplorer.image.JpegEncoder;
import eifexplorer.image.RgbImage;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.SmallResult;
import eifexplorer.workspace.Json;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ExperimentFilesTest {
  private static final ExperimentResult RESULT = SmallResult.of("0123456789abcdef", .107);

  @TempDir Path folder;

  /** One of the two pictures can be read. */
  private static Optional<byte[]> thumbnail(String path) {
    byte[] grey = new byte[32 * 24 * 3];
    Arrays.fill(grey, (byte) 0x80);
    return path.equals("bird/1.jpg")
        ? Optional.of(JpegEncoder.encode(RgbImage.of(32, 24, grey), .8f))
        : Optional.empty();
  }

  @Test
  void namesOfAnyDataSetAreSafeInAPage() {
    assertEquals("\\u001b[31m &lt;b&gt;\\u202e &quot;", Html.escape("\u001b[31m <b>\u202e \""));
  }

  private Path write() {
    Path target = folder.resolve("report");
    ExperimentFiles.write(target, RESULT, ExperimentFilesTest::thumbnail);
    return target;
  }

  @Test
  void aFolderHasTheReportTablesAndFigures() throws IOException {
    Path target = write();
    try (Stream<Path> files = Files.walk(target)) {
      assertEquals(
          List.of(
              "figures/before-after.png",
              "figures/before-after.svg",
              "figures/curve.png",
              "figures/curve.svg",
              "figures/map.png",
              "figures/map.svg",
              "figures/sheet.png",
              "figures/sheet.svg",
              "report.html",
              "result.json",
              "tables/pairs.csv"),
          files
              .filter(Files::isRegularFile)
              .map(file -> target.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList());
    }
    assertEquals(
        "pair,path,change\r\na < b,bird/1.jpg,0.107\r\n",
        Files.readString(target.resolve("tables/pairs.csv")));
    assertEquals(RESULT, Json.read(target.resolve("result.json"), ExperimentResult.class));
  }

  @Test
  void theReportNeedsNothingElseAndSaysHowItWasMade() throws IOException {
    String html = Files.readString(write().resolve("report.html"));

    assertFalse(html.contains("<script") || html.contains("<link") || html.contains("@import"));
    Matcher addresses = Pattern.compile("(?:src|href)=\"(?!data:|#)([^\"]*)\"").matcher(html);
    assertFalse(addresses.find(), () -> addresses.group());
    assertTrue(html.contains("<td>a &lt; b"), "cells are escaped");
    assertTrue(html.contains("+0.107"));
    assertTrue(html.contains("eif-explorer experiment pair-confusion"));
    assertTrue(html.contains("data:image/jpeg;base64,"));
    assertEquals(3, html.split("<svg ", -1).length - 1);
    assertTrue(
        html.contains("@media screen and (prefers-color-scheme:dark)"), "dark on screen only");
  }

  /** A table with a spread for one number and none for the other, in a result. */
  private static ExperimentResult measured(int more) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("detector", "Detector"),
                Column.number("ap", "AP", 3),
                Column.number("ap_sd", ResultTable.SPREAD, 3),
                Column.number("auroc", "AUROC", 3),
                Column.number("auroc_sd", ResultTable.SPREAD, 3)));
    List<Object> cells = new ArrayList<>(Arrays.asList("loss", .5, .03, .75, null));
    for (int i = 0; i < more; i++) {
      columns.add(Column.number("found_" + i, "Found " + i, 3));
      cells.add(.25);
    }
    ResultTable table = new ResultTable("d", "D", 1, columns, List.of(new Row(cells, Target.NONE)));
    return new ExperimentResult(
        RESULT.run(),
        RESULT.title(),
        RESULT.question(),
        new Findings(List.of(), List.of(table), List.of(), List.of(), List.of()),
        RESULT.finished(),
        RESULT.seconds());
  }

  private String report(ExperimentResult result) throws IOException {
    Path file = folder.resolve("measured.html");
    ExperimentReport.write(file, result, path -> Optional.empty(), PageLanguage.ENGLISH);
    return Files.readString(file);
  }

  @Test
  void aSpreadStandsWithItsNumberAndAnEmptyOneNowhere() throws IOException {
    String html = report(measured(0));
    assertTrue(
        html.contains("<td class=\"number\">0.500 ± 0.030<td class=\"number\">0.750</tr>"), html);
    assertFalse(html.contains(">±"), html);
  }

  @Test
  void printedATableHasItsHeadOnEveryPageAndEveryColumn() throws IOException {
    String few = report(measured(0));
    assertTrue(few.contains("<table><thead><tr>") && few.contains("</tr></thead>"), few);
    assertTrue(few.contains("<div class=\"wide\">"), few);
    assertTrue(report(measured(8)).contains("<div class=\"wide many\">"), "across the page");
    String print = few.substring(few.lastIndexOf("@media print"));
    assertTrue(print.contains("div.wide{overflow:visible}"), "nothing is scrolled on paper");
  }

  @Test
  void idsOfFiguresInOnePageDiffer() throws IOException {
    String html = Files.readString(write().resolve("report.html"));
    Set<String> ids = new HashSet<>();
    Matcher matcher = Pattern.compile(" id=\"([^\"]+)\"").matcher(html);
    while (matcher.find()) {
      assertTrue(ids.add(matcher.group(1)), matcher.group(1));
    }
    assertFalse(ids.isEmpty());
  }

  @Test
  void figuresAreWhiteAndOfTheirSize() throws Exception {
    Path figures = write().resolve("figures");
    for (Figure figure : ResultFigures.of(RESULT.findings(), ExperimentFilesTest::thumbnail)) {
      BufferedImage png = ImageIO.read(figures.resolve(figure.id() + ".png").toFile());
      assertEquals(2 * figure.width(), png.getWidth());
      assertEquals(0xffffffff, png.getRGB(0, 0), figure.id());
      Element svg =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(figures.resolve(figure.id() + ".svg").toFile())
              .getDocumentElement();
      assertEquals(String.valueOf(figure.width()), svg.getAttribute("width"));
      assertTrue(svg.getTextContent().contains(figure.title()), figure.id());
    }
  }

  /** Where a page says the title and has its own colours. */
  @Test
  void figuresOnADarkPageAreDarkAndWithoutTheirTitle() throws Exception {
    FigureStyle dark = FigureStyle.dark(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    for (Figure figure : ResultFigures.of(RESULT.findings(), ExperimentFilesTest::thumbnail)) {
      BufferedImage png = ImageIO.read(new ByteArrayInputStream(figure.png(1, dark)));
      assertEquals(dark.ground().getRGB(), png.getRGB(0, 0), figure.id());
      assertEquals(figure.height() - figure.titleRoom(), png.getHeight());
      Set<Integer> colours = new HashSet<>();
      for (int i = 0; i < png.getWidth() * png.getHeight(); i++) {
        colours.add(png.getRGB(i % png.getWidth(), i / png.getWidth()));
      }
      assertTrue(colours.contains(dark.text().getRGB()), figure.id());
    }
  }

  @Test
  void lettersOnAShadeCanBeRead() {
    for (FigureStyle style :
        List.of(FigureStyle.PRINT, FigureStyle.dark(FigureStyle.PRINT.face()))) {
      for (double share = 0; share <= 1; share += .05) {
        assertTrue(contrast(style.shade(share)) >= 4.5, style.ground() + " " + share);
      }
    }
  }

  private static double contrast(Color shade) {
    double light = luminance(shade);
    double letters = luminance(FigureStyle.on(shade));
    return (Math.max(light, letters) + .05) / (Math.min(light, letters) + .05);
  }

  private static double luminance(Color colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    int[] channels = {colour.getRed(), colour.getGreen(), colour.getBlue()};
    double sum = 0;
    for (int c = 0; c < channels.length; c++) {
      double value = channels[c] / 255.0;
      sum +=
          weights[c] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  /** The photograph is grey; where none can be read there is a frame on white. */
  @Test
  void aSheetShowsThePhotographsThereAre() {
    Figure sheet =
        ResultFigures.of(RESULT.findings().sheets().get(0), ExperimentFilesTest::thumbnail);
    BufferedImage image = read(sheet.png(1));

    assertEquals(0x80, image.getRGB(16 + 64, 58 + 100) & 0xff, 4);
    assertEquals(0xff, image.getRGB(16 + 136 + 64, 58 + 100) & 0xff);
  }

  private static BufferedImage read(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFolderWithFilesIsNotWrittenOver() {
    Path target = write();

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> ExperimentFiles.write(target, RESULT, ExperimentFilesTest::thumbnail));
    assertTrue(problem.getMessage().startsWith("The folder is there already"));
  }
}
