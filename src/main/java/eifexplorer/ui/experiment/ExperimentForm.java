package eifexplorer.ui.experiment;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.StoredExperiment;
import eifexplorer.problem.ProblemException;
import eifexplorer.ui.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** An experiment's parameters as they are typed. */
public final class ExperimentForm {
  private final Experiment experiment;
  private final Map<String, StringProperty> values = new LinkedHashMap<>();

  /** A form with the standard values. */
  ExperimentForm(Experiment experiment) {
    this.experiment = experiment;
    for (Parameter parameter : experiment.parameters()) {
      values.put(parameter.name(), new SimpleStringProperty(parameter.standard()));
    }
  }

  /** What can be chosen. */
  public List<Parameter> parameters() {
    return experiment.parameters();
  }

  /** What is typed for a parameter. */
  public StringProperty value(Parameter parameter) {
    return Objects.requireNonNull(values.get(parameter.name()));
  }

  /** What is wrong with a value, and what is allowed; empty if nothing is. */
  public Optional<String> problem(Parameter parameter) {
    try {
      parameter.normalised(value(parameter).get());
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(Texts.problem(e));
    }
  }

  /** The first thing that is wrong; empty if it can be run. */
  public Optional<String> problem() {
    return parameters().stream().map(this::problem).flatMap(Optional::stream).findFirst();
  }

  /** Name to value. */
  Map<String, String> values() {
    Map<String, String> typed = new LinkedHashMap<>();
    values.forEach((name, value) -> typed.put(name, value.get()));
    return typed;
  }

  /** What a result was run with, in words. */
  String inWords(StoredExperiment one) {
    Map<String, String> ran = experiment.completed(one.run().parameters());
    return parameters().stream()
        .filter(parameter -> ran.containsKey(parameter.name()))
        .map(
            parameter ->
                Texts.said(parameter.title())
                    + " "
                    + Texts.said(
                        parameter.valueInWords(Objects.requireNonNull(ran.get(parameter.name())))))
        .collect(Collectors.joining(" · "));
  }

  /** Takes over the values of a result; those it does not have stay. */
  void take(StoredExperiment one) {
    Map<String, String> from = experiment.completed(one.run().parameters());
    values.forEach((name, value) -> value.set(from.getOrDefault(name, value.get())));
  }

  /** Puts the standard values back. */
  public void reset() {
    parameters().forEach(parameter -> value(parameter).set(parameter.standard()));
  }
}
