package eifexplorer.ui.train;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Fonts;
import eifexplorer.ui.kit.Texts;
import java.awt.BasicStroke;
import java.awt.Font;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Curves over epochs in the theme's colours, under their own legend. */
final class CurveChart extends VBox {
  private static final int LINES = 5;
  private static final float TICKS = 11;
  private static final float[] DASHES = {4, 4};

  /** The colours there are; each is read from a label that nobody sees, since a canvas knows no style sheet. */
  enum Ink {
    FIRST,
    SECOND,
    THIRD,
    OTHER,
    GRID,
    WORDS,
    SHADE
  }

  /**
   * A curve.
   *
   * @param name in the legend; empty for none
   * @param value in the legend, after the name
   */
  record Curve(String name, String value, Ink ink, boolean dashed, List<Point2D> points) {}

  private final Map<Ink, Label> inks = new EnumMap<>(Ink.class);
  private final XYSeriesCollection data = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
  private final NumberAxis across = new NumberAxis();
  private final NumberAxis up = new NumberAxis();
  private final XYPlot plot = new XYPlot(data, across, up, renderer);
  private final FlowPane legend = new FlowPane(8, 2);
  private final ChartCanvas canvas;
  private List<Curve> curves = List.of();
  private double warmUp;

  CurveChart(String title) {
    super(4);
    getStyleClass().addAll("block", "curve-chart");
    Pane probes = new Pane();
    probes.setManaged(false);
    probes.setVisible(false);
    for (Ink ink : Ink.values()) {
      Label probe = label("", "chart-ink", "chart-" + ink.name().toLowerCase(Locale.ROOT));
      probe.textFillProperty().addListener((value, old, now) -> restyle());
      inks.put(ink, probe);
      probes.getChildren().add(probe);
    }
    legend.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(legend, Priority.ALWAYS);
    Label name = label(title, "section-head");
    name.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(8, name, legend);
    head.setAlignment(Pos.TOP_LEFT);
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(2, 0, 0, 6));
    prepare();
    canvas = new ChartCanvas(chart);
    canvas.setTooltipEnabled(false);
    Pane room = new Pane(canvas);
    room.setMinSize(0, 80);
    room.setPrefWidth(0);
    setMinWidth(0);
    canvas.widthProperty().bind(room.widthProperty());
    canvas.heightProperty().bind(room.heightProperty());
    canvas.setAccessibleText(title);
    VBox.setVgrow(room, Priority.ALWAYS);
    getChildren().addAll(head, room, probes);
  }

  private void prepare() {
    across.setLowerMargin(0);
    across.setUpperMargin(0);
    across.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    up.setAutoRangeIncludesZero(false);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    Font font = Fonts.forDrawing();
    across.setTickLabelFont(font.deriveFont(TICKS));
    // The canvas forgets its font after each drawing, but sets only one that differs from the last:
    // two that differ by less than is seen are both set every time.
    up.setTickLabelFont(font.deriveFont(TICKS + 0.1f));
    up.setNumberFormatOverride(Texts.numberFormat());
    for (NumberAxis axis : new NumberAxis[] {across, up}) {
      axis.setAxisLineVisible(false);
      axis.setTickMarksVisible(false);
    }
  }

  private java.awt.Color colour(Ink ink) {
    Paint fill = Objects.requireNonNull(inks.get(ink)).getTextFill();
    Color c = fill instanceof Color color ? color : Color.GRAY;
    return new java.awt.Color(
        (float) c.getRed(), (float) c.getGreen(), (float) c.getBlue(), (float) c.getOpacity());
  }

  private void restyle() {
    if (canvas == null) {
      return;
    }
    across.setTickLabelPaint(colour(Ink.WORDS));
    up.setTickLabelPaint(colour(Ink.WORDS));
    plot.setRangeGridlinePaint(colour(Ink.GRID));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.clearDomainMarkers();
    if (warmUp > 0) {
      IntervalMarker marker = new IntervalMarker(0, warmUp, colour(Ink.SHADE));
      marker.setAlpha(1);
      plot.addDomainMarker(marker, Layer.BACKGROUND);
    }
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      renderer.setSeriesPaint(i, colour(curve.ink()));
      renderer.setSeriesStroke(
          i,
          curve.dashed()
              ? new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
              : new BasicStroke(2));
      boolean alone = curve.points().size() == 1;
      renderer.setSeriesShapesVisible(i, alone);
    }
  }

  /**
   * Draws other curves.
   *
   * @param epochs right end of the axis
   * @param warmUpEpochs epochs that are shaded
   */
  void show(List<Curve> newCurves, int epochs, int warmUpEpochs) {
    curves = newCurves;
    warmUp = warmUpEpochs;
    data.setNotify(false);
    data.removeAllSeries();
    int number = 0;
    for (Curve curve : curves) {
      XYSeries series = new XYSeries(number++, false, true);
      curve.points().forEach(point -> series.add(point.getX(), point.getY(), false));
      data.addSeries(series);
    }
    across.setRange(0, Math.max(1, epochs));
    scale();
    restyle();
    data.setNotify(true);
    legend
        .getChildren()
        .setAll(curves.stream().filter(c -> !c.name().isEmpty()).map(this::entry).toList());
  }

  /** About five lines across, at round numbers. */
  private void scale() {
    DoubleSummaryStatistics values =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(Point2D::getY)
            .filter(Double::isFinite)
            .summaryStatistics();
    if (values.getCount() == 0) {
      up.setRange(0, 1);
      up.setTickUnit(new NumberTickUnit(0.2));
      return;
    }
    double room =
        Math.max(values.getMax() - values.getMin(), 0.05 * Math.abs(values.getMax()) + 1e-6);
    double step = round(room / LINES);
    double low = Math.floor(values.getMin() / step) * step;
    double high = Math.ceil(values.getMax() / step) * step;
    up.setRange(low, Math.max(high, low + step));
    up.setTickUnit(new NumberTickUnit(step));
  }

  /** The next number of the kind 1, 2 or 5 times a power of ten. */
  private static double round(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    double digits = step / power;
    return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
  }

  private HBox entry(Curve curve) {
    Line line = new Line(0, 0, 12, 0);
    line.setStrokeWidth(2);
    line.strokeProperty().bind(Objects.requireNonNull(inks.get(curve.ink())).textFillProperty());
    if (curve.dashed()) {
      line.getStrokeDashArray().addAll(3.0, 3.0);
    }
    Label name = label(curve.name(), "secondary");
    Label value = label(curve.value(), "mono", "strong");
    name.setMinWidth(USE_PREF_SIZE);
    value.setMinWidth(USE_PREF_SIZE);
    HBox entry = new HBox(6, line, name, value);
    entry.setAlignment(Pos.CENTER_LEFT);
    entry.setMinWidth(USE_PREF_SIZE);
    return entry;
  }
}
