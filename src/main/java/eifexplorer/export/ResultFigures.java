package eifexplorer.export;

import eifexplorer.experiment.Findings;
import eifexplorer.experiment.HeatMap;
import eifexplorer.experiment.PictureSheet;
import eifexplorer.experiment.ResultChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Draws an experiment's charts, heat maps and sheets of photographs for print. */
public final class ResultFigures {
  private ResultFigures() {}

  /**
   * All figures of an experiment.
   *
   * @param thumbnail path of an image to a JPEG file's bytes; empty if it can't be shown
   */
  public static List<Figure> of(Findings findings, Function<String, Optional<byte[]>> thumbnail) {
    List<Figure> figures = new ArrayList<>();
    findings.charts().forEach(chart -> figures.add(of(chart)));
    findings.heatMaps().forEach(map -> figures.add(of(map)));
    findings.sheets().forEach(sheet -> figures.add(of(sheet, thumbnail)));
    return figures;
  }

  /** A chart. */
  public static Figure of(ResultChart chart) {
    return ChartFigure.of(chart);
  }

  /** A heat map. */
  public static Figure of(HeatMap map) {
    return HeatMapFigure.of(map);
  }

  /** A sheet of photographs. */
  public static Figure of(PictureSheet sheet, Function<String, Optional<byte[]>> thumbnail) {
    return SheetFigure.of(sheet, thumbnail);
  }
}
