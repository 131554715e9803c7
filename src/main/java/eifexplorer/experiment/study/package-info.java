/**
 * What can be learnt from a model and its data set without changing either: {@link
 * eifexplorer.experiment.study.FieldStudy} counts the labels the neighbours would change, {@link
 * eifexplorer.experiment.study.WrongClasses} the classes that stay wrong over seeds, {@link
 * eifexplorer.experiment.study.RunningTime} what influence costs on this machine.
 */
@NullMarked
package eifexplorer.experiment.study;

import org.jspecify.annotations.NullMarked;
