package eifexplorer.ui.train;

import eifexplorer.training.LossConstant;
import eifexplorer.training.LossSpec;
import eifexplorer.training.NetworkPlan.Precision;
import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A line of the form: what of a training plan can be changed, and within which range. */
public enum PlanField {
  LOSS(Group.LOSS, Texts.of("Loss"), "", plan -> plan.loss().name()),
  SCALE(
      Group.LOSS,
      Texts.of("Scale"),
      Texts.of("above 0"),
      plan -> number(scale(plan.loss()).value()),
      false,
      1e-12,
      1e6),
  MARGIN(
      Group.LOSS,
      Texts.of("Margin"),
      Texts.of("0 or more"),
      plan -> number(margin(plan.loss())),
      false,
      0,
      1e6),
  CENTRES(
      Group.LOSS,
      Texts.of("Centres a class"),
      between(1, 100),
      plan -> number(plan.loss().centresPerClass()),
      true,
      1,
      100),
  EMBEDDING(
      Group.LOSS,
      Texts.of("Embedding"),
      between(2, 8_192),
      plan -> number(plan.network().embeddingSize()),
      true,
      2,
      8192),
  PRECISION(Group.OPTIMISER, Texts.of("Precision"), "", plan -> plan.network().precision().name()),

  BACKBONE_RATE(
      Group.OPTIMISER,
      Texts.of("Rate, network"),
      Texts.of("0 or more"),
      plan -> number(plan.optimiser().backboneRate()),
      false,
      0,
      1e9),
  HEAD_RATE(
      Group.OPTIMISER,
      Texts.of("Rate, last layer"),
      Texts.of("0 or more"),
      plan -> number(plan.optimiser().headRate()),
      false,
      0,
      1e9),
  PROXY_RATE(
      Group.OPTIMISER,
      Texts.of("Rate, proxies"),
      Texts.of("0 or more"),
      plan -> number(plan.optimiser().proxyRate()),
      false,
      0,
      1e9),
  EPSILON(
      Group.OPTIMISER,
      "eps",
      Texts.of("above 0"),
      plan -> number(plan.optimiser().epsilon()),
      false,
      1e-300,
      1e9),
  CLIP(
      Group.OPTIMISER,
      Texts.of("Clip gradient"),
      Texts.of("above 0"),
      plan -> number(plan.optimiser().clip()),
      false,
      1e-300,
      1e300),

  CLASSES(
      Group.BATCHES,
      Texts.of("Classes"),
      between(1, 10_000),
      plan -> number(plan.batches().classes()),
      true,
      1,
      10_000),
  SAMPLES(
      Group.BATCHES,
      Texts.of("Images each"),
      between(1, 1_000),
      plan -> number(plan.batches().samplesPerClass()),
      true,
      1,
      1_000),
  ACCUMULATE(
      Group.BATCHES,
      Texts.of("Batches a step"),
      between(1, 1_000),
      plan -> number(plan.batches().accumulate()),
      true,
      1,
      1_000),
  EPOCHS(
      Group.BATCHES,
      Texts.of("Epochs"),
      between(1, 10_000),
      plan -> number(plan.epochs()),
      true,
      1,
      10_000),
  WARM_UP(
      Group.BATCHES,
      Texts.of("Warm-up"),
      between(0, 1_000),
      plan -> number(plan.warmUpEpochs()),
      true,
      0,
      1_000),
  SEED(
      Group.BATCHES,
      Texts.of("Seed"),
      Texts.of("0 or more"),
      plan -> number((double) plan.seed()),
      true,
      0,
      Integer.MAX_VALUE),

  RESIZE(
      Group.IMAGES,
      Texts.of("Resize"),
      "16 – 2,048",
      plan -> number(plan.network().resize()),
      true,
      16,
      2048),
  CROP(
      Group.IMAGES,
      Texts.of("Crop"),
      Texts.of("≤ resize"),
      plan -> number(plan.network().crop()),
      true,
      16,
      2048),

  EVERY_EPOCHS(
      Group.MEASURING,
      Texts.of("Every"),
      Texts.of("epochs"),
      plan -> number(plan.validation().everyEpochs()),
      true,
      1,
      10_000),
  STOP_AFTER(
      Group.MEASURING,
      Texts.of("Stop after"),
      Texts.of("0 = never"),
      plan -> number(plan.validation().stopAfter()),
      true,
      0,
      10_000);

  /** Lines that stand together. */
  public enum Group {
    LOSS(Texts.of("Loss")),
    OPTIMISER(Texts.of("Optimiser · Adam")),
    BATCHES(Texts.of("Batches")),
    IMAGES(Texts.of("Images")),
    MEASURING(Texts.of("Measuring"));

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /** The heading. */
    public String title() {
      return title;
    }
  }

  private final Group group;
  private final String title;
  private final String hint;
  private final Function<TrainingPlan, String> text;
  private final boolean whole;
  private final double least;
  private final double most;

  PlanField(Group group, String title, String hint, Function<TrainingPlan, String> text) {
    this(group, title, hint, text, false, Double.NaN, Double.NaN);
  }

  PlanField(
      Group group,
      String title,
      String hint,
      Function<TrainingPlan, String> text,
      boolean whole,
      double least,
      double most) {
    this.group = group;
    this.title = title;
    this.hint = hint;
    this.text = text;
    this.whole = whole;
    this.least = least;
    this.most = most;
  }

  /** The factor of the cosines, whatever the loss calls it. */
  static LossConstant scale(LossSpec loss) {
    return loss.constants().get(0);
  }

  private static double margin(LossSpec loss) {
    return LossSpec.constant(loss, LossConstant.MARGIN).map(LossConstant::value).orElse(0.0);
  }

  private static String between(int least, int most) {
    return Texts.count(least) + " – " + Texts.count(most);
  }

  private static String number(double value) {
    return Texts.setting(value);
  }

  /** The texts to choose from; empty for a field that is typed. */
  public List<String> choices() {
    return switch (this) {
      case LOSS -> LossSpec.ALL.stream().map(LossSpec::name).toList();
      case PRECISION -> Stream.of(Precision.values()).map(Precision::name).toList();
      default -> List.of();
    };
  }

  /** A text in words, where what is chosen from has other ones. */
  public String inWords(String chosen) {
    return switch (this) {
      case LOSS -> LossSpec.named(chosen).title();
      case PRECISION ->
          chosen.equals(Precision.MIXED.name()) ? Texts.of("mixed (bfloat16)") : Texts.of("single");
      default -> chosen;
    };
  }

  /** Where it stands. */
  public Group group() {
    return group;
  }

  /** Its name. */
  public String title() {
    return title;
  }

  /** What is allowed, in few words. */
  public String hint() {
    return hint;
  }

  /** What a plan has here. */
  public String of(TrainingPlan plan) {
    return text.apply(plan);
  }

  /** What is wrong with a text; empty if nothing is. */
  public Optional<String> problem(String typed) {
    if (Double.isNaN(least)) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(typed.strip());
      boolean fits = value >= least && value <= most && (!whole || value == Math.rint(value));
      return fits
          ? Optional.empty()
          : Optional.of(Texts.of("{0} is {1}: {2}", title, typed.strip(), hint));
    } catch (NumberFormatException e) {
      return Optional.of(Texts.of("{0} is no number: {1}", title, hint));
    }
  }
}
