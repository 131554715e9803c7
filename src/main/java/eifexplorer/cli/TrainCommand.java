package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.retrain.ReweightOutcome;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.review.revision.Revisions;
import eifexplorer.run.PlanChanges;
import eifexplorer.run.RunObserver;
import eifexplorer.run.TrainPreview;
import eifexplorer.run.TrainRequest;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.LossSpec;
import eifexplorer.training.NetworkPlan.Precision;
import eifexplorer.training.ValidationPlan.Mode;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model and puts it into a workspace. */
@Command(
    name = "train",
    header = "Trains a model and puts it into a workspace.",
    description = {
      "With --frozen-backbone only the last linear layer and the proxies are trained, on features"
          + " computed once (seconds); otherwise the whole network. The model becomes the current"
          + " one of its workspace, unless that has a better R@1 (models --use makes it so).",
      "In a workspace with a model everything that is not named is taken from it: back bone, plan,"
          + " data set. The plan is printed first; on a terminal it is asked before anything that"
          + " takes longer than minutes.",
      "A run that was stopped goes on with --resume, to the same result as if it had not been."
    })
final class TrainCommand extends ExplorerCommand {
  private static final Duration LONG = Duration.ofMinutes(10);

  @Mixin private DatasetOptions dataset = new DatasetOptions();
  @Mixin private BackboneOptions backbone = new BackboneOptions();
  @Mixin private ReweightOptions reweight = new ReweightOptions();

  @Option(
      names = "--frozen-backbone",
      description = "Train head and proxies only, on cached features.")
  private boolean frozen;

  @Option(
      names = "--loss-type",
      paramLabel = "NAME",
      description =
          "ProxyNCA_prob_orig, SoftTriple, … (default: the configuration's, else"
              + " ProxyNCA_prob_orig).")
  private @Nullable String lossType;

  @Option(names = "--seed", paramLabel = "N", description = "Seed (default: 0).")
  private @Nullable Long seed;

  @Option(
      names = "--config",
      paramLabel = "FILE.json|PRESET",
      description =
          "Training settings: a file, also one of the authors', or a name from config/ (default:"
              + " the one for this kind of training).")
  private @Nullable Path config;

  @Option(
      names = "--mode",
      paramLabel = "trainval|train",
      description =
          "trainval: all training classes, rates fall at milestones. train: half of them, measured"
              + " on the others; rates fall on plateaus, the best epoch is kept (default: the"
              + " configuration's).")
  private @Nullable String mode;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Epochs after the warm-up (default: the configuration's).")
  private @Nullable Integer epochs;

  @Option(
      names = "--measure-every",
      paramLabel = "N",
      description = "Epochs from one measurement to the next (default: the configuration's).")
  private @Nullable Integer measureEvery;

  @Option(
      names = "--stop-after",
      paramLabel = "N",
      description =
          "End after N measurements without a better one, 0 for never (default: the"
              + " configuration's).")
  private @Nullable Integer stopAfter;

  @Option(
      names = "--precision",
      paramLabel = "single|mixed",
      description =
          "What a whole network computes in while it learns; mixed: convolutions in bfloat16"
              + " (default: the configuration's, single if it says nothing).")
  private @Nullable String precision;

  @Option(
      names = "--labels",
      paramLabel = "REVISION",
      description =
          "Train on the labels of this revision of the workspace, 0 for the data set's own"
              + " (default: the revision that is checked out).")
  private @Nullable Integer labels;

  @Option(
      names = "--resume",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "RUN",
      description = "Go on with a run of the workspace (default: its newest that is unfinished).")
  private @Nullable String resume;

  @Option(
      names = "--like",
      paramLabel = "MODEL",
      description =
          "Train as this model was: one of the workspace by its id, or a model.json. All settings"
              + " are the model's; with --labels on another revision.")
  private @Nullable String like;

  @Option(names = "--yes", description = "Don't ask before a training that takes long.")
  private boolean yes;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace to make or add to.")
  private Path workspace;

  TrainCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    check(options());
    if (reweight.given()) {
      reweight(explorer, progress);
      return;
    }
    ModelCard card =
        resume == null
            ? begin(explorer, like == null ? request(explorer) : again(like), progress)
            : explorer.trainings().resume(workspace, resume, RunObserver.NONE, progress);
    ModelPrinter.print(console(), json(), card, workspace);
  }

  /** Refuses what would be passed over. */
  private void check(GivenOptions options) {
    if (reweight.given()) {
      options.allowOnly(
          "--reweight",
          "--helpful-weight",
          "--harmful-weight",
          "--pair",
          "--model",
          "--seed",
          "--config",
          "--yes");
    } else if (resume != null) {
      noteIdle(options.others("--resume", "--yes"));
      return;
    } else if (like != null) {
      options.allowOnly("--like", "--labels", "--yes");
    }
    options.require(
        reweight.given(),
        "--reweight HELPFUL.txt,HARMFUL.txt",
        "--helpful-weight",
        "--harmful-weight",
        "--pair",
        "--model");
    dataset.check(options);
  }

  /** The command that was cancelled is given again with {@code --resume}, so its options are no wrong usage. */
  private void noteIdle(List<String> options) {
    if (!options.isEmpty()) {
      console()
          .note(
              "A run goes on with the settings it began with; passed over: "
                  + String.join(", ", options));
    }
  }

  /** Says what will be trained, and asks a person before anything that takes longer than minutes. */
  private ModelCard begin(Explorer explorer, TrainRequest request, JobContext progress) {
    TrainPreview preview = explorer.trainings().preview(request);
    if (preview.plan().network().frozen() && preview.randomWeights() && like == null) {
      throw new UsageException(
          "A frozen back bone of random weights tells no two images apart: name its weights with"
              + " --weights FILE, or train in a workspace that has a model");
    }
    Duration duration = preview.duration();
    console().note("Plan: " + preview.describe() + "; roughly " + words(duration));
    if (duration.compareTo(LONG) > 0
        && !yes
        && console().terminal()
        && !console().agreed("This takes longer than minutes. Train it?")) {
      throw new ProblemException("Nothing was trained", "", "With --yes it is not asked.");
    }
    return explorer.trainings().train(request, progress);
  }

  private static String words(Duration duration) {
    long minutes = Math.max(1, duration.toMinutes());
    return minutes < 120
        ? Counted.of(minutes, "minute")
        : Counted.of(Math.round(minutes / 60.0), "hour");
  }

  /** The data set that was named, or the one a workspace that is there is about. */
  private DatasetReference reference(Explorer explorer) {
    if (dataset.given()) {
      return dataset.reference(dataset.isDemo() ? explorer.demo().images() : null, seed());
    }
    if (!Workspace.exists(workspace)) {
      throw new UsageException("Missing option --dataset NAME");
    }
    return Workspace.open(workspace).manifest().dataset();
  }

  /** In a workspace with a model, what is not named is the model's. */
  private TrainRequest request(Explorer explorer) {
    Optional<ModelCard> model =
        dataset.given() || backbone.given() || !Workspace.exists(workspace)
            ? Optional.empty()
            : new ModelStore(Workspace.open(workspace)).currentIfAny();
    return model.map(card -> request(explorer, card)).orElseGet(() -> named(explorer, frozen));
  }

  private TrainRequest request(Explorer explorer, ModelCard card) {
    Workspace there = Workspace.open(workspace);
    int revision = labels == null ? new Revisions(there.review()).pointer().current() : labels;
    if (!isChanged() && (!frozen || card.frozenBackbone()) && card.recipe().isPresent()) {
      console().note("Trained as the model " + card.id() + " was");
      return TrainRequest.again(workspace, card.recipe().get()).onLabels(revision);
    }
    TrainRequest named = named(explorer, frozen || (config == null && card.frozenBackbone()));
    console().note("Starts from the back bone of the model " + card.id());
    ModelStore.Start start = new ModelStore(there).start(card);
    Optional<LossSpec> loss =
        lossType == null && config == null ? Optional.of(card.loss()) : Optional.empty();
    return named
        .startingWith(Optional.of(start.weights()), start.backbone())
        .onLabels(revision)
        .with(
            request ->
                request
                    .loss(loss.or(request::loss))
                    .resize(OptionalInt.of(card.resize()))
                    .crop(OptionalInt.of(card.crop())));
  }

  private TrainRequest named(Explorer explorer, boolean frozen) {
    backbone.program().ifPresent(explorer.workspaces().programs()::trust);
    return new TrainRequest(
            workspace,
            reference(explorer),
            backbone.weights(),
            backbone.choice(),
            backbone.resize(),
            backbone.crop(),
            frozen,
            Optional.ofNullable(lossType).map(LossSpec::named),
            Optional.ofNullable(config),
            seed())
        .with(
            request ->
                request
                    .changes(
                        new PlanChanges(
                            mode(),
                            optional(epochs),
                            optional(measureEvery),
                            optional(stopAfter),
                            precision()))
                    .labels(optional(labels)));
  }

  private long seed() {
    return seed == null ? 0 : seed;
  }

  /** The training that made a model, once more. */
  private TrainRequest again(String like) {
    ModelCard card = model(workspace, like);
    TrainRequest request =
        TrainRequest.again(
            workspace,
            card.recipe()
                .orElseThrow(
                    () ->
                        new ProblemException(
                            "The model " + card.title() + " does not say how it was trained",
                            like,
                            "Name one that this version of the program trained.")));
    return labels == null ? request : request.onLabels(labels);
  }

  private boolean isChanged() {
    return Stream.of(lossType, config, mode, epochs, measureEvery, stopAfter, precision, seed)
        .anyMatch(Objects::nonNull);
  }

  private static ModelCard model(Path workspace, String like) {
    if (Workspace.exists(workspace)) {
      ModelStore models = new ModelStore(Workspace.open(workspace));
      if (models.contains(like) || !Files.exists(Path.of(like))) {
        return models.get(like);
      }
    }
    return ModelStore.read(Path.of(like));
  }

  private Optional<Mode> mode() {
    if (mode == null) {
      return Optional.empty();
    }
    return switch (mode) {
      case "trainval" -> Optional.of(Mode.TRAINVAL);
      case "train" -> Optional.of(Mode.TRAIN);
      default -> throw new UsageException("--mode is " + mode + "; allowed: trainval, train");
    };
  }

  private Optional<Precision> precision() {
    if (precision == null) {
      return Optional.empty();
    }
    if (frozen) {
      throw new UsageException("--precision is for whole networks, not for --frozen-backbone");
    }
    return switch (precision) {
      case "single" -> Optional.of(Precision.SINGLE);
      case "mixed" -> Optional.of(Precision.MIXED);
      default ->
          throw new UsageException("--precision is " + precision + "; allowed: single, mixed");
    };
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private void reweight(Explorer explorer, JobContext progress) {
    Workspace.open(workspace).requireWritable();
    ExplorerSession session =
        explorer.sessions().openWorkspace(workspace, reweight.model(), progress);
    ReweightRequest request = reweight.request(session, seed(), config);
    ReweightOutcome outcome = explorer.reweights().reweight(session, request, progress).get(0);
    String name = request.text() + " · seed " + outcome.seed();
    ModelCard card = explorer.reweights().keepReweighted(session, name, request, outcome, progress);
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("model", card);
      result.put("pairs", outcome.pairs());
      result.put("recall_at_1_before", outcome.recallBefore());
      result.put("recall_at_1_after", outcome.recallAfter());
      console().json(result);
      return;
    }
    for (ReweightOutcome.PairChange pair : outcome.pairs()) {
      console()
          .line(
              "pair %d,%d: distance %.4f -> %.4f, nearest %d -> %d, first right neighbour at rank"
                  + " %d -> %d%s",
              pair.pair().first(),
              pair.pair().second(),
              pair.before(),
              pair.after(),
              pair.foundBefore().nearest(),
              pair.foundAfter().nearest(),
              pair.foundBefore().rank(),
              pair.foundAfter().rank(),
              pair.isFixed() ? ": fixed" : "");
    }
    console().line("R@1 %.4f -> %.4f", outcome.recallBefore(), outcome.recallAfter());
    console()
        .line(
            "The model %s is in %s, which opens with the one before; --model %s takes this one",
            card.id(), workspace, card.id());
  }
}
