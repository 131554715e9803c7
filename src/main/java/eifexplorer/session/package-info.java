/**
 * What the window and the command line share: start at {@link eifexplorer.session.ExplorerSession}, an opened data set
 * with a model and its confused pairs; what is done with a workspace besides exploring it is in {@link
 * eifexplorer.session.Workspaces}.
 *
 * <p>{@link eifexplorer.session.Explorer} opens, trains, explains; {@link eifexplorer.session.ImageInsights} says what a
 * model makes of single images, {@link eifexplorer.session.PairSurveyor} explains every confused pair.
 *
 * <p>The last of the feature packages: it puts them together and is used by {@code cli}, {@code ui} and {@code app} only.
 * It was added to the design so that neither shell holds logic of its own.
 *
 * <h2>Training, for a screen or a command</h2>
 *
 * <p>A {@link eifexplorer.session.TrainRequest} says what is trained: data set, back bone, a plan (a preset's name from
 * {@link eifexplorer.training.PlanPresets} or a file) and the {@link eifexplorer.session.PlanChanges} made in a form. {@link
 * eifexplorer.session.Explorer#train(eifexplorer.session.TrainRequest, eifexplorer.session.RunObserver,
 * eifexplorer.job.JobContext)} runs it; submit it as one job on the engine lane, whose thread the {@link
 * eifexplorer.session.RunObserver} is called on with every batch's loss and every epoch's report (loss, images a second,
 * rate factor, metrics of the test images). The job's progress counts batches from where this call began, so that its
 * rate and remaining time hold for a resumed run too.
 *
 * <p><b>Pause is cancel</b>: the run notices it at its next step, keeps where it stands and ends with {@link
 * eifexplorer.job.JobCancelledException}; {@link eifexplorer.session.Explorer#resume} goes on to exactly the weights an
 * undisturbed run gives, also after the program was killed. {@link eifexplorer.session.Explorer#runs} lists a workspace's
 * runs with their state, plan and epochs for tables and overlaid curves; a run's id is its model's id, to open it by.
 *
 * <p>A run learns the labels of the revision its request names, or of the one checked out when it begins, and keeps to them
 * when it goes on; {@code run.json} and the model's card name the revision. Features are of every image, so that a model can be
 * opened with any labels.
 *
 * <p>Runs that earlier versions of the program wrote are read: {@code RunFiles} says what the fields they lack mean. What is
 * damaged is named by {@link eifexplorer.session.RunListing}. {@link eifexplorer.session.Workspaces#deleteRun} moves a run and its
 * model to the trash; {@link eifexplorer.session.RunCsv} writes runs and epochs as tables.
 *
 * <p>Files of a run, in {@code runs/ID/}: {@code run.json} (plan, request, labels, remarks, provenance; written first), {@code epochs.jsonl},
 * {@code log.txt}, {@code truth.csv} (path, given and true class of labels known to be wrong), {@code
 * checkpoints/last.safetensors} and {@code best.safetensors}, {@code checkpoints/heads/} (the last layer after at most ten
 * epochs, of frozen back bones), {@code owner.json} while a program is at it, {@code
 * outcome.json} once it has finished or failed. An epoch's line is written before its checkpoint; a run that goes on drops
 * the lines of epochs it runs again.
 *
 * <p>In mode trainval the measured images are the test images: the best epoch's checkpoint and an early end are then
 * chosen by them, so report such numbers with care. The result is the last epoch, as in the paper; in mode train it is the
 * best one.
 *
 * <h2>What if</h2>
 *
 * <p>{@link eifexplorer.session.Explorer#reweight} tries out, in less than a second for a few thousand images, what the
 * model would be with training images counted more or less, left out or relabelled ({@link
 * eifexplorer.session.ReweightRequest}), one {@link eifexplorer.session.ReweightOutcome} a seed with the pairs' distances
 * and recall@1 before and after. Nothing is changed until {@link eifexplorer.session.Explorer#keepReweighted} makes a model
 * of it.
 *
 * <h2>Experiments</h2>
 *
 * <p>{@link eifexplorer.session.ExperimentService}: {@code all()} for the cards (question, parameters with ranges and standard
 * values for a form), {@code run} as one job, whose progress counts the units that are still to be done and whose observer
 * gets the findings so far, {@code list} and {@code result} for what is kept, {@code resume} for what was interrupted, {@link
 * eifexplorer.experiment.ResultComparison} for two results. Ask {@code isSame} before a row's {@link
 * eifexplorer.experiment.Target} is opened: its indices hold for the weights, labels and features the result was made with.
 */
package eifexplorer.session;
