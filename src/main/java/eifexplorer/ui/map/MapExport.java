package eifexplorer.ui.map;

import eifexplorer.export.ExportTarget;
import eifexplorer.export.MapFigure;
import eifexplorer.export.MapFiles;
import eifexplorer.job.Lane;
import eifexplorer.projection.CentreLabels;
import eifexplorer.projection.Layout;
import eifexplorer.projection.PlaneView;
import eifexplorer.projection.PointRaster;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.screen.ScreenContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Writes what is seen of the map as a picture, or all of it as a table. */
final class MapExport {
  private static final int DARK_GROUND = 0xff0d1117;
  private static final int LIGHT_GROUND = 0xffffffff;
  private static final int HARMFUL = 0xd9d4650a;
  private static final int HELPFUL = 0xd90f8f9a;

  private final MapViewModel model;
  private final ScreenContext context;

  MapExport(MapViewModel model, ScreenContext context) {
    this.model = model;
    this.context = context;
  }

  /** Writes a {@code .png}, {@code .svg}, {@code .csv} or {@code .npz} file in the background. */
  void write(Path file) {
    MapImages images = model.imagesProperty().get();
    ShownMap map = model.shownProperty().get();
    if (images == null || map == null) {
      return;
    }
    PointColours look = model.colours().now();
    if (look == null) {
      return;
    }
    Supplier<MapFigure> figure = figure(images, map, look);
    context
        .jobs()
        .start(
            "Export the map",
            Lane.IO,
            job -> {
              ExportTarget.outside(file, images.session().dataset().root());
              switch (MapFiles.Format.of(file)) {
                case PNG, SVG -> MapFiles.writePicture(file, figure.get());
                case CSV -> MapFiles.writeCsv(file, map.layout(), rows(images));
                case NPZ -> MapFiles.writeNpz(file, map.layout(), rows(images));
              }
              return file;
            },
            Outcome.of(
                written -> context.notices().info("The map is written to " + written),
                context.notices()::show));
  }

  private static List<MapFiles.Image> rows(MapImages images) {
    return IntStream.range(0, images.size())
        .mapToObj(
            point ->
                new MapFiles.Image(
                    images.sample(point).path(),
                    images.label(point),
                    images.className(images.label(point))))
        .toList();
  }

  /** What is seen now; drawn when it is asked for, in a job. */
  private Supplier<MapFigure> figure(MapImages images, ShownMap map, PointColours look) {
    PlaneView view = model.camera().viewProperty().get();
    boolean dark = model.colours().darkProperty().get();
    double radius = PointRaster.radius(map.layout().size(), model.camera().zoom());
    List<MapFigure.Line> lines = lines(map.layout(), dark);
    String words =
        String.join(
            " · ",
            List.of(model.layout().cardText(), model.layout().qualityText(), "far means little"));
    return () -> {
      int[] labels = images.labels();
      for (int i = 0; i < labels.length; i++) {
        labels[i] = look.isShown(i) ? labels[i] : -1;
      }
      return new MapFigure(
          map.layout(),
          view,
          new PointRaster.Look(dark ? DARK_GROUND : LIGHT_GROUND, look.colours(), radius),
          lines,
          CentreLabels.of(map.layout(), labels),
          images::className,
          words);
    };
  }

  private List<MapFigure.Line> lines(Layout layout, boolean dark) {
    List<MapFigure.Line> lines = new ArrayList<>();
    model
        .lines()
        .ends()
        .ifPresent(
            ends -> {
              double x = (layout.x(ends[0]) + layout.x(ends[1])) / 2.0;
              double y = (layout.y(ends[0]) + layout.y(ends[1])) / 2.0;
              for (InfluenceLine line : model.lines().linesProperty().get()) {
                lines.add(
                    new MapFigure.Line(
                        layout.x(line.point()),
                        layout.y(line.point()),
                        x,
                        y,
                        line.isHarmful() ? HARMFUL : HELPFUL,
                        1 + 4 * line.share(),
                        !line.isHarmful(),
                        line.isHarmful() ? MapFigure.Mark.DOWN : MapFigure.Mark.UP));
              }
              lines.add(
                  new MapFigure.Line(
                      layout.x(ends[0]),
                      layout.y(ends[0]),
                      layout.x(ends[1]),
                      layout.y(ends[1]),
                      dark ? 0xffe6edf3 : 0xff1f2328,
                      2.5,
                      false,
                      MapFigure.Mark.RINGS));
            });
    return lines;
  }
}
