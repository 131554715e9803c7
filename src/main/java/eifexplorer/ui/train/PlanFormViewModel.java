package eifexplorer.ui.train;

import eifexplorer.problem.ProblemException;
import eifexplorer.training.BatchPlan;
import eifexplorer.training.LossConstant;
import eifexplorer.training.LossSpec;
import eifexplorer.training.NetworkPlan;
import eifexplorer.training.NetworkPlan.Precision;
import eifexplorer.training.OptimiserPlan;
import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.kit.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** A training plan as a form: a text a field, what is wrong with it, and how far it is from the preset. */
public final class PlanFormViewModel {
  private final Map<PlanField, StringProperty> texts = new EnumMap<>(PlanField.class);
  private final ObservableMap<PlanField, String> problems = FXCollections.observableHashMap();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<TrainingPlan> base = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Optional<TrainingPlan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean filling;

  /** An empty form. */
  public PlanFormViewModel() {
    for (PlanField field : PlanField.values()) {
      StringProperty text = new SimpleStringProperty("");
      text.addListener((value, old, now) -> typed(field));
      texts.put(field, text);
    }
  }

  /** The plan the form began with; null before the first. */
  public ReadOnlyObjectProperty<TrainingPlan> baseProperty() {
    return base.getReadOnlyProperty();
  }

  /** What stands in a field. */
  public StringProperty text(PlanField field) {
    return Objects.requireNonNull(texts.get(field));
  }

  /** What is wrong, by field. */
  public ObservableMap<PlanField, String> problems() {
    return problems;
  }

  /** What is wrong with the plan as a whole; empty if nothing is. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** How many fields differ from the preset. */
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** True if a field differs from the preset. */
  public boolean isChanged(PlanField field) {
    return base.get() != null && !text(field).get().strip().equals(field.of(base.get()));
  }

  /** True for fields that do something in the plan the form began with. */
  public boolean isUsed(PlanField field) {
    boolean frozen = base.get() != null && base.get().network().frozen();
    return switch (field) {
      case BACKBONE_RATE, WARM_UP, PRECISION -> !frozen;
      case CENTRES -> base.get() != null && has(LossConstant.CENTRES);
      case MARGIN -> base.get() != null && has(LossConstant.MARGIN);
      default -> true;
    };
  }

  /** Whether the loss in the form has such a number. */
  private boolean has(String constant) {
    return LossSpec.constant(chosenLoss(), constant).isPresent();
  }

  /** The form's loss with the numbers it begins with: the plan's, or another loss's usual ones. */
  private LossSpec chosenLoss() {
    LossSpec usual = LossSpec.named(text(PlanField.LOSS).get());
    LossSpec before = base.get().loss();
    return before.name().equals(usual.name()) ? before : usual;
  }

  /** Begins with a plan. */
  public void show(TrainingPlan plan) {
    filling = true;
    texts.forEach((field, text) -> text.set(field.of(plan)));
    // Whoever follows the plan asks about its fields at once.
    base.set(plan);
    filling = false;
    check();
  }

  /** Takes every change back. */
  public void reset() {
    if (base.get() != null) {
      show(base.get());
    }
  }

  private void typed(PlanField field) {
    if (filling || base.get() == null) {
      return;
    }
    if (field == PlanField.LOSS) {
      takeConstantsOfLoss();
    }
    check();
  }

  /** Another loss comes with its own usual constants. */
  private void takeConstantsOfLoss() {
    filling = true;
    TrainingPlan other = base.get().withLoss(chosenLoss());
    for (PlanField field : new PlanField[] {PlanField.SCALE, PlanField.MARGIN, PlanField.CENTRES}) {
      text(field).set(field.of(other));
    }
    filling = false;
  }

  private void check() {
    Map<PlanField, String> wrong = new EnumMap<>(PlanField.class);
    texts.forEach(
        (field, text) -> field.problem(text.get()).ifPresent(why -> wrong.put(field, why)));
    problems.keySet().retainAll(wrong.keySet());
    problems.putAll(wrong);
    int count = 0;
    for (PlanField field : PlanField.values()) {
      count += isChanged(field) ? 1 : 0;
    }
    changes.set(count);
    trouble.set("");
    plan.set(wrong.isEmpty() ? whole() : Optional.empty());
  }

  private Optional<TrainingPlan> whole() {
    try {
      return Optional.of(make());
    } catch (ProblemException e) {
      trouble.set(Texts.problem(e));
      return Optional.empty();
    }
  }

  /** The plan as it stands in the form; empty while something is wrong. */
  public Optional<TrainingPlan> plan() {
    return plan.get();
  }

  /** The same to be followed; set last, when all else is as it will be. */
  public ReadOnlyObjectProperty<Optional<TrainingPlan>> planProperty() {
    return plan.getReadOnlyProperty();
  }

  private TrainingPlan make() {
    TrainingPlan from = base.get();
    return from.with(
        changed ->
            changed
                .network(network(from.network()))
                .loss(loss())
                .batches(batches(from.batches()))
                .optimiser(optimiser(from.optimiser()))
                .epochs(whole(PlanField.EPOCHS))
                .warmUpEpochs(whole(PlanField.WARM_UP))
                .seed(whole(PlanField.SEED))
                .validation(
                    from.validation()
                        .withEveryEpochs(whole(PlanField.EVERY_EPOCHS))
                        .withStopAfter(whole(PlanField.STOP_AFTER))));
  }

  private NetworkPlan network(NetworkPlan from) {
    return from.with(
        changed ->
            changed
                .resize(whole(PlanField.RESIZE))
                .crop(whole(PlanField.CROP))
                .embeddingSize(whole(PlanField.EMBEDDING))
                .precision(Precision.valueOf(text(PlanField.PRECISION).get())));
  }

  private BatchPlan batches(BatchPlan from) {
    return new BatchPlan(
        from.sampler(),
        whole(PlanField.CLASSES),
        whole(PlanField.SAMPLES),
        whole(PlanField.ACCUMULATE));
  }

  private OptimiserPlan optimiser(OptimiserPlan from) {
    return from.with(
        changed ->
            changed
                .backboneRate(real(PlanField.BACKBONE_RATE))
                .headRate(real(PlanField.HEAD_RATE))
                .proxyRate(real(PlanField.PROXY_RATE))
                .epsilon(real(PlanField.EPSILON))
                .clip(real(PlanField.CLIP)));
  }

  private LossSpec loss() {
    LossSpec loss = chosenLoss();
    loss = loss.with(PlanField.scale(loss).key(), real(PlanField.SCALE));
    loss = has(LossConstant.MARGIN) ? loss.with(LossConstant.MARGIN, real(PlanField.MARGIN)) : loss;
    return has(LossConstant.CENTRES)
        ? loss.with(LossConstant.CENTRES, whole(PlanField.CENTRES))
        : loss;
  }

  private double real(PlanField field) {
    return Double.parseDouble(text(field).get().strip());
  }

  private int whole(PlanField field) {
    return (int) real(field);
  }
}
