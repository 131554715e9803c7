package eifexplorer.export;

import eifexplorer.experiment.ResultChart;
import eifexplorer.experiment.ResultChart.Kind;
import eifexplorer.experiment.ResultChart.Series;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A chart of results as a figure. */
final class ChartFigure {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 420;
  private static final int SQUARE = 480;
  private static final double SIDE = 6;

  private ChartFigure() {}

  static Figure of(ResultChart chart) {
    boolean square = chart.kind() == Kind.BEFORE_AFTER;
    int width = square ? SQUARE : WIDTH;
    int height = square ? SQUARE + 60 : HEIGHT;
    return new Figure(
        chart.id(),
        chart.title(),
        width,
        height,
        0,
        (graphics, style) ->
            drawn(chart, style).draw(graphics, new Rectangle2D.Double(0, 0, width, height)));
  }

  private static JFreeChart drawn(ResultChart chart, FigureStyle style) {
    XYSeriesCollection data = new XYSeriesCollection();
    for (Series series : chart.series()) {
      XYSeries points = new XYSeries(series.name(), false, true);
      for (int i = 0; i < series.x().size(); i++) {
        points.add(series.x().get(i), series.y().get(i));
      }
      data.addSeries(points);
    }
    XYPlot plot =
        new XYPlot(
            data,
            axis(chart.x(), style),
            axis(chart.y(), style),
            renderer(chart.kind(), chart.series().size(), style));
    if (chart.kind() == Kind.LINES) {
      plot.getDomainAxis().setLowerMargin(0);
      plot.getDomainAxis().setUpperMargin(0);
    }
    plot.setBackgroundPaint(style.ground());
    plot.setDomainGridlinePaint(style.grid());
    plot.setRangeGridlinePaint(style.grid());
    plot.setOutlinePaint(style.muted());
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    if (chart.kind() == Kind.BEFORE_AFTER) {
      drawDiagonal(plot, chart.series(), style);
    }
    JFreeChart drawn =
        new JFreeChart(style.titled() ? chart.title() : null, style.heading(), plot, false);
    drawn.setBackgroundPaint(style.ground());
    drawn.setPadding(new RectangleInsets(8, 8, 8, 16));
    LegendTitle legend = new LegendTitle(plot);
    legend.setItemFont(style.plain());
    legend.setItemPaint(style.text());
    legend.setBackgroundPaint(style.ground());
    legend.setFrame(BlockBorder.NONE);
    legend.setPosition(RectangleEdge.BOTTOM);
    drawn.addLegend(legend);
    return drawn;
  }

  private static NumberAxis axis(String title, FigureStyle style) {
    NumberAxis axis = new NumberAxis(title);
    axis.setAutoRangeIncludesZero(false);
    axis.setLabelFont(style.plain());
    axis.setLabelPaint(style.text());
    axis.setTickLabelFont(style.plain());
    axis.setTickLabelPaint(style.text());
    axis.setTickMarkPaint(style.muted());
    axis.setAxisLinePaint(style.muted());
    return axis;
  }

  private static XYLineAndShapeRenderer renderer(Kind kind, int series, FigureStyle style) {
    boolean lines = kind == Kind.LINES;
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(lines, !lines);
    renderer.setDrawSeriesLineAsPath(true);
    for (int s = 0; s < series; s++) {
      renderer.setSeriesPaint(s, style.colour(s));
      renderer.setSeriesStroke(s, lines ? style.stroke(s) : new BasicStroke(1.2f));
      renderer.setSeriesShape(s, shape(s));
      renderer.setSeriesShapesFilled(s, s % 2 == 0);
    }
    return renderer;
  }

  private static Shape shape(int series) {
    double half = SIDE / 2;
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(0, -half);
    triangle.lineTo(half, half);
    triangle.lineTo(-half, half);
    triangle.closePath();
    List<Shape> shapes =
        List.of(
            new Ellipse2D.Double(-half, -half, SIDE, SIDE),
            new Rectangle2D.Double(-half, -half, SIDE, SIDE),
            triangle);
    return shapes.get(series % shapes.size());
  }

  /** Both axes with the same range, and a line where nothing changes. */
  private static void drawDiagonal(XYPlot plot, List<Series> series, FigureStyle style) {
    double low = 4;
    double high = 0;
    for (Series of : series) {
      for (int i = 0; i < of.x().size(); i++) {
        low = Math.min(low, Math.min(of.x().get(i), of.y().get(i)));
        high = Math.max(high, Math.max(of.x().get(i), of.y().get(i)));
      }
    }
    double margin = Math.max(.01, (high - low) * .05);
    plot.getDomainAxis().setRange(low - margin, high + margin);
    plot.getRangeAxis().setRange(low - margin, high + margin);
    plot.addAnnotation(
        new XYLineAnnotation(
            low - margin,
            low - margin,
            high + margin,
            high + margin,
            new BasicStroke(1),
            style.muted()));
  }
}
