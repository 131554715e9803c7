/**
 * The paper's tables and curves as experiments that anybody can run again: start at {@link
 * eifexplorer.experiment.Experiment}; how a screen or a command runs one is in {@code session.ExperimentService}.
 *
 * <p>An experiment takes {@link eifexplorer.experiment.ExperimentInputs} (a model with its data set) and {@link
 * eifexplorer.experiment.ParameterValues}, and gives {@link eifexplorer.experiment.Findings}: tables, charts, heat maps and
 * sheets of photographs as plain data. A row's {@link eifexplorer.experiment.Target} says what it is about. With its
 * provenance it is an {@link eifexplorer.experiment.ExperimentResult}.
 *
 * <p>Each unit of work that is done is a line on the disk ({@link eifexplorer.experiment.FinishedUnits}), so that an
 * experiment that was cancelled or killed goes on and ends with the same result. The {@link
 * eifexplorer.experiment.ExperimentStore} keeps them by the fingerprint of model, labels, experiment, parameters and program:
 * none is ever mixed with units of another model.
 *
 * <p>{@code reweighting} holds the paper's Table 1, {@code mislabel} how well detectors find wrong labels, {@code study}
 * the field study, the running time and the classes that stay wrong over seeds.
 */
@NullMarked
package eifexplorer.experiment;

import org.jspecify.annotations.NullMarked;
