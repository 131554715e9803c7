/**
 * Programs that are killed in the middle of what people would hate to lose: start at {@link eifexplorer.kill.KilledWorkIT}.
 *
 * <p>An {@link eifexplorer.kill.Operation} is run by {@link eifexplorer.kill.WorkProgram} in a process of its own, on a copy
 * of a {@link eifexplorer.kill.WorkPlace}, and killed after a time that a seed decides.
 */
@NullMarked
package eifexplorer.kill;

import org.jspecify.annotations.NullMarked;
