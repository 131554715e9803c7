package eifexplorer.ui.train;

import eifexplorer.project.Workspaces;
import eifexplorer.run.Trainings;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What the Train screen needs from outside.
 *
 * @param trainings trains, and lists what was trained
 * @param workspaces deletes runs
 * @param openModel opens the workspace with one of its models, by id
 * @param openWorkspace opens another workspace
 * @param modelsChanged is told that a run of the open workspace brought a model, or took one with it
 * @param inSight whether the screen shows, so that nobody need be told of what stands there
 * @param columns remembers the columns of the table of runs
 */
public record TrainServices(
    Trainings trainings,
    Workspaces workspaces,
    Consumer<String> openModel,
    Consumer<Path> openWorkspace,
    Runnable modelsChanged,
    BooleanSupplier inSight,
    RunColumns.Memory columns) {}
