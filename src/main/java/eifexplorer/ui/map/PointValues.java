package eifexplorer.ui.map;

import eifexplorer.dataset.LabelChange;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.projection.MapQuality;
import eifexplorer.review.revision.Revisions;
import eifexplorer.review.suspect.DefaultOrder;
import eifexplorer.session.ImageInsights;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What points are coloured by, as numbers from 0 to 1; NaN for points that have none. Called from jobs. */
final class PointValues {
  private final MapServices services;

  PointValues(MapServices services) {
    this.services = services;
  }

  /** The values of all points [n]; {@code quality} for {@link Colouring#KEPT} alone. */
  double[] of(Colouring by, MapImages images, @Nullable MapQuality quality, JobContext context) {
    return switch (by) {
      case CLASS, SPLIT -> new double[images.size()];
      case SUSPECT -> suspects(images, context);
      case LOSS -> losses(images, context);
      case HARM -> harm(images, context);
      case REVISION -> changed(images);
      case KEPT -> kept(images, quality);
    };
  }

  private static double[] ofTraining(MapImages images, IntToDoubleFunction value) {
    double[] values = new double[images.size()];
    Arrays.fill(values, Double.NaN);
    for (int i = 0; i < images.trainCount(); i++) {
      values[i] = value.applyAsDouble(i);
    }
    return values;
  }

  private double[] suspects(MapImages images, JobContext context) {
    int[] order = DefaultOrder.scores(services.suspects().apply(images.session()), context).order();
    double[] values = ofTraining(images, i -> Double.NaN);
    for (int rank = 0; rank < order.length; rank++) {
      values[order[rank]] = 1 - (double) rank / Math.max(1, order.length - 1);
    }
    return values;
  }

  private double[] losses(MapImages images, JobContext context) {
    ImageInsights insights = services.insights().apply(images.session());
    return ofTraining(
        images,
        i -> {
          var loss = insights.loss(i, context);
          return 1 - (double) (loss.rank() - 1) / Math.max(1, loss.of() - 1);
        });
  }

  /** Roots, since few images harm far more than all others. */
  private double[] harm(MapImages images, JobContext context) {
    InfluenceSurvey survey = services.surveyor().survey(images.session(), soFar -> {}, context);
    double[] values = ofTraining(images, survey::harm);
    double most = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(0);
    return ofTraining(images, i -> most > 0 ? Math.sqrt(Math.max(0, values[i]) / most) : 0);
  }

  /** 1 for training images whose label is another than the data set's own. */
  private static double[] changed(MapImages images) {
    Set<String> changed =
        images
            .session()
            .workspace()
            .map(workspace -> new Revisions(workspace.review()).current().labels())
            .map(labels -> labels.stream().map(LabelChange::sample).collect(Collectors.toSet()))
            .orElse(Set.of());
    return ofTraining(images, i -> changed.contains(images.sample(i).path()) ? 1 : 0);
  }

  private static double[] kept(MapImages images, @Nullable MapQuality quality) {
    double[] values = new double[images.size()];
    Arrays.setAll(values, i -> quality == null ? Double.NaN : quality.kept(i));
    return values;
  }
}
