package eifexplorer.run;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Pooling;
import eifexplorer.model.BackboneSource;
import eifexplorer.model.FoldedNorm;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import eifexplorer.training.NetworkPlan;
import eifexplorer.training.NetworkPlan.InitialHead;
import eifexplorer.training.NetworkPlan.Precision;
import eifexplorer.training.PlanFile;
import eifexplorer.training.PlanPresets;
import eifexplorer.training.TrainingPlan;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a training plan of what a person asked for and what is usual. */
final class RequestedPlan {
  private RequestedPlan() {}

  /** The plan of the file that was named, or the preset for this data set, kind of training and loss; changed as asked. */
  static TrainingPlan read(TrainRequest request) {
    return request.settled().orElseGet(() -> request.changes().apply(named(request)));
  }

  private static TrainingPlan named(TrainRequest request) {
    if (request.config().isPresent()) {
      String name = request.config().get().toString();
      checkNamed(request.config().get(), name);
      return PlanPresets.names().contains(name)
          ? PlanPresets.plan(name)
          : PlanFile.read(request.config().get());
    }
    String dataset = request.dataset().format();
    if (dataset.equals("demo") && !request.frozen()) {
      return PlanPresets.plan("demo");
    }
    String kind = request.frozen() ? "_frozen_" : "_";
    return PlanPresets.nearest(
        dataset, kind, request.loss().map(LossSpec::name).orElse(LossSpec.PROXY_NCA.name()));
  }

  /** A name without a folder or ending, of which there is no file, is meant as a preset's. */
  private static void checkNamed(Path config, String name) {
    boolean plain = config.getNameCount() == 1 && !config.isAbsolute() && !name.contains(".");
    if (plain && !PlanPresets.names().contains(name) && !Files.exists(config)) {
      throw ProblemException.badValue(
          "preset", name, String.join(", ", PlanPresets.names()) + ", or a file");
    }
  }

  /** The back bone training starts from: the weights that were named, or random ones for the plan's network. */
  static BackboneSource backbone(TrainRequest request, TrainingPlan plan) {
    BackboneSpec usual = BackboneSpec.parse(plan.network().backbone());
    Pooling pooling = request.backbone().pooling().orElse(usual.pooling());
    boolean layerNorm = usual.layerNorm();
    if (request.weights().isPresent()) {
      return BackboneSource.read(
          request.weights().get(), request.backbone(), network -> pooling, layerNorm);
    }
    return BackboneSource.random(request.backbone(), usual, request.seed());
  }

  /**
   * The plan with everything that was asked for in its place. A preset's batches are made smaller where the data set has
   * fewer classes, its embeddings where there are fewer features to take principal directions of; a plan that was named is
   * taken as it is. Weights whose batch normalisation was folded away can only be trained with {@code frozenNorm}.
   *
   * @param features F of the back bone it starts from; 0 if nobody knows yet
   */
  static TrainingPlan complete(
      TrainRequest request,
      TrainingPlan plan,
      BackboneSource start,
      int features,
      ImageDataset dataset) {
    if (request.settled().isPresent()) {
      return plan;
    }
    NetworkPlan network = plan.network();
    boolean frozen = request.frozen() || network.frozen();
    InitialHead head = frozen ? network.initialHead() : InitialHead.UNIFORM;
    int most =
        head == InitialHead.PRINCIPAL && request.config().isEmpty() && features > 0
            ? features
            : network.embeddingSize();
    NetworkPlan completed =
        new NetworkPlan(
            start.spec().describe(),
            frozen,
            request.resize().orElse(network.resize()),
            request.crop().orElse(network.crop()),
            Math.min(network.embeddingSize(), most),
            head,
            !frozen && (network.frozenNorm() || FoldedNorm.isIn(start.weights())),
            frozen ? Precision.SINGLE : request.changes().precision().orElse(network.precision()));
    return new TrainingPlan(
        plan.title(),
        request.dataset().format(),
        completed,
        request.loss().orElse(plan.loss()),
        request.config().isPresent()
            ? plan.batches()
            : plan.batches().fitting(dataset.train().size(), dataset.trainClassCount()),
        plan.optimiser(),
        plan.epochs(),
        frozen ? 0 : plan.warmUpEpochs(),
        request.seed(),
        plan.validation());
  }
}
