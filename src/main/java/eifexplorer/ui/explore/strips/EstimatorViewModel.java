package eifexplorer.ui.explore.strips;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which estimator explains, with which settings, and the form to change that. The form is made from the estimators' own
 * descriptions, so that a new estimator appears in it by itself.
 *
 * <p>The first estimator with its standard values is the session's own.
 */
public final class EstimatorViewModel {
  private final List<EstimatorFactory> factories;
  private final EstimatorChoices choices;
  private final EstimatorMaker maker;
  private final ReadOnlyObjectWrapper<EstimatorSetting> applied = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<EstimatorFactory> choice = new SimpleObjectProperty<>();
  private final Map<EstimatorOption, StringProperty> values = new HashMap<>();
  private final LatestJob<Checked> check;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Runnable whenAccepted = () -> {};
  private Consumer<String> whenRefused = problem -> {};
  private @Nullable ExplorerSession session;

  /** A setting with what is wrong with it; empty if it can be used. */
  private record Checked(EstimatorSetting setting, String problem) {}

  /**
   * The first estimator, with its standard values.
   *
   * @param factories at least one
   * @param fitting which of them can explain a session's model; called from jobs
   */
  public EstimatorViewModel(
      FxJobs jobs,
      List<EstimatorFactory> factories,
      EstimatorMaker maker,
      Function<ExplorerSession, FittingEstimators> fitting) {
    this.factories = List.copyOf(factories);
    this.choices = new EstimatorChoices(jobs, this.factories, fitting);
    this.maker = maker;
    this.check = new LatestJob<>(jobs);
    applied.set(standard());
    choice.set(this.factories.get(0));
    check.valueProperty().addListener((value, old, now) -> answered(now));
  }

  private EstimatorSetting standard() {
    return new EstimatorSetting(factories.get(0).id(), Map.of());
  }

  /** All estimators there are. */
  public List<EstimatorFactory> factories() {
    return factories;
  }

  /** Those that can explain the open model. */
  public EstimatorChoices choices() {
    return choices;
  }

  /** What explains now. */
  public ReadOnlyObjectProperty<EstimatorSetting> appliedProperty() {
    return applied.getReadOnlyProperty();
  }

  /** The estimator chosen in the form. */
  public ObjectProperty<EstimatorFactory> choiceProperty() {
    return choice;
  }

  /**
   * A setting's value in the form. Estimators with the same setting share it; those with another one of that name, such as
   * the two dampings, do not.
   */
  public StringProperty value(EstimatorOption option) {
    return values.computeIfAbsent(option, own -> new SimpleStringProperty(own.standard()));
  }

  /** Why the form can't be applied; empty if nothing is known against it. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Explains sessions from now on; the form shows what is applied. */
  void show(ExplorerSession newSession) {
    session = newSession;
    choices.show(newSession);
    edit();
  }

  /** Fills the form with what is applied. */
  public void edit() {
    forget();
    fill(applied.get());
  }

  /** Fills the form with the standard values of the chosen estimator. */
  public void standardValues() {
    forget();
    fill(new EstimatorSetting(choice.get().id(), Map.of()));
  }

  private void fill(EstimatorSetting setting) {
    choice.set(factory(setting.id()));
    for (EstimatorOption option : choice.get().options()) {
      value(option).set(setting.options().getOrDefault(option.name(), option.standard()));
    }
  }

  /**
   * Explains with what the form says, if the estimator takes it.
   *
   * @param accepted called if it does
   */
  public void apply(Runnable accepted) {
    apply(accepted, problem -> {});
  }

  private void apply(Runnable accepted, Consumer<String> refused) {
    whenAccepted = accepted;
    whenRefused = refused;
    EstimatorSetting wanted = form();
    ExplorerSession of = session;
    forget();
    check.ask(
        Texts.of("Prepare {0}", Texts.said(choice.get().title())),
        Lane.COMPUTE,
        context -> checked(requireNonNull(of), wanted));
  }

  /** A value out of range is an answer here, not a job that failed. */
  private Checked checked(ExplorerSession of, EstimatorSetting wanted) {
    try {
      maker.make(of, wanted.id(), wanted.options());
      return new Checked(wanted, "");
    } catch (ProblemException e) {
      return new Checked(wanted, Texts.problem(e));
    }
  }

  private void forget() {
    check.clear();
    problem.set("");
  }

  private EstimatorSetting form() {
    Map<String, String> changed = new TreeMap<>();
    for (EstimatorOption option : choice.get().options()) {
      String value = value(option).get().strip();
      if (!value.equals(option.standard())) {
        changed.put(option.name(), value);
      }
    }
    return new EstimatorSetting(choice.get().id(), changed);
  }

  private void answered(Checked answer) {
    if (answer == null) {
      return;
    }
    problem.set(answer.problem());
    if (answer.problem().isEmpty()) {
      applied.set(answer.setting());
      whenAccepted.run();
    } else {
      whenRefused.accept(answer.problem());
    }
  }

  /** Takes a setting over from another run; one that no longer exists is passed over. */
  public void restore(String id, Map<String, String> options) {
    restore(id, options, problem -> {});
  }

  /**
   * Takes over a setting that was asked for.
   *
   * @param refused is told why the estimator does not take it
   */
  public void restore(String id, Map<String, String> options, Consumer<String> refused) {
    Optional<EstimatorFactory> known =
        factories.stream().filter(factory -> factory.id().equals(id)).findFirst();
    if (known.isPresent() && session != null) {
      fill(new EstimatorSetting(id, options));
      apply(() -> {}, refused);
    }
  }

  private EstimatorFactory factory(String id) {
    return factories.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  /** What makes the estimator for a session; for use in a job. */
  Supplier<InfluenceEstimator> source(ExplorerSession of) {
    EstimatorSetting setting = applied.get();
    return setting.equals(standard())
        ? of::estimator
        : () -> maker.make(of, setting.id(), setting.options());
  }

  /** The estimator of the survey of all pairs, if another one or one with other settings explains now; else empty. */
  public String surveyedBy() {
    return applied.get().equals(standard()) ? "" : surveyor();
  }

  /** The estimator of the survey of all pairs: {@code EIF}. */
  public String surveyor() {
    return Texts.said(factories.get(0).shortTitle());
  }

  /** What explains now, in a few words: {@code EIF · steps 50}. */
  public String shortTitle() {
    EstimatorSetting setting = applied.get();
    StringBuilder text = new StringBuilder(Texts.said(factory(setting.id()).shortTitle()));
    List<EstimatorOption> options = factory(setting.id()).options();
    for (int i = 0; i < options.size(); i++) {
      EstimatorOption option = options.get(i);
      String changed = setting.options().get(option.name());
      if (i == 0 || changed != null) {
        text.append(" · ").append(option.words()).append(' ');
        text.append(changed == null ? option.standard() : changed);
      }
    }
    return text.toString();
  }

  /** What explains now, with the value of every setting in order. */
  public Map<String, String> description() {
    EstimatorFactory factory = factory(applied.get().id());
    Map<String, String> description = new LinkedHashMap<>();
    description.put("estimator", factory.title());
    for (EstimatorOption option : factory.options()) {
      description.put(
          option.name(), applied.get().options().getOrDefault(option.name(), option.standard()));
    }
    return description;
  }
}
