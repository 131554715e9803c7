/**
 * What the program says when something expected goes wrong: start at {@link eifexplorer.problem.ProblemException}.
 *
 * <p>{@link eifexplorer.problem.RegularFile} opens what is read, and refuses what is no file.
 *
 * <p>Every package may use this one; it uses none.
 */
@NullMarked
package eifexplorer.problem;

import org.jspecify.annotations.NullMarked;
