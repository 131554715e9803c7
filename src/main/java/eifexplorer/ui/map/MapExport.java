package eifexplorer.ui.map;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.export.MapFigure;
import eifexplorer.export.MapFiles;
import eifexplorer.export.MapKnots;
import eifexplorer.job.Lane;
import eifexplorer.projection.CentreLabels;
import eifexplorer.projection.Layout;
import eifexplorer.projection.PlaneView;
import eifexplorer.projection.PointRaster;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.ScreenContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes what is seen of the map as a picture, or all of it as a table. */
final class MapExport {
  private static final int DARK_GROUND = 0xff0d1117;
  private static final int LIGHT_GROUND = 0xffffffff;

  // The colours of the themes.
  private static final int DARK_HARMFUL = 0xd9f0883e;
  private static final int DARK_HELPFUL = 0xd939c5cf;
  private static final int LIGHT_HARMFUL = 0xd9a84300;
  private static final int LIGHT_HELPFUL = 0xd9146c73;

  private final MapViewModel model;
  private final ScreenContext context;

  MapExport(MapViewModel model, ScreenContext context) {
    this.model = model;
    this.context = context;
  }

  /** Whether there is a map; says so if there is none. */
  boolean hasSomething() {
    boolean there = model.shownProperty().get() != null;
    if (!there) {
      context.notices().info(Texts.of("There is no map to export. Lay it out first."));
    }
    return there;
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
            Texts.of("Export the map"),
            Lane.IO,
            job -> {
              switch (MapFiles.Format.of(file)) {
                case PNG, SVG -> MapFiles.writePicture(file, figure.get());
                case CSV -> MapFiles.writeCsv(file, map.layout(), rows(images));
                case NPZ -> MapFiles.writeNpz(file, map.layout(), rows(images));
              }
              return file;
            },
            Outcome.of(
                written -> context.notices().info(Texts.of("The map is written to {0}", written)),
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
    MapKnots knots =
        model.lines().allPairsProperty().get() ? knots(images, map, view, dark) : MapKnots.NONE;
    String words = words(images, dark);
    return () -> {
      int[] labels = images.labels();
      for (int i = 0; i < labels.length; i++) {
        labels[i] = look.isShown(i) ? labels[i] : -1;
      }
      return new MapFigure(
          map.layout(),
          view,
          new PointRaster.Look(dark ? DARK_GROUND : LIGHT_GROUND, look.colours(), radius),
          knots,
          lines,
          CentreLabels.of(map.layout(), labels),
          images::className,
          words);
    };
  }

  private static int harmful(boolean dark) {
    return dark ? DARK_HARMFUL : LIGHT_HARMFUL;
  }

  private static int helpful(boolean dark) {
    return dark ? DARK_HELPFUL : LIGHT_HELPFUL;
  }

  /** What the picture is of, without what is not known of it: a map that was stopped has no quality yet. */
  private String words(MapImages images, boolean dark) {
    ComparedMaps both = model.blend().comparedProperty().get();
    double share = model.blend().shareProperty().get();
    boolean isBetween = both != null && !model.blend().sideBySideProperty().get() && share < 1;
    LayoutViewModel layout = model.layout();
    return Stream.of(
            images.session().modelTitle(),
            layout.keptProperty().get() == null ? Texts.of("not laid out to the end") : "",
            layout.cardText(),
            layout.staleProperty().get(),
            isBetween
                ? Texts.of("{0} of the way from {1}", Texts.percent(share), both.title())
                : layout.qualityText(),
            coloured(dark),
            Texts.of("far means little"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String coloured(boolean dark) {
    Colouring by = model.colours().byProperty().get();
    return Texts.of(
        "coloured by {0}{1}",
        Texts.within(by.title()),
        by.hasScale()
            ? String.format(
                Locale.ROOT,
                " (%s: %s, %s: %s)",
                dark ? "dark" : "pale",
                by.low(),
                dark ? "bright" : "dark",
                by.high())
            : "");
  }

  private static MapKnots knots(MapImages images, ShownMap map, PlaneView view, boolean dark) {
    Layout layout = map.layout();
    List<MapKnots.Curve> curves = new ArrayList<>();
    for (Knot knot : map.knots()) {
      for (ConfusionPair pair : knot.pairs()) {
        int a = images.test(pair.wrong());
        int b = images.test(pair.confusedWith());
        curves.add(
            new MapKnots.Curve(
                layout.x(a), layout.y(a), knot.x(), knot.y(), layout.x(b), layout.y(b)));
      }
    }
    List<MapKnots.Disc> discs =
        Knot.withDisc(map.knots(), view).stream()
            .map(
                knot ->
                    new MapKnots.Disc(
                        knot.x(), knot.y(), knot.radius(), knot.count(), harmful(dark)))
            .toList();
    return new MapKnots(curves, discs);
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
                        line.isHarmful() ? harmful(dark) : helpful(dark),
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
