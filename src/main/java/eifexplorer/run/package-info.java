/**
 * Training runs: start at {@link eifexplorer.run.Trainings}, which begins, resumes and lists them.
 *
 * <p>A {@link eifexplorer.run.TrainRequest} says what is trained: data set, back bone, a plan (a preset's name from {@link
 * eifexplorer.training.PlanPresets} or a file) and the {@link eifexplorer.run.PlanChanges} made in a form. {@link
 * eifexplorer.run.Trainings#train} runs it; submit it as one job on the engine lane, whose thread the {@link
 * eifexplorer.run.RunObserver} is called on with every batch's loss and every epoch's report (loss, images a second,
 * rate factor, metrics of the test images). The job's progress counts batches from where this call began, so that its
 * rate and remaining time hold for a resumed run too.
 *
 * <p><b>Pausing and cancelling</b> stop the job: the run notices it at its next step, keeps where it stands and ends with
 * {@link eifexplorer.job.JobCancelledException}. One that was given up ({@link eifexplorer.job.JobContext#givenUp}) is noted
 * as cancelled, everything else leaves it to go on. {@link eifexplorer.run.Trainings#resume} goes on to exactly the weights an
 * undisturbed run gives, also after the program was killed. {@link eifexplorer.run.Trainings#runs} lists a workspace's
 * runs with their state, plan and epochs for tables and overlaid curves; a run's id is its model's id, to open it by.
 *
 * <p>A run learns the labels of the revision its request names, or of the one checked out when it begins, and keeps to them
 * when it goes on; {@code run.json} and the model's card name the revision. Features are of every image, so that a model can be
 * opened with any labels.
 *
 * <p>Runs that earlier versions of the program wrote are read: {@code RunFiles} says what the fields they lack mean. What is
 * damaged is named by {@link eifexplorer.run.RunListing}; {@link eifexplorer.run.RunCsv} writes runs and epochs as tables.
 *
 * <p>Files of a run, in {@code runs/ID/}: {@code run.json} (plan, request, labels, remarks, provenance; written first), {@code epochs.jsonl},
 * {@code log.txt}, {@code truth.csv} (path, given and true class of labels known to be wrong), {@code
 * checkpoints/last.safetensors} and {@code best.safetensors}, {@code checkpoints/heads/} (the last layer after at most ten
 * epochs, of frozen back bones), {@code lock}, which is held while a program is at it, {@code
 * outcome.json} once it has finished, failed or been given up. An epoch's line is written before its checkpoint; a run that goes on drops
 * the lines of epochs it runs again.
 *
 * <p>In mode trainval the measured images are the test images: the best epoch's checkpoint and an early end are then
 * chosen by them, so report such numbers with care. The result is the last epoch, as in the paper; in mode train it is the
 * best one.
 */
@NullMarked
package eifexplorer.run;

import org.jspecify.annotations.NullMarked;
